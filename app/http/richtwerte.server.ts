import { redirect } from '@remix-run/node';
import { z } from 'zod';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { beendeRichtwertanpassung, passeRichtwertAn } from '@kim/domain/traeger/richtwerte/mutations.server.ts';
import { richtwertanpassung } from '@kim/domain/traeger/richtwerte/schema.ts';
import { pfade } from '../paths.ts';
import type { Werte } from './entwurf.server.ts';
import { abgelehnt, pruefe } from './formular.server.ts';
import { nichtGefunden } from './geschuetzt.server.ts';

const ABGELEHNT = {
  selbst: { person: 'Für sich selbst können Sie nichts vereinbaren.' },
  gleichzeitig: { von: 'In dieser Zeit gilt für die Fachkraft schon eine Anpassung. Beenden Sie diese zuerst.' },
  anderer_inhalt: { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Die Tabelle zeigt, was gespeichert ist.' },
};

async function passeAn(akteur: TraegerAkteur, werte: Werte, formularId: string) {
  const gelesen = pruefe(richtwertanpassung, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await passeRichtwertAn(akteur, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.leitungStellen());
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return abgelehnt(werte, ABGELEHNT[ergebnis.grund], ergebnis.grund === 'anderer_inhalt' ? 409 : 422);
}

async function beende(akteur: TraegerAkteur, werte: Werte) {
  const gelesen = pruefe(z.object({ id: z.uuid() }), werte);
  if (!gelesen.ok || !(await beendeRichtwertanpassung(akteur, gelesen.eingabe.id)).ok) throw nichtGefunden();
  throw redirect(pfade.leitungStellen());
}

/** The forms of the Leitung's page by the name in their hidden field `aktion`. */
export function fuehreRichtwertaktionAus(akteur: TraegerAkteur, werte: Werte, formularId: string) {
  switch (werte['aktion']?.[0]) {
    case 'anpassen': return passeAn(akteur, werte, formularId);
    case 'beenden': return beende(akteur, werte);
    default: throw nichtGefunden();
  }
}
