import { embeddedZugaenge, exportZugaenge, fremdeZugaenge, readGeheimnisse } from '@kim/infra/local/datenbank-urls.ts';
import { leseUmgebung } from '@kim/core/umgebung.ts';
import { useDatenbank } from '@kim/infra/local/datenbank.ts';
import { claimDaten } from '@kim/infra/local/datenverzeichnis.ts';
import { checkFremdeDatenbank, findProtokollrisiken, isVersionAusreichend } from '@kim/infra/local/fremde-datenbank.ts';
import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { afterwards, makeCluster, makeDaten, query, startServer } from './umfeld.ts';

const still = {
  log_statement: 'none', log_min_duration_statement: '-1', log_min_duration_sample: '-1', log_transaction_sample_rate: '0',
  log_parameter_max_length: '-1', log_parameter_max_length_on_error: '0', 'auto_explain.log_min_duration': null,
};

describe('a given PostgreSQL', () => {
  it('is accepted when its log can show no value', () => {
    expect(findProtokollrisiken(still)).toEqual([]);
    expect(findProtokollrisiken({ ...still, log_min_duration_statement: '250', log_parameter_max_length: '0' })).toEqual([]);
  });

  it.each([
    ['log_statement', 'ddl'], ['log_statement', 'mod'], ['log_statement', 'all'],
    ['log_min_duration_statement', '0'], ['log_min_duration_sample', '100'], ['log_transaction_sample_rate', '0.01'],
    ['log_parameter_max_length_on_error', '-1'], ['log_parameter_max_length_on_error', '64'],
    ['auto_explain.log_min_duration', '500'], ['pgaudit.log_parameter', 'on'],
  ])('is refused with %s = %s', (name, wert) => {
    expect(findProtokollrisiken({ ...still, [name]: wert }).join()).toContain(name);
  });

  it('is asked for its settings in the database itself, and by each login', async () => {
    const { verzeichnis, passwort } = await makeCluster();
    const server = await startServer({ verzeichnis, passwort });
    await expect(checkFremdeDatenbank([server.url])).resolves.toMatch(/^18/);
    await query(server.url, "create role kim_traeger login password 'x'");
    await query(server.url, "alter role kim_traeger set log_statement = 'all'");
    const alsTraeger = server.url.replace(/\/\/[^@]+@/, '//kim_traeger:x@');
    await expect(checkFremdeDatenbank([server.url])).resolves.toMatch(/^18/);
    await expect(checkFremdeDatenbank([server.url, alsTraeger])).rejects.toThrow(/log_statement = all/);
  });

  it('that does not answer is named without its password', async () => {
    const fehler = await checkFremdeDatenbank(['postgres://kim:geheim@127.0.0.1:1/kim']).catch((f: Error & { ausweg: string }) => f);
    expect(fehler).toMatchObject({ message: expect.stringContaining('127.0.0.1:1/kim ist als kim nicht erreichbar') });
    expect(JSON.stringify(fehler)).not.toContain('geheim');
  });

  it('must have the fixes on which separation relies', () => {
    expect([150013, 150014, 160009, 160010, 170005, 170006, 180000, 140020].map(isVersionAusreichend)).toEqual([false, true, false, true, false, true, true, false]);
  });
});

it('a given PostgreSQL is lent to an operator command while the application runs', async () => {
  const { verzeichnis, passwort } = await makeCluster();
  const server = await startServer({ verzeichnis, passwort });
  const daten = makeDaten();
  afterwards(claimDaten(daten, 'http://localhost:3000'));
  const umgebung = leseUmgebung({ KIM_DB_VERWALTUNG_URL: server.url, KIM_DATEN: daten.pfad });
  await expect(useDatenbank(umgebung, daten, async ({ verwaltung }) => verwaltung)).resolves.toBe(server.url);
});

describe('the accesses', () => {
  const geheim = () => readGeheimnisse(makeDaten().zugang);

  it('are those of the embedded server when no URL is given', () => {
    expect(fremdeZugaenge({}, geheim)).toBeUndefined();
  });

  it('are derived from the administration URL, each with a password of its own', () => {
    const zugaenge = fremdeZugaenge({ verwaltung: 'postgres://chef:geheim@db.example:5433/kim' }, geheim);
    expect(zugaenge?.urls.traeger).toMatch(/^postgres:\/\/kim_traeger:[0-9a-f]{48}@db\.example:5433\/kim$/);
    expect(new Set(Object.values(zugaenge?.passwoerter ?? {})).size).toBe(6);
    expect(Object.values(zugaenge?.urls ?? {}).join()).not.toContain('geheim@');
  });

  it('keep a given URL, and hand its password on to the role', () => {
    const traeger = 'postgres://kim_traeger:a%40b@db.example/kim';
    const zugaenge = fremdeZugaenge({ verwaltung: 'postgres://chef@db.example/kim', traeger }, geheim);
    expect(zugaenge?.urls.traeger).toBe(traeger);
    expect(zugaenge?.passwoerter.kim_traeger).toBe('a@b');
  });

  it('are refused by name when some are missing and nobody may create them', () => {
    expect(() => fremdeZugaenge({ traeger: 'postgres://kim_traeger:x@db/kim' }, geheim)).toThrow(/KIM_DB_ANMELDUNG_URL/);
  });

  it('given to the application leave out administration and owner', () => {
    const daten = makeDaten();
    const env = exportZugaenge(embeddedZugaenge('postgres://kim_verwaltung:oben@127.0.0.1:5/kim', readGeheimnisse(daten.zugang)), ['traeger', 'anmeldung']);
    expect(Object.keys(env)).toEqual(['KIM_DB_TRAEGER_URL', 'KIM_DB_ANMELDUNG_URL']);
    expect(JSON.stringify(env)).not.toContain('oben');
  });

  it('keep their passwords between starts, for this user alone', () => {
    const daten = makeDaten();
    expect(readGeheimnisse(daten.zugang)).toEqual(readGeheimnisse(daten.zugang));
    expect(statSync(daten.zugang).mode & 0o777).toBe(0o600);
    expect(readFileSync(daten.zugang, 'utf8')).toContain('verwaltung');
  });
});
