import { describe, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { auftragFuer } from '@kim/testing/actors.ts';
import { BERG, SPRINGERIN, TAL } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { alsLogin, eigeneDatenbank, kontakteVon } from './szene.ts';

const db = eigeneDatenbank();
const [A, B] = [BERG.traeger[0]!, BERG.traeger[1]!];
const C = TAL.traeger[0]!;

describe('a Fachkraft', () => {
  test.each([['of the same Kreis', B], ['of another Kreis', C]])('sees nothing of a Träger %s', (_, fremd: TraegerPlan) => db.spiele(async ({ als }) => {
    const [eigene, fremde] = [await als(A.personen.fachkraft), await als(fremd.personen.fachkraft)];
    const fall = fremd.faelle.kurzberatung.id;
    expect(await kontakteVon(fremde, fall)).toBe(1);
    expect(await kontakteVon(eigene, fall)).toBe(0);
    expect(await eigene.zaehlt('app.faelle where traeger_id = $1', [fremd.id])).toBe(0);
  }));

  test('changes and deletes nothing of another Träger, and cannot tell its case from an invented one', () => db.spiele(async ({ als }) => {
    const [eigene, fremde] = [await als(A.personen.fachkraft), await als(B.personen.fachkraft)];
    const fall = B.faelle.kurzberatung.id;
    const schreibe = (wer: typeof eigene, traegerId: string, fallId: string) => wer.versucht(
      "insert into app.kontakte (traeger_id, id, fall_id, am, kanal, notiz_krypt, erfasst_von) values ($1, $2, $3, $4, 'post', '\\x00', $5)",
      [traegerId, neueId(), fallId, tagVon(0), wer.person.nutzerId]);
    expect((await schreibe(fremde, B.id, fall)).fehler).toBeNull();
    expect((await schreibe(eigene, B.id, fall)).fehler).toBe('42501');
    expect((await eigene.versucht('update app.faelle set version = version where id = $1', [fall])).anzahl).toBe(0);
    const [echt, erfunden] = [await schreibe(eigene, A.id, fall), await schreibe(eigene, A.id, neueId())];
    expect(echt.fehler).not.toBeNull();
    expect({ ...echt }).toEqual({ ...erfunden });
  }));

  test('who works for two Träger sees one of them at a time', () => db.spiele(async ({ als }) => {
    const [hier, dort] = [await als(SPRINGERIN[0]), await als(SPRINGERIN[1])];
    expect([await kontakteVon(hier, A.faelle.kurzberatung.id), await kontakteVon(hier, B.faelle.kurzberatung.id)]).toEqual([1, 0]);
    expect([await kontakteVon(dort, A.faelle.kurzberatung.id), await kontakteVon(dort, B.faelle.kurzberatung.id)]).toEqual([0, 1]);
  }));
});

describe('the other logins', () => {
  test.each(['kim_koordination', 'kim_anmeldung', 'kim_auftrag', 'kim_auswertung'] as const)('%s reads no table of a Träger', async (login) => {
    expect((await db.sql.query('select from app.faelle')).rowCount).toBeGreaterThan(0);
    const frage = alsLogin(db, login);
    await frage("select set_config('app.ctx', $1, false)", [await auftragFuer(db.sql, A)]);
    for (const tabelle of ['app.faelle', 'app.kontakte', 'tresor.fallschluessel', 'sec.konten']) {
      await expect(frage(`select from ${tabelle}`)).rejects.toMatchObject({ code: '42501' });
    }
  });

  test('the owner of the tables sees no rows without a session either', async () => {
    const frage = alsLogin(db, 'kim_eigentuemer');
    await expect(frage('select from app.faelle')).rejects.toMatchObject({ code: '42501' });
    expect(await frage('select * from sec.konten')).toEqual([]);
  });
});
