import { expect, test } from 'vitest';
import { leseUmgebung, UmgebungFehler } from './umgebung.ts';

test('an empty environment gives the demo with the embedded database', () => {
  expect(leseUmgebung({ PATH: '/usr/bin', KIM_SMTP_URL: '  ' }, '/srv/kim')).toEqual({
    modus: 'demo',
    port: 3000,
    datenVerzeichnis: '/srv/kim/.kim',
    schluesselbundPfad: '/srv/kim/.kim/schluesselbund.json',
    auswertungsschluesselPfad: '/srv/kim/.kim/auswertung.schluessel',
    ursprung: 'http://localhost:3000',
    datenbank: {},
    smtpUrl: undefined,
  });
});

test('variables are taken over, paths made absolute', () => {
  const umgebung = leseUmgebung({
    KIM_MODUS: 'produktion', KIM_PORT: '8080', KIM_DATEN: '/var/lib/kim', KIM_SCHLUESSELBUND: '/etc/kim/bund.json',
    KIM_URSPRUNG: 'https://kim.example.de/', KIM_DB_TRAEGER_URL: 'postgres://kim_traeger:geheim@db/kim',
    KIM_SMTP_URL: 'smtp://post:25',
  });
  expect(umgebung).toMatchObject({
    modus: 'produktion', port: 8080, datenVerzeichnis: '/var/lib/kim', schluesselbundPfad: '/etc/kim/bund.json',
    ursprung: 'https://kim.example.de', smtpUrl: 'smtp://post:25',
  });
  expect(umgebung.datenbank.traeger).toContain('kim_traeger');
  expect(umgebung.datenbank.auswertung).toBeUndefined();
});

test('the keyring lies in the data directory unless said otherwise, and the origin follows the port', () => {
  const umgebung = leseUmgebung({ KIM_DATEN: 'daten', KIM_PORT: '4000' }, '/srv/kim');
  expect(umgebung.schluesselbundPfad).toBe('/srv/kim/daten/schluesselbund.json');
  expect(umgebung.ursprung).toBe('http://localhost:4000');
});

test.each([
  ['KIM_MODUS', 'test'],
  ['KIM_PORT', '0'],
  ['KIM_PORT', '65536'],
  ['KIM_PORT', '3e3'],
  ['KIM_URSPRUNG', 'kim.example.de'],
  ['KIM_URSPRUNG', 'https://kim.example.de/pfad'],
  ['KIM_URSPRUNG', 'https://nutzer:wort@kim.example.de'],
  ['KIM_URSPRUNG', 'javascript:alert(1)'],
  ['KIM_DB_TRAEGER_URL', 'mysql://db/kim'],
  ['KIM_DB_AUFTRAG_URL', 'db/kim'],
  ['KIM_SMTP_URL', 'http://post'],
])('%s=%s is refused with a message that names the variable', (name, wert) => {
  expect(() => leseUmgebung({ [name]: wert })).toThrow(UmgebungFehler);
  expect(() => leseUmgebung({ [name]: wert })).toThrow(new RegExp(`^${name} muss .+\\.$`));
});

test('every wrong variable is named and no password repeated', () => {
  const lies = () => leseUmgebung({ KIM_DB_TRAEGER_URL: 'mysql://kim:geheim@db', KIM_PORT: 'x' });
  expect(lies).toThrow(/KIM_PORT[^]*KIM_DB_TRAEGER_URL/);
  expect(lies).not.toThrow(/geheim/);
});

test('production refuses an unprotected origin, except on the own machine', () => {
  expect(() => leseUmgebung({ KIM_MODUS: 'produktion', KIM_URSPRUNG: 'http://kim.example.de' })).toThrow(/https/);
  expect(leseUmgebung({ KIM_MODUS: 'produktion', KIM_URSPRUNG: 'http://localhost:3000' }).modus).toBe('produktion');
  expect(leseUmgebung({ KIM_MODUS: 'produktion' }).ursprung).toBe('http://localhost:3000');
});
