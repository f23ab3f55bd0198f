import { data, redirect } from '@remix-run/node';
import { z } from 'zod';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { STATUSFEHLER } from '@kim/domain/statusangaben/labels.ts';
import { entferneStatusangabe, erfasseStatusangabe, saveStatusangabe } from '@kim/domain/statusangaben/mutations.server.ts';
import { statusangabe } from '@kim/domain/statusangaben/schema.ts';
import { pfade } from '../paths.ts';
import type { Werte } from './entwurf.server.ts';
import { abgelehnt, pruefe } from './formular.server.ts';
import { nichtGefunden } from './geschuetzt.server.ts';

/** One form on the page of a person's time line. */
interface Auftrag {
  akteur: TraegerAkteur;
  nr: string;
  personId: string;
  werte: Werte;
  formularId: string;
}

const fertig = ({ nr, personId }: Auftrag, nach: string) => redirect(pfade.fallStatus(nr, personId, { nach }));

const weilFalsch = (werte: Werte, grund: keyof typeof STATUSFEHLER) => {
  const [feld, meldung] = STATUSFEHLER[grund];
  return abgelehnt(werte, { [feld]: meldung });
};

async function erfasse(auftrag: Auftrag) {
  const { akteur, nr, personId, werte, formularId } = auftrag;
  const gelesen = pruefe(statusangabe, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await erfasseStatusangabe(akteur, nr, personId, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw fertig(auftrag, 'erfasst');
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return ergebnis.grund === 'anderer_inhalt'
    ? abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Der frühere Eintrag steht in der Zeitleiste.' }, 409)
    : weilFalsch(werte, ergebnis.grund);
}

const korrektur = statusangabe.extend({ id: z.uuid(), version: z.coerce.number().int().positive() });

async function aendere(auftrag: Auftrag) {
  const { akteur, nr, personId, werte } = auftrag;
  const gelesen = pruefe(korrektur, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const { id, version, ...eingabe } = gelesen.eingabe;
  const ergebnis = await saveStatusangabe(akteur, nr, personId, id, version, eingabe);
  if (ergebnis.ok) throw fertig(auftrag, 'geaendert');
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return ergebnis.grund === 'konflikt' ? data({ werte, fehler: {}, konflikt: ergebnis.aktuell }, { status: 409 }) : weilFalsch(werte, ergebnis.grund);
}

async function entferne(auftrag: Auftrag) {
  const { akteur, nr, personId, werte } = auftrag;
  const gelesen = pruefe(z.object({ id: z.uuid() }), werte);
  if (!gelesen.ok) throw nichtGefunden();
  const ergebnis = await entferneStatusangabe(akteur, nr, personId, gelesen.eingabe.id);
  if (!ergebnis.ok) throw nichtGefunden();
  throw fertig(auftrag, 'entfernt');
}

/** The forms of the time line by the name in their hidden field `aktion`. */
export function fuehreStatusaktionAus(aktion: string | undefined, auftrag: Auftrag) {
  switch (aktion) {
    case 'erfassen': return erfasse(auftrag);
    case 'aendern': return aendere(auftrag);
    case 'entfernen': return entferne(auftrag);
    default: throw nichtGefunden();
  }
}
