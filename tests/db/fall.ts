import { heute } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { eroeffneFall } from '@kim/domain/anfragen/mutations.server.ts';
import { neuerFall as eingabe } from '@kim/domain/anfragen/schema.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { eingang } from './traeger-akteure.ts';

/** A case as it is opened on screen, with real keys; answers its Fallnummer. */
export async function neuerFall(akteur: TraegerAkteur, t: TraegerPlan, person: Record<string, string> = {}): Promise<string> {
  const ergebnis = await eroeffneFall(akteur, eingabe.parse({ vorname: 'Nele', nachname: 'Neumann', kommune: t.kommuneId, eroeffnetAm: heute(), ...person }), eingang());
  if (!ergebnis.ok) throw new Error(ergebnis.grund);
  return ergebnis.wert;
}
