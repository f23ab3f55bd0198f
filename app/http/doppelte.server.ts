import { redirect } from '@remix-run/node';
import { z } from 'zod';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { fuehreZusammen, trenne } from '@kim/domain/doppelte/mutations.server.ts';
import { pfade } from '../paths.ts';
import type { Werte } from './entwurf.server.ts';
import { pruefe } from './formular.server.ts';
import { nichtGefunden } from './geschuetzt.server.ts';

const AKTIONEN = new Map([['zusammenfuehren', fuehreZusammen], ['trennen', trenne]]);

/** Joins or parts two records when one of these forms was sent, and answers with the person's page; else nothing. */
export async function fuehreDoppelteAus(akteur: TraegerAkteur, nr: string, personId: string, werte: Werte): Promise<void> {
  const aktion = AKTIONEN.get(werte['aktion']?.[0] ?? '');
  if (!aktion) return;
  const gelesen = pruefe(z.object({ mit: z.uuid() }), werte);
  if (!gelesen.ok || !(await aktion(akteur, nr, personId, gelesen.eingabe.mit)).ok) throw nichtGefunden();
  throw redirect(pfade.fallPerson(nr, personId));
}
