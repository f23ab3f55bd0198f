import { describe, expect, test } from 'vitest';
import { heute } from '@kim/core/zeit.ts';
import { fuegeBekannteHinzu, fuegePersonHinzu, savePerson, saveZugehoerigkeit } from '@kim/domain/ratsuchende/mutations.server.ts';
import { getFall } from '@kim/domain/faelle/data.server.ts';
import { getPerson, listPersonen } from '@kim/domain/ratsuchende/data.server.ts';
import { person as eingabe } from '@kim/domain/ratsuchende/schema.ts';
import { erfasseStatusangabe } from '@kim/domain/statusangaben/mutations.server.ts';
import { statusangabe } from '@kim/domain/statusangaben/schema.ts';
import { BERG } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { neuerFall } from './fall.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const [t, anderer] = BERG.traeger as [TraegerPlan, TraegerPlan];
const partner = { rolle: 'familie', haushalt: 'partner' } as const;

describe('a person who is recorded already', () => {
  test('joins a further case and its household, each once', async () => {
    const fachkraft = await als(t.personen.fachkraft);
    const [nr, andere] = [await neuerFall(fachkraft, t), await neuerFall(fachkraft, t, { vorname: 'Omar', nachname: 'Neumann' })];
    const [nele, omar] = [(await listPersonen(fachkraft, nr))[0]!.id, (await listPersonen(fachkraft, andere))[0]!.id];
    expect(await fuegeBekannteHinzu(fachkraft, nr, partner, omar, eingang())).toMatchObject({ ok: true });
    expect(await listPersonen(fachkraft, nr)).toMatchObject([{ id: nele, haushaltsrolle: 'erwachsen' }, { id: omar, haushaltsrolle: 'partner', vorname: 'Omar' }]);
    expect(await fuegeBekannteHinzu(fachkraft, nr, partner, omar, eingang())).toMatchObject({ grund: 'schon_im_fall' });
    expect(await fuegeBekannteHinzu(fachkraft, nr, partner, nele, eingang())).toMatchObject({ grund: 'schon_im_fall' });
    expect(await fuegeBekannteHinzu(fachkraft, andere, partner, nele, eingang())).toMatchObject({ ok: true });
    expect((await listPersonen(fachkraft, andere)).map(({ id }) => id).sort()).toEqual([nele, omar].sort());
  });

  test('stays closed when only a colleague or another Träger knows her', async () => {
    const fachkraft = await als(t.personen.fachkraft);
    const nr = await neuerFall(fachkraft, t);
    expect(await fuegeBekannteHinzu(fachkraft, nr, partner, t.faelle.kollegin.ratsuchendeId, eingang())).toMatchObject({ grund: 'bei_kollegin' });
    expect(await fuegeBekannteHinzu(fachkraft, nr, partner, anderer.faelle.kurzberatung.ratsuchendeId, eingang())).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await listPersonen(fachkraft, nr)).toHaveLength(1);
  });
});

describe('languages of a person', () => {
  test('are up to three codes; what older rows hold is shown as it is', async () => {
    const fachkraft = await als(t.personen.fachkraft);
    const nr = await neuerFall(fachkraft, t, { sprache: 'kmr' });
    const { id } = (await listPersonen(fachkraft, nr))[0]!;
    expect((await getPerson(fachkraft, nr, id))?.sprachen).toEqual(['kmr']);
    const { rows: [zeile] } = await db.sql.query<{ verpackt: Buffer; generation: number }>('select verpackt, generation from tresor.personenschluessel where ratsuchende_id = $1', [id]);
    const schluessel = fachkraft.tresor.oeffneSchluessel(id, zeile!.verpackt, zeile!.generation);
    const alt = { geburtsdatum: null, sprache: 'Dari und etwas Deutsch', telefon: '', email: '', anschrift: '' };
    await db.sql.query('update app.stammdaten set daten_krypt = $2 where ratsuchende_id = $1', [id, fachkraft.tresor.verschluessle(alt, schluessel, { besitzerId: id, spalte: 'stammdaten.daten', version: 1 })]);
    expect((await getPerson(fachkraft, nr, id))?.sprachen).toEqual(['Dari und etwas Deutsch']);
  });
});

