import { expect, test } from 'vitest';
import { gruppiere, istAppCode, neueCodes, neuesGeheimnis, normiereCode, schrittVon, uriFuer } from './totp.ts';

// RFC 6238, appendix B, SHA-1: the last six of the eight digits.
const RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('the code of RFC 6238 at %i s is accepted', (sekunden, code) => {
  expect(schrittVon(RFC, code, sekunden * 1000)).toBe(Math.floor(sekunden / 30));
});

test('one step early or late counts as the step of the code, two do not', () => {
  const schritt = Math.floor(1_234_567_890 / 30);
  const um = (schritte: number) => schrittVon(RFC, '005924', 1_234_567_890_000 + schritte * 30_000);
  expect([um(-1), um(0), um(1)]).toEqual([schritt, schritt, schritt]);
  expect([um(-2), um(2)]).toEqual([null, null]);
});

test.each(['', '5924', '00592', '0059244', 'abcdef', '٠٠٥٩٢٤', '005925'])('%j is no code', (code) => {
  expect(schrittVon(RFC, code, 1_234_567_890_000)).toBeNull();
});

test('what is typed is read generously', () => {
  expect(normiereCode(' 005 924 ')).toBe('005924');
  expect(normiereCode('3f9a-01bc-77d2')).toBe('3F9A01BC77D2');
  expect(istAppCode('005924')).toBe(true);
  expect(istAppCode('3F9A01BC77D2')).toBe(false);
});

test('recovery codes are ten, distinct, and readable', () => {
  const codes = neueCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(gruppiere(code)).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/);
    expect(normiereCode(gruppiere(code).toLowerCase())).toBe(code);
  }
});

test('a secret has 160 bits and its address names product and account', () => {
  const geheimnis = neuesGeheimnis();
  expect(geheimnis).toMatch(/^[A-Z2-7]{32}$/);
  expect(uriFuer(geheimnis, 'm@kue.example')).toContain(`secret=${geheimnis}`);
  expect(uriFuer(geheimnis, 'm@kue.example')).toMatch(/^otpauth:\/\/totp\/KIM%20Case%20Management:m%40kue\.example\?/);
});
