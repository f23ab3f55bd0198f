import { data, redirect } from '@remix-run/node';
import { z } from 'zod';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { warnungText } from '@kim/domain/traeger/stellen/labels.ts';
import { besetzeStelle, entferneBesetzung, saveBesetzung, saveStelle } from '@kim/domain/traeger/stellen/mutations.server.ts';
import type { Warnung } from '@kim/domain/traeger/stellen/rules.ts';
import { besetzung, stelle } from '@kim/domain/traeger/stellen/schema.ts';
import { pfade } from '../paths.ts';
import type { Werte } from './entwurf.server.ts';
import { abgelehnt, pruefe } from './formular.server.ts';
import { nichtGefunden } from './geschuetzt.server.ts';

/** One form on the page of a post. */
interface Auftrag {
  akteur: TraegerAkteur;
  id: string;
  werte: Werte;
  formularId: string;
}

const fertig = ({ id }: Auftrag, nach: string) => redirect(pfade.verwaltungStelle(id, { nach }));

const konflikt = (werte: Werte, wo: 'stelle' | 'besetzung') => data({ werte, fehler: {}, konflikt: wo, warnungen: [] as string[] }, { status: 409 });

const frageNach = (werte: Werte, warnungen: Warnung[]) => data({ werte, fehler: {}, konflikt: null, warnungen: warnungen.map(warnungText) }, { status: 422 });

const mitVersion = z.object({ version: z.coerce.number().int().positive(), id: z.uuid().optional() });

async function aendereStelle(auftrag: Auftrag) {
  const { akteur, id, werte } = auftrag;
  const [gelesen, stand] = [pruefe(stelle, werte), pruefe(mitVersion, werte)];
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  if (!stand.ok) throw nichtGefunden();
  const ergebnis = await saveStelle(akteur, id, stand.eingabe.version, gelesen.eingabe);
  if (ergebnis.ok) throw fertig(auftrag, 'stelle');
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return konflikt(werte, 'stelle');
}

async function besetze(auftrag: Auftrag) {
  const { akteur, id, werte, formularId } = auftrag;
  const gelesen = pruefe(besetzung, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await besetzeStelle(akteur, id, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw fertig(auftrag, 'besetzung');
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  if (ergebnis.grund === 'warnung') return frageNach(werte, ergebnis.warnungen);
  return abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Die Tabelle zeigt, was gespeichert ist.' }, 409);
}

async function aendereBesetzung(auftrag: Auftrag) {
  const { akteur, id, werte } = auftrag;
  const [gelesen, stand] = [pruefe(besetzung, werte), pruefe(mitVersion, werte)];
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  if (!stand.ok || !stand.eingabe.id) throw nichtGefunden();
  const ergebnis = await saveBesetzung(akteur, id, stand.eingabe.id, stand.eingabe.version, gelesen.eingabe);
  if (ergebnis.ok) throw fertig(auftrag, 'besetzung');
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return ergebnis.grund === 'warnung' ? frageNach(werte, ergebnis.warnungen) : konflikt(werte, 'besetzung');
}

async function entferne(auftrag: Auftrag) {
  const gelesen = pruefe(z.object({ id: z.uuid() }), auftrag.werte);
  if (!gelesen.ok) throw nichtGefunden();
  const ergebnis = await entferneBesetzung(auftrag.akteur, auftrag.id, gelesen.eingabe.id);
  if (!ergebnis.ok) throw nichtGefunden();
  throw fertig(auftrag, 'entfernt');
}

/** The forms of a post's page by the name in their hidden field `aktion`. */
export function fuehreStellenaktionAus(aktion: string | undefined, auftrag: Auftrag) {
  switch (aktion) {
    case 'stelle': return aendereStelle(auftrag);
    case 'besetzung': return besetze(auftrag);
    case 'besetzung_aendern': return aendereBesetzung(auftrag);
    case 'besetzung_entfernen': return entferne(auftrag);
    default: throw nichtGefunden();
  }
}
