import { data, redirect } from '@remix-run/node';
import { z } from 'zod';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getFallId } from '@kim/domain/faelle/data.server.ts';
import { zugehoerigkeit } from '@kim/domain/haushalte/schema.ts';
import { fuegeBekannteHinzu, fuegePersonHinzu } from '@kim/domain/ratsuchende/mutations.server.ts';
import { person } from '@kim/domain/ratsuchende/schema.ts';
import { suche } from '@kim/domain/suche/data.server.ts';
import { pfade } from '../paths.ts';
import { oder404 } from './antwort.server.ts';
import type { Werte } from './entwurf.server.ts';
import { abgelehnt, pruefe, suchwort } from './formular.server.ts';
import { frageNachGleichnamigen } from './gleichnamige.server.ts';
import { nichtGefunden } from './geschuetzt.server.ts';

/** One form on the page of a case's persons. */
interface Auftrag {
  akteur: TraegerAkteur;
  nr: string;
  werte: Werte;
  formularId: string;
}

const neue = person.extend(zugehoerigkeit.shape);
const bekannte = zugehoerigkeit.extend({ person: z.uuid('Bitte wählen Sie eine Person aus der Liste.') });

const SCHON_ABGESCHICKT = { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Prüfen Sie die Liste der Personen.' };
const ABGELEHNT = {
  schon_im_fall: { person: 'Diese Person gehört schon zum Fall.' },
  bei_kollegin: { person: 'Diese Person wird nur in Fällen einer Kollegin oder eines Kollegen geführt. Bitte sprechen Sie die Fachkraft an.' },
};

const sucheNach = (akteur: TraegerAkteur, werte: Werte) => {
  const q = suchwort(werte);
  return suche(akteur, q).then((treffer) => ({ q, treffer }));
};

async function nimmBekannteAuf({ akteur, nr, werte, formularId }: Auftrag) {
  const gelesen = pruefe(bekannte, werte);
  if (!gelesen.ok) return data({ werte, fehler: gelesen.fehler, gesucht: await sucheNach(akteur, werte) }, { status: 422 });
  const ergebnis = await fuegeBekannteHinzu(akteur, nr, gelesen.eingabe, gelesen.eingabe.person, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.fallPersonen(nr));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  if (ergebnis.grund === 'anderer_inhalt') return abgelehnt(werte, SCHON_ABGESCHICKT, 409);
  return data({ werte, fehler: ABGELEHNT[ergebnis.grund], gesucht: await sucheNach(akteur, werte) }, { status: 422 });
}

async function nimmNeueAuf({ akteur, nr, werte, formularId }: Auftrag) {
  const gelesen = pruefe(neue, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const frage = await frageNachGleichnamigen(akteur, { werte, formularId }, gelesen.eingabe);
  if (frage) {
    oder404(await getFallId(akteur, nr));
    return frage;
  }
  const ergebnis = await fuegePersonHinzu(akteur, nr, gelesen.eingabe, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.fallPersonen(nr));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return abgelehnt(werte, SCHON_ABGESCHICKT, 409);
}

/** Looking for somebody, taking her from the list, or recording her anew, by the hidden field `aktion`. */
export async function fuehreAufnahmeAus(auftrag: Auftrag) {
  switch (auftrag.werte['aktion']?.[0]) {
    case 'suche':
      oder404(await getFallId(auftrag.akteur, auftrag.nr));
      return data({ gesucht: await sucheNach(auftrag.akteur, auftrag.werte) });
    case 'bekannte': return nimmBekannteAuf(auftrag);
    default: return nimmNeueAuf(auftrag);
  }
}