describe('a member of a case', () => {
  test('leaves it and its household on a day, is no longer counted, and comes back', async () => {
    const fachkraft = await als(t.personen.fachkraft);
    const nr = await neuerFall(fachkraft, t);
    expect(await fuegePersonHinzu(fachkraft, nr, { rolle: 'familie', haushalt: 'kind' }, eingabe.parse({ nachname: 'Kind' }), eingang())).toMatchObject({ ok: true });
    const [nele, kind] = (await listPersonen(fachkraft, nr)).map(({ id }) => id) as [string, string];
    await db.sql.query("update app.haushaltsmitglieder set von = '2026-01-01' where ratsuchende_id = any ($1)", [[nele, kind]]);
    await db.sql.query("update app.fallbeteiligte set von = '2026-01-01' where ratsuchende_id = $1", [kind]);
    const stand = { rolle: 'weitere', haushalt: 'kind', ausgezogenAm: null, ausgeschiedenAm: null } as const;
    const gelesen = async () => (await listPersonen(fachkraft, nr)).find(({ id }) => id === kind);

    expect(await saveZugehoerigkeit(fachkraft, nr, kind, { ...stand, ausgeschiedenAm: '2025-12-31' })).toMatchObject({ grund: 'vor_beginn', seit: '2026-01-01' });
    expect(await saveZugehoerigkeit(fachkraft, nr, kind, { ...stand, ausgezogenAm: '2025-12-31', ausgeschiedenAm: '2026-03-01' })).toMatchObject({ grund: 'vor_einzug' });
    expect(await gelesen()).toMatchObject({ rolle: 'familie', ausgeschiedenAm: null, ausgezogenAm: null });
    expect(await saveZugehoerigkeit(fachkraft, nr, kind, { ...stand, ausgezogenAm: '2026-02-01', ausgeschiedenAm: '2026-03-01' })).toMatchObject({ ok: true });
    expect(await gelesen()).toMatchObject({ rolle: 'weitere', haushaltsrolle: 'kind', ausgezogenAm: '2026-02-01', ausgeschiedenAm: '2026-03-01' });
    expect((await getFall(fachkraft, nr))?.personen).toBe(1);

    expect(await saveZugehoerigkeit(fachkraft, nr, kind, { ...stand, rolle: 'familie', haushalt: 'weitere' })).toMatchObject({ ok: true });
    expect(await gelesen()).toMatchObject({ rolle: 'familie', haushaltsrolle: 'weitere', ausgezogenAm: null, ausgeschiedenAm: null });
    expect((await getFall(fachkraft, nr))?.personen).toBe(2);
    const { rows } = await db.sql.query("select rolle, von::text, bis::text from app.haushaltsmitglieder where ratsuchende_id = $1 order by von", [kind]);
    expect(rows).toEqual([{ rolle: 'kind', von: '2026-01-01', bis: '2026-02-01' }, { rolle: 'weitere', von: heute(), bis: null }]);
    expect(await saveZugehoerigkeit(fachkraft, nr, kind, { ...stand, haushalt: '' })).toMatchObject({ ok: true });
    expect(await saveZugehoerigkeit(fachkraft, nr, kind, stand)).toMatchObject({ ok: true });
    expect(await gelesen()).toMatchObject({ haushaltsrolle: 'kind', ausgezogenAm: null });
    const { rows: protokoll } = await db.sql.query("select aktion from app.protokoll where gegenstand_id = $1 and aktion like 'person.%' and aktion <> 'person.gelesen' order by id", [kind]);
    expect(protokoll.map(({ aktion }) => aktion)).toEqual(['person.beteiligt', 'person.ausgeschieden', 'person.beteiligt', 'person.zugehoerigkeit', 'person.zugehoerigkeit']);
  });

  test('is never the main person, nor one of a case that is not hers', async () => {
    const [fachkraft, fremd] = [await als(t.personen.fachkraft), await als(anderer.personen.fachkraft)];
    const nr = await neuerFall(fachkraft, t);
    const [{ id } = { id: '' }] = await listPersonen(fachkraft, nr);
    const weg = { rolle: 'familie', haushalt: '', ausgezogenAm: null, ausgeschiedenAm: heute() } as const;
    for (const wer of [fachkraft, fremd]) expect(await saveZugehoerigkeit(wer, nr, id, weg)).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await listPersonen(fachkraft, nr)).toMatchObject([{ rolle: 'hauptperson', ausgeschiedenAm: null }]);
    expect(await fuegePersonHinzu(fachkraft, nr, { rolle: 'familie', haushalt: '' }, eingabe.parse({ nachname: 'Tante' }), eingang())).toMatchObject({ ok: true });
    const tante = (await listPersonen(fachkraft, nr))[1]!.id;
    expect(await saveZugehoerigkeit(fachkraft, nr, tante, { ...weg, haushalt: 'weitere', ausgezogenAm: heute() })).toMatchObject({ grund: 'nie_im_haushalt' });
  });
});

describe('a date of birth', () => {
  test('is not after the opening of her own case nor after a status; a child is born while a case runs', async () => {
    const fachkraft = await als(t.personen.fachkraft);
    const nr = await neuerFall(fachkraft, t, { eroeffnetAm: '2026-02-01' });
    expect(await fuegePersonHinzu(fachkraft, nr, { rolle: 'familie', haushalt: 'kind' }, eingabe.parse({ nachname: 'Kind' }), eingang())).toMatchObject({ ok: true });
    const [nele, kind] = (await listPersonen(fachkraft, nr)).map(({ id }) => id) as [string, string];
    const geboren = (id: string, geburtsdatum: string, version = 1) => savePerson(fachkraft, nr, id, { name: version, stammdaten: version }, eingabe.parse({ nachname: 'Neumann', geburtsdatum }));
    expect(await geboren(nele, '02.02.2026')).toMatchObject({ grund: 'vor_geburt', tag: '2026-02-01' });
    expect(await geboren(nele, '2026')).toMatchObject({ ok: true });
    expect(await geboren(kind, '02.03.2026')).toMatchObject({ ok: true });
    const status = statusangabe.parse({ code: 'p24', von: '2026-03-01', bis: '' });
    expect(await erfasseStatusangabe(fachkraft, nr, kind, status, eingang())).toMatchObject({ ok: true });
    expect(await geboren(kind, '02.03.2026', 2)).toMatchObject({ grund: 'vor_geburt', tag: '2026-03-01' });
  });
});
