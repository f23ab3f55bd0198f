import { describe, expect, test } from 'vitest';
import { erfasseEinwilligung, widerrufeEinwilligung } from '@kim/domain/einwilligungen/mutations.server.ts';
import { einwilligung } from '@kim/domain/einwilligungen/schema.ts';
import { getAbschluss } from '@kim/domain/fallabschluesse/data.server.ts';
import { beendeFall, nimmFallWiederAuf } from '@kim/domain/fallabschluesse/mutations.server.ts';
import type { Abschlusseingabe } from '@kim/domain/fallabschluesse/schema.ts';
import { setzeKlasse } from '@kim/domain/faelle/mutations.server.ts';
import { erfasseKontakt } from '@kim/domain/kontakte/mutations.server.ts';
import { listPersonen } from '@kim/domain/ratsuchende/data.server.ts';
import { BERG } from '@kim/testing/plan.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { neuerFallVon } from './faelle-bauen.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const t = BERG.traeger[0]!;
const KONTAKT = { am: tagVon(-2), kanal: 'telefon', dauer: null, notiz: 'x' } as const;

const ende = (mehr: Partial<Abschlusseingabe> = {}): Abschlusseingabe => ({ am: tagVon(0), grund: 'beratung_abgeschlossen', durch: 'beide', ergebnis: null, notiz: 'Alles Gute', ...mehr });

const stand = async (nr: string) => (await db.sql.query<Record<string, unknown>>(
  `select beendet_am::text as beendet, gestoppt_am::text as gestoppt, phase, (select array_agg(e.art || ':' || e.wert order by e.id) from app.fallereignisse e where e.fall_id = f.id and e.art in ('ende', 'wiederaufnahme', 'phase')) as ereignisse
     from app.faelle f where fallnummer = $1`, [nr])).rows[0]!;

describe('a case ends', () => {
  test('with its reason, once, and every Fachkraft may end a shared one', async () => {
    const [f, k] = [await als(t.personen.fachkraft), await als(t.personen.kollegin)];
    const nr = await neuerFallVon(f, t.kommuneId, -10);
    const formular = eingang();
    expect(await beendeFall(k, nr, ende(), formular)).toMatchObject({ ok: true, wert: { neu: true } });
    expect(await beendeFall(k, nr, ende(), formular)).toMatchObject({ ok: true, wert: { neu: false } });
    expect(await beendeFall(k, nr, ende(), eingang())).toMatchObject({ grund: 'beendet' });
    expect(await stand(nr)).toMatchObject({ beendet: tagVon(0), gestoppt: null, ereignisse: ['phase:klaerung', 'ende:beratung_abgeschlossen'] });
    expect(await getAbschluss(f, nr)).toMatchObject({ beendetAm: tagVon(0), abschluesse: [{ grund: 'beratung_abgeschlossen', ergebnis: 'bearbeitet', notiz: 'Alles Gute' }] });
  });

  test('not before its last Kontakt nor its opening, a Kurzberatung not without an outcome', async () => {
    const f = await als(t.personen.fachkraft);
    const nr = await neuerFallVon(f, t.kommuneId, -10);
    expect(await beendeFall(f, nr, ende({ am: tagVon(-11) }), eingang())).toMatchObject({ grund: 'zu_frueh', fruehestens: tagVon(-10) });
    await erfasseKontakt(f, nr, KONTAKT, eingang());
    expect(await beendeFall(f, nr, ende({ am: tagVon(-3) }), eingang())).toMatchObject({ grund: 'zu_frueh', fruehestens: tagVon(-2) });
    expect(await beendeFall(f, nr, ende({ grund: 'umzug' }), eingang())).toMatchObject({ grund: 'ergebnis_fehlt' });
    expect(await beendeFall(f, nr, ende({ grund: 'umzug', ergebnis: 'teilweise' }), eingang())).toMatchObject({ ok: true });
  });

  test('in Case Management by who is responsible alone, also for the database', async () => {
    const [f, b] = [await als(t.personen.fachkraft), await als(t.personen.beratung)];
    const nr = await neuerFallVon(f, t.kommuneId);
    await setzeKlasse(f, nr, 'case_management');
    expect(await beendeFall(b, nr, ende({ grund: 'umzug' }), eingang())).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await beendeFall(f, nr, ende(), eingang())).toMatchObject({ grund: 'grund' });
    expect(await beendeFall(f, nr, ende({ grund: 'umzug' }), eingang())).toMatchObject({ ok: true });
    await db.spiele(async ({ als }) => {
      const gast = await als(t.personen.beratung);
      const schliesst = (wer: typeof gast) => wer.versucht(
        "insert into app.fallabschluesse (traeger_id, id, fall_id, am, grund, durch, notiz_krypt, erfasst_von) values ($1, gen_random_uuid(), $2, $3, 'umzug', 'beide', '\\x00', $4)",
        [t.id, t.faelle.beratung.id, tagVon(0), wer.person.nutzerId]);
      expect(await gast.zaehlt('app.faelle where id = $1', [t.faelle.beratung.id])).toBe(1);
      expect((await schliesst(gast)).fehler).toBe('42501');
      expect((await schliesst(await als(t.personen[t.faelle.beratung.fachkraft]))).fehler).toBeNull();
    });
  });
});

