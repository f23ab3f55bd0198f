import { describe, expect, test } from 'vitest';
import { fuegeBekannteHinzu } from '@kim/domain/ratsuchende/mutations.server.ts';
import { getPerson, listPersonen } from '@kim/domain/ratsuchende/data.server.ts';
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
