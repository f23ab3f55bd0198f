import { sql } from 'drizzle-orm';
import { fehler, ok } from '@kim/core/result.ts';
import { anmeldung, hash } from './sitzung.server.ts';

/** Runs a check at most as often as the growing delay allows; four failures are free. */
export async function drossele(name: string, pruefung: () => Promise<boolean>) {
  const schluessel = hash(name);
  const [drossel] = await anmeldung<{ sekunden: number }>('', sql`select sec.drossel_lesen(${schluessel}, 4) as sekunden`);
  if (drossel && drossel.sekunden > 0) return fehler('gedrosselt', { sekunden: drossel.sekunden });
  if (await pruefung()) {
    await anmeldung('', sql`select sec.drossel_erfolg(${schluessel})`);
    return ok(true);
  }
  await anmeldung('', sql`select sec.drossel_fehlversuch(array[${schluessel}]::bytea[])`);
  return fehler('falsch');
}
