import { beforeAll, describe, expect, test } from 'vitest';
import { formatDatum } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getBedarfe } from '@kim/domain/bedarfe/data.server.ts';
import { erfasseBedarf, saveBedarf } from '@kim/domain/bedarfe/mutations.server.ts';
import { bedarf, bedarfsaenderung } from '@kim/domain/bedarfe/schema.ts';
import { listPersonen } from '@kim/domain/ratsuchende/data.server.ts';
import { BERG } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { neuerFallVon } from './faelle-bauen.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const t = BERG.traeger[0]!;
const FREMD = BERG.traeger[1] as TraegerPlan;
let f: TraegerAkteur;
beforeAll(async () => { f = await als(t.personen.fachkraft); });

const erfasse = (nr: string, person: string) => erfasseBedarf(f, nr, bedarf.parse({ bereich: 'wohnen', erkanntAm: formatDatum(tagVon(0)), person }), eingang());
const aendere = (nr: string, id: string, mehr: Record<string, string>) => saveBedarf(f, nr, id, bedarfsaenderung.parse({ stand: 'offen', version: '1', ...mehr }));

describe('whom a Bedarf concerns', () => {
  test('a person of the case or the whole household, and it can be changed', async () => {
    const nr = await neuerFallVon(f, t.kommuneId);
    const [haupt] = await listPersonen(f, nr);
    await erfasse(nr, haupt!.id);
    await erfasse(nr, '');
    const { bedarfe, personen } = (await getBedarfe(f, nr))!;
    expect([bedarfe.map(({ personId }) => personId), personen.map(({ id }) => id)]).toEqual([[haupt!.id, null], [haupt!.id]]);
    expect(await aendere(nr, bedarfe[0]!.id, { person: '', beschreibung: 'Zu klein' })).toEqual({ ok: true });
    expect((await getBedarfe(f, nr))?.bedarfe[0]).toMatchObject({ personId: null, beschreibung: 'Zu klein', version: 2 });
  });

  test('nobody of another case, nobody who has left; who is named already stays named', async () => {
    const [nr, anderer] = [await neuerFallVon(f, t.kommuneId), await neuerFallVon(f, t.kommuneId)];
    const [[haupt], [fremde]] = [await listPersonen(f, nr), await listPersonen(f, anderer)];
    expect(await erfasse(nr, fremde!.id)).toEqual({ ok: false, grund: 'person' });
    await erfasse(nr, haupt!.id);
    await erfasse(nr, '');
    const [seiner, aller] = (await getBedarfe(f, nr))!.bedarfe;
    expect(await aendere(nr, aller!.id, { person: fremde!.id })).toEqual({ ok: false, grund: 'person' });
    await db.sql.query('update app.fallbeteiligte set bis = $2 where ratsuchende_id = $1', [haupt!.id, tagVon(0)]);
    expect(await erfasse(nr, haupt!.id)).toEqual({ ok: false, grund: 'person' });
    expect(await aendere(nr, aller!.id, { person: haupt!.id })).toEqual({ ok: false, grund: 'person' });
    expect(await aendere(nr, seiner!.id, { person: haupt!.id, dringlichkeit: 'hoch' })).toEqual({ ok: true });
    expect((await getBedarfe(f, nr))?.bedarfe.map(({ personId }) => personId)).toEqual([haupt!.id, null]);
  });

  test('nobody elsewhere sees any of it', async () => {
    const nr = await neuerFallVon(f, t.kommuneId);
    expect(await getBedarfe(await als(FREMD.personen.fachkraft), nr)).toBeNull();
  });
});
