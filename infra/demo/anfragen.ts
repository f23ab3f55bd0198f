import { neueId } from '@kim/core/ids.ts';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { listAnfragen } from '@kim/domain/anfragen/data.server.ts';
import { erfasseAnfrage } from '@kim/domain/anfragen/mutations.server.ts';
import { anfrage } from '@kim/domain/anfragen/schema.ts';
import { erfindeFall } from './erfunden.ts';

/** Two people of a Träger who wait: one with an appointment, one who has only called. Nothing where somebody waits already. */
export async function schreibeAnfragen(akteur: TraegerAkteur, kommune: string, nummer: number): Promise<void> {
  if ((await listAnfragen(akteur)).anfragen.length > 0) return;
  const weiteres = [
    { zugang: 'beratungsstelle', sprache: 'ara', sprachmittlung: 'laienpool', ergebnis: 'erstgespraech', erstgespraechAm: formatDatum(heute(() => new Date(Date.now() + 3 * 86_400_000))) },
    { zugang: 'selbst_telefon', ergebnis: 'offen' },
  ];
  for (const [i, mehr] of weiteres.entries()) {
    const { vorname, nachname, anliegen, bedarfe } = erfindeFall(nummer + i);
    const eingabe = anfrage.parse({ name: `${vorname} ${nachname}`, kommune, eingegangenAm: formatDatum(heute()), anliegen, bedarf: bedarfe?.[0], ...mehr });
    const erfasst = await erfasseAnfrage(akteur, eingabe, { formularId: neueId(), inhalt: {} });
    if (!erfasst.ok) throw new Error(`Demoanfrage: ${erfasst.grund}`);
  }
}
