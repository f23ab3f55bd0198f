// The worker: a process beside the application, with a database login of its own. Started by infra/local/hintergrund.ts.
import { PgBoss } from 'pg-boss';
import { log } from '@kim/core/log.ts';
import { leseUmgebung } from '@kim/core/umgebung.ts';
import { verbindeAuftraege, verbindeAuswertung } from '@kim/db/tenancy.ts';
import { WARTESCHLANGE } from '@kim/db/warteschlange.ts';
import { planAuftraege, runAuftrag } from './arbeit.ts';
import { runVeroeffentlichung } from './veroeffentlichung.ts';

const umgebung = leseUmgebung(process.env);
const url = umgebung.datenbank.auftrag;
if (!url) throw new Error('KIM_DB_AUFTRAG_URL fehlt.');
const melde = (fehler: unknown) => log.warn('datenbank.verbindung', { fehler });
const datenbank = verbindeAuftraege(url, { melde });
// A worker without this login tidies up and publishes nothing.
const auswertung = umgebung.datenbank.auswertung ? verbindeAuswertung(umgebung.datenbank.auswertung, { melde }) : null;
const boss = new PgBoss({ ...WARTESCHLANGE, connectionString: url, max: 2, migrate: false });
boss.on('error', (fehler) => log.warn('auftrag.warteschlange', { fehler }));

/** Work on every job of a batch; failures are logged here, because the queue keeps messages and databases quote values in theirs. */
function jeder<T>(schritt: string, arbeit: (daten: T) => Promise<void>): (jobs: { data: T }[]) => Promise<void> {
  return async (jobs) => {
    let gescheitert = 0;
    for (const { data } of jobs) {
      await arbeit(data).catch((fehler: unknown) => {
        gescheitert += 1;
        log.error('auftrag.gescheitert', { schritt, fehler });
      });
    }
    // The batch is tried again; what went well is done and falls out.
    if (gescheitert > 0) throw new Error(`${gescheitert} gescheitert`);
  };
}

const sende = (id: string) => boss.send('aufraeumen', { id }, { singletonKey: id });

let haeltAn = false;

/** Finishes what was begun, for ten seconds at most. What is cut off is rolled back and taken up again by the next start. */
async function halteAn(): Promise<void> {
  if (haeltAn) return;
  haeltAn = true;
  log.info('auftrag.faehrt_herunter');
  await boss.stop({ timeout: 10_000 }).catch((fehler: unknown) => log.warn('auftrag.warteschlange', { fehler }));
  await Promise.all([datenbank.schliesse(), auswertung?.schliesse()]);
  process.exit();
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void halteAn());
process.on('uncaughtException', (fehler) => {
  log.error('auftrag.unerwartet', { fehler });
  process.exit(1);
});

await boss.start();
// At once too: a computer that sleeps at seven minutes past would never tidy up.
await boss.send('planen');
await boss.work('planen', { pollingIntervalSeconds: 2 }, jeder('planen', () => planAuftraege(datenbank, sende)));
await boss.work('aufraeumen', { pollingIntervalSeconds: 2, batchSize: 20 }, jeder('aufraeumen', ({ id }: { id: string }) => runAuftrag(datenbank, id)));
if (auswertung) {
  await boss.send('veroeffentlichen');
  await boss.work('veroeffentlichen', { pollingIntervalSeconds: 2 }, jeder('veroeffentlichen', () => runVeroeffentlichung(auswertung, umgebung.auswertungsschluesselPfad)));
  await boss.schedule('veroeffentlichen', '20 3 * * *', null, { tz: 'Europe/Berlin' });
}
await boss.schedule('planen', '7 * * * *', null, { tz: 'Europe/Berlin' });
log.info('auftrag.bereit');
process.send?.('bereit');
