import { data } from '@remix-run/node';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { alleSchreibweisen, nameAus } from '@kim/domain/ratsuchende/rules.ts';
import type { Personeneingabe } from '@kim/domain/ratsuchende/schema.ts';
import { findeGleichnamige } from '@kim/domain/suche/data.server.ts';
import type { Werte } from './entwurf.server.ts';

const FRAGE = { trotzdem: 'Unter diesem Namen ist schon jemand erfasst. Bitte prüfen Sie, ob es dieselbe Person ist.' };

/**
 * Search before create, for a form about a new person: the answer with everybody recorded under her name. Null when there
 * is nobody, or when the sender has seen them and says that it is somebody else.
 */
export async function frageNachGleichnamigen(akteur: TraegerAkteur, { werte, formularId }: { werte: Werte; formularId: string }, eingabe: Personeneingabe) {
  if (werte['trotzdem']) return null;
  const gesucht = { schreibweisen: alleSchreibweisen(nameAus(eingabe)), geburtsjahr: eingabe.geburtsdatum?.jahr ?? null };
  const gleichnamige = await findeGleichnamige(akteur, gesucht, formularId);
  return gleichnamige.length > 0 ? data({ werte, fehler: FRAGE, gleichnamige }, { status: 422 }) : null;
}