test('a revocation stops the recording, and such a case is not reopened', async () => {
  const f = await als(t.personen.fachkraft);
  const nr = await neuerFallVon(f, t.kommuneId);
  expect(await beendeFall(f, nr, ende({ grund: 'widerruf', ergebnis: 'offen' }), eingang())).toMatchObject({ ok: true });
  expect(await stand(nr)).toMatchObject({ beendet: tagVon(0), gestoppt: tagVon(0) });
  expect(await nimmFallWiederAuf(f, nr, 'wunsch', eingang())).toMatchObject({ grund: 'gestoppt' });
});

test('before it ends one sees how often was advised, and whether a revocation is written down', async () => {
  const f = await als(t.personen.fachkraft);
  const nr = await neuerFallVon(f, t.kommuneId, -10);
  expect(await getAbschluss(f, nr)).toMatchObject({ beratungen: 0, widerrufErfasst: false });
  await erfasseKontakt(f, nr, KONTAKT, eingang());
  await erfasseKontakt(f, nr, { ...KONTAKT, kanal: 'messenger' }, eingang());
  await erfasseKontakt(f, nr, { ...KONTAKT, kanal: 'persoenlich', ausgefallen: 'ja' }, eingang());
  const person = (await listPersonen(f, nr))[0]!.id;
  const erteilt = await erfasseEinwilligung(f, nr, einwilligung.parse({ art: 'einverstaendnis', person, entscheidung: 'erteilt', am: tagVon(-2), form: 'schriftlich' }), null, eingang());
  expect(await getAbschluss(f, nr)).toMatchObject({ beratungen: 1, widerrufErfasst: false });
  await widerrufeEinwilligung(f, nr, erteilt.ok ? erteilt.wert.ergebnis : '', 1, tagVon(-1));
  expect(await getAbschluss(f, nr)).toMatchObject({ beratungen: 1, widerrufErfasst: true });
});

test('a reopened Kurzberatung is cleared anew, keeps its ending and may end again', async () => {
  const f = await als(t.personen.fachkraft);
  const nr = await neuerFallVon(f, t.kommuneId);
  expect(await nimmFallWiederAuf(f, nr, 'wunsch', eingang())).toMatchObject({ grund: 'nicht_beendet' });
  await beendeFall(f, nr, ende(), eingang());
  await db.sql.query('update app.faelle set phase = null where fallnummer = $1', [nr]);
  expect(await nimmFallWiederAuf(f, nr, 'neuer_bedarf', eingang())).toMatchObject({ ok: true });
  expect(await stand(nr)).toMatchObject({ beendet: null, phase: 'klaerung', ereignisse: ['phase:klaerung', 'ende:beratung_abgeschlossen', 'wiederaufnahme:neuer_bedarf', 'phase:klaerung'] });
  expect(await beendeFall(f, nr, ende(), eingang())).toMatchObject({ ok: true });
  expect((await getAbschluss(f, nr))?.abschluesse).toHaveLength(2);
});
