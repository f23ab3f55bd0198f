import { expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { getKennzahlen } from '@kim/domain/kennzahlen/data.server.ts';
import { gibKennzahlenFrei } from '@kim/domain/kennzahlen/mutations.server.ts';
import { BERG } from '@kim/testing/plan.ts';
import { insertZeilen } from '@kim/testing/zeilen.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const t = BERG.traeger[1]!;
const STICHTAG = '2025-12-31';
const alle = { stichtag: STICHTAG, umfang: 'alle', sicher: 'ja' } as const;
const klassen = { ...alle, umfang: 'klassen' } as const;

/** Cases of the Träger by their dated facts alone. */
async function lege(anzahl: number, klasse: string, von: string, bis: string | null): Promise<void> {
  for (let i = 0; i < anzahl; i++) {
    const [id, traeger_id] = [neueId(), t.id];
    await insertZeilen(db.sql, 'app.faelle', [{ traeger_id, kreis_id: t.kreisId, id, fallnummer: id, klasse, kommune_id: t.kommuneId, eroeffnet_am: von, beendet_am: bis }]);
    const ereignis = (art: string, wert: string, gilt_ab: string) => ({ traeger_id, id: neueId(), fall_id: id, art, wert, gilt_ab, erfasst_von: t.personen.fachkraft.nutzerId });
    await insertZeilen(db.sql, 'app.fallereignisse', [ereignis('eroeffnung', 'kurzberatung', von), ereignis('klasse', klasse, von), ...(bis ? [ereignis('ende', 'umzug', bis)] : [])]);
  }
}

test('a Leitung releases exact figures where enough moves, once and for ever; the small ones and others stay protected', async () => {
  const [leitung, fachkraft] = [await als(t.personen.leitung), await als(t.personen.fachkraft)];
  expect(await gibKennzahlenFrei(leitung, alle, eingang())).toMatchObject({ grund: 'mangel', mangel: 'wenig_bewegung' });
  await lege(6, 'kurzberatung', '2025-10-05', null);
  await lege(5, 'case_management', '2025-03-01', '2025-11-30');
  await lege(11, 'case_management', '2025-04-01', null);
  expect(await gibKennzahlenFrei(leitung, { ...alle, stichtag: '2025-11-30' }, eingang())).toMatchObject({ mangel: 'kein_stichtag' });
  expect(await gibKennzahlenFrei(leitung, { ...alle, stichtag: '2031-03-31' }, eingang())).toMatchObject({ mangel: 'kein_stichtag' });
  expect(await gibKennzahlenFrei(leitung, klassen, eingang())).toMatchObject({ mangel: 'zu_klein' });
  await expect(gibKennzahlenFrei(fachkraft, alle, eingang())).rejects.toThrow();
  const formular = eingang();
  expect(await gibKennzahlenFrei(leitung, alle, formular)).toMatchObject({ ok: true, wert: { neu: true } });
  expect(await gibKennzahlenFrei(leitung, alle, formular)).toMatchObject({ ok: true, wert: { neu: false } });
  expect(await gibKennzahlenFrei(leitung, klassen, eingang())).toMatchObject({ mangel: 'schon_frei' });

  const { staende, freigegeben } = await getKennzahlen(leitung);
  const quartal = staende.find(({ stichtag }) => stichtag === STICHTAG);
  expect(quartal).toMatchObject({ kurzberatung: 6, caseManagement: 11, neu: 6, beendet: 5 });
  expect(freigegeben).toEqual([{ stichtag: STICHTAG, klasse: 'alle', wert: 17 }]);
  expect((await getKennzahlen(await als(BERG.traeger[0]!.personen.leitung))).freigegeben).toEqual([{ stichtag: STICHTAG, klasse: 'alle', wert: 42 }]);
});

test('several Kommunen: no classes', async () => {
  const leitung = await als(t.personen.leitung);
  await db.sql.query('delete from auswertung.kennzahlen where traeger_id = $1', [t.id]);
  await lege(12, 'kurzberatung', '2025-10-05', null);
  const { rows: [stelle] } = await db.sql.query<{ id: string }>('select id from app.stellen where traeger_id = $1 limit 1', [t.id]);
  const andere = BERG.kommunen.find((id) => id !== t.kommuneId);
  await db.sql.query('insert into app.stelle_kommunen (traeger_id, stelle_id, kreis_id, kommune_id) values ($1, $2, $3, $4) on conflict do nothing', [t.id, stelle!.id, t.kreisId, andere]);
  expect(await gibKennzahlenFrei(leitung, klassen, eingang())).toMatchObject({ mangel: 'mehrere_kommunen' });
  await db.sql.query('delete from app.stelle_kommunen where traeger_id = $1 and kommune_id <> $2', [t.id, t.kommuneId]);
  expect(await gibKennzahlenFrei(leitung, klassen, eingang())).toMatchObject({ ok: true });
  expect((await getKennzahlen(leitung)).freigegeben.map(({ klasse, wert }) => [klasse, wert])).toEqual([['alle', 29], ['kurzberatung', 18], ['case_management', 11]]);
});
