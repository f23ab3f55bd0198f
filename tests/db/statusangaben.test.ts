import { describe, expect, test } from 'vitest';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { listPersonen } from '@kim/domain/ratsuchende/data.server.ts';
import { listStatusangaben } from '@kim/domain/statusangaben/data.server.ts';
import { entferneStatusangabe, erfasseStatusangabe, saveStatusangabe } from '@kim/domain/statusangaben/mutations.server.ts';
import type { Statuseingabe } from '@kim/domain/statusangaben/schema.ts';
import { BERG } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { neuerFall } from './fall.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const [t, anderer] = BERG.traeger as [TraegerPlan, TraegerPlan];

const eineAngabe = (mehr: Partial<Statuseingabe> = {}): Statuseingabe => ({ code: 'gestattung', von: '2026-01-01', bis: null, dokumentnummer: 'X1', notiz: 'liegt vor', ...mehr });

async function szene(): Promise<{ fachkraft: TraegerAkteur; nr: string; person: string }> {
  const fachkraft = await als(t.personen.fachkraft);
  const nr = await neuerFall(fachkraft, t);
  return { fachkraft, nr, person: (await listPersonen(fachkraft, nr))[0]!.id };
}

describe('the time line of a person', () => {
  test('grows, is corrected and loses what was a mistake; the case runs on', async () => {
    const { fachkraft, nr, person } = await szene();
    const formular = eingang('eins');
    const erste = await erfasseStatusangabe(fachkraft, nr, person, eineAngabe({ bis: '2026-02-01' }), formular);
    const id = erste.ok ? erste.wert.ergebnis : '';
    expect(await erfasseStatusangabe(fachkraft, nr, person, eineAngabe({ bis: '2026-02-01' }), formular)).toMatchObject({ ok: true, wert: { neu: false, ergebnis: id } });
    await erfasseStatusangabe(fachkraft, nr, person, eineAngabe({ code: 'sgb_2', von: '2026-03-01' }), eingang());
    expect(await listStatusangaben(fachkraft, nr, person)).toMatchObject({ name: 'Nele Neumann', angaben: [{ art: 'leistung', code: 'sgb_2' }, { id, art: 'aufenthalt', dokumentnummer: 'X1', notiz: 'liegt vor', version: 1 }] });
    expect(await saveStatusangabe(fachkraft, nr, person, id, 1, eineAngabe({ code: 'p25_3', notiz: 'berichtigt' }))).toMatchObject({ ok: true });
    expect(await saveStatusangabe(fachkraft, nr, person, id, 1, eineAngabe())).toMatchObject({ grund: 'konflikt', aktuell: { code: 'p25_3', notiz: 'berichtigt', version: 2 } });
    expect(await saveStatusangabe(fachkraft, nr, person, id, 2, eineAngabe({ code: 'sgb_2' }))).toMatchObject({ grund: 'unbekannt' });
    expect(await entferneStatusangabe(fachkraft, nr, person, id)).toMatchObject({ ok: true });
    expect((await listStatusangaben(fachkraft, nr, person))?.angaben).toHaveLength(1);
    const { rows } = await db.sql.query<{ aktion: string }>("select aktion from app.protokoll where fallnummer = $1 and aktion like 'status.%' order by id", [nr]);
    expect(rows.map(({ aktion }) => aktion)).toEqual(['status.erfasst', 'status.erfasst', 'status.geaendert', 'status.entfernt']);
    expect((await db.sql.query('select beendet_am from app.faelle where fallnummer = $1', [nr])).rows).toEqual([{ beendet_am: null }]);
  });

  test('keeps number and note from the database', async () => {
    const { fachkraft, nr, person } = await szene();
    await erfasseStatusangabe(fachkraft, nr, person, eineAngabe({ dokumentnummer: 'GEHEIM77', notiz: 'GEHEIM78' }), eingang());
    const { rows } = await db.sql.query<{ zeile: string }>("select encode(angaben_krypt, 'escape') || code as zeile from app.statusangaben where ratsuchende_id = $1", [person]);
    expect(rows[0]?.zeile).toMatch(/gestattung$/);
    expect(rows[0]?.zeile).not.toContain('GEHEIM');
  });

  test('takes no rule that had ended, nothing backwards and nothing for somebody else’s client', async () => {
    const { fachkraft, nr, person } = await szene();
    expect(await erfasseStatusangabe(fachkraft, nr, person, eineAngabe({ code: 'p104c', von: '2026-01-01' }), eingang())).toMatchObject({ grund: 'regel_ausgelaufen' });
    expect(await erfasseStatusangabe(fachkraft, nr, person, eineAngabe({ code: 'p104c', von: '2025-06-01' }), eingang())).toMatchObject({ ok: true });
    expect(await erfasseStatusangabe(fachkraft, nr, person, eineAngabe({ bis: '2025-01-01' }), eingang())).toMatchObject({ grund: 'ende_vor_beginn' });
    const fremd = await als(anderer.personen.fachkraft);
    expect(await listStatusangaben(fremd, nr, person)).toBeNull();
    expect(await erfasseStatusangabe(fremd, nr, person, eineAngabe(), eingang())).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await erfasseStatusangabe(fachkraft, nr, t.faelle.kollegin.ratsuchendeId, eineAngabe(), eingang())).toMatchObject({ grund: 'nicht_gefunden' });
  });
});
