import type pg from 'pg';
import { PgBoss } from 'pg-boss';

/**
 * How pg-boss is used here. Its profile is the one that does without advisory locks, partitions, LISTEN and statistics
 * over all tables: PostgreSQL offers them, but no login of ours may use them (security/00-rollen.sql).
 */
export const WARTESCHLANGE = { schema: 'pgboss', backend: 'cockroachdb', registerInstance: false } as const;

/**
 * The queues. `short`: at most one job waits per key, so that what is asked for again does not pile up, while a job of a
 * worker that died keeps nobody waiting. app.auftraege is the truth; a job that is lost is sent again within the hour.
 */
export const SCHLANGEN = {
  /** Makes the due Aufträge, sends every open one, erases what belongs to no Träger. No data. */
  planen: { policy: 'short', expireInSeconds: 300, retryLimit: 2, retryDelay: 30, retentionSeconds: 7_200, deleteAfterSeconds: 86_400 },
  /** One Auftrag of the kind `aufraeumen`. Data: its id. */
  aufraeumen: { policy: 'short', expireInSeconds: 300, retryLimit: 2, retryDelay: 30, retentionSeconds: 7_200, deleteAfterSeconds: 86_400 },
  /** Makes the releases that are due (packages/auswertung). No data. */
  veroeffentlichen: { policy: 'short', expireInSeconds: 3_600, retryLimit: 2, retryDelay: 300, retentionSeconds: 7_200, deleteAfterSeconds: 86_400 },
} as const;

/** Creates the schema of pg-boss and the queues, or brings them to this version; `sql` acts as kim_eigentuemer. */
export async function richteWarteschlangeEin(sql: pg.Client): Promise<void> {
  const boss = new PgBoss({ ...WARTESCHLANGE, db: { executeSql: (text, werte) => sql.query(text, werte) }, supervise: false, schedule: false });
  let stoerung: Error | undefined;
  boss.on('error', (fehler) => (stoerung ??= fehler));
  await boss.start();
  try {
    for (const [name, einstellungen] of Object.entries(SCHLANGEN)) await boss.createQueue(name, einstellungen);
  } finally {
    await boss.stop({ graceful: false });
  }
  if (stoerung) throw stoerung;
}
