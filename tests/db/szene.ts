import type pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import type { Login } from '@kim/db/migrate.ts';
import { oeffneTestdatenbank } from '@kim/testing/datenbank.ts';
import type { Darsteller, Testdatenbank } from '@kim/testing/datenbank.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { tagVon } from '@kim/testing/tage.ts';

/** One database per test file, filled with the fixture. Read its fields inside tests only. */
export function eigeneDatenbank(): Testdatenbank {
  let db: Testdatenbank | undefined;
  beforeAll(async () => {
    db = await oeffneTestdatenbank(inject('zugang'));
  });
  afterAll(() => db?.schliesse());
  return new Proxy({} as Testdatenbank, { get: (_, feld) => Reflect.get(db!, feld) as unknown });
}

/** One statement after the other as this login, each committed; answers the rows. */
export function alsLogin(db: Testdatenbank, login: Login): <Z extends pg.QueryResultRow>(text: string, werte?: unknown[]) => Promise<Z[]> {
  let client: Promise<pg.Client> | undefined;
  return async <Z extends pg.QueryResultRow>(text: string, werte?: unknown[]) => (await (await (client ??= db.anmelden(login))).query<Z>(text, werte)).rows;
}

/** The single value that a function of schema sec answers. */
export async function antwort(frage: Promise<Record<string, unknown>[]>): Promise<unknown> {
  return Object.values((await frage)[0] ?? {})[0];
}

export const vertrete = (wer: Darsteller, t: TraegerPlan, vertretene: string, vertretung: string, von: number, bis: number) => wer.versucht(
  'insert into app.vertretungen (traeger_id, id, vertretene_id, vertretung_id, von, bis, eingerichtet_von) values ($1, $2, $3, $4, $5, $6, $7)',
  [t.id, neueId(), vertretene, vertretung, tagVon(von), tagVon(bis), wer.person.nutzerId]);

export const schliesse = (wer: Darsteller, fallId: string) =>
  wer.versucht('update app.zustaendigkeiten set bis = $2 where fall_id = $1 and bis is null', [fallId, tagVon(0)]);

export const vergib = (wer: Darsteller, t: TraegerPlan, fallId: string, an: string, anlass = 'uebergabe') => wer.versucht(
  'insert into app.zustaendigkeiten (traeger_id, id, fall_id, nutzer_id, von, anlass, erfasst_von) values ($1, $2, $3, $4, $5, $6, $7)',
  [t.id, neueId(), fallId, an, tagVon(0), anlass, wer.person.nutzerId]);

/** Number of contacts of a case that somebody sees. */
export const kontakteVon = (wer: Darsteller, fallId: string): Promise<number> => wer.zaehlt('app.kontakte where fall_id = $1', [fallId]);
