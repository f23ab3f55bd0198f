import fc from 'fast-check';
import type { Feldwert, Formularfelder } from './anfrage.ts';

/** Forms as nobody fills them: fields missing, repeated, far too long, of any script and none. */

const BOESE = [
  '', ' ', '\u0000', 'a\u0000b', '\u202Eabc', '\u200B', '\uFFFD', '\uFEFF', '👩‍👩‍👧‍👦', 'ﷺ', 'é'.normalize('NFD'), '\r\n\r\n', "' or 1=1 --", '"; drop table app.faelle; --', '$(id)', '{{7*7}}', '<script>alert(1)</script>',
  '%00', '%', '../../etc/passwd', '-1', '0', '1e309', 'NaN', 'Infinity', '2147483648', '99999999999999999999', '0x10', '1,5', '01.01.0000', '31.02.2026', '29.02.2025', '99.99.9999', '2026-01-01', '0001-01-01T00:00:00Z',
  '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '__proto__', 'constructor', 'null', 'undefined', 'true', '[object Object]', 'x'.repeat(201), 'ä'.repeat(20_001),
];

const wert = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...BOESE) }, { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) });

const mehrere = fc.array(wert, { minLength: 2, maxLength: 4 });

const ZUSAETZE = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '_formular', '_aktion', 'aktion', 'version', 'traeger_id', 'id', 'a[b]', 'a.b', ''];

/** A right form with one to all of its fields gone wrong. */
export function unsinn(formular: Formularfelder): fc.Arbitrary<Formularfelder> {
  const felder = Object.entries(formular).map(([name, richtig]) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constant<[string, Feldwert | null]>([name, richtig]) },
      { weight: 3, arbitrary: wert.map<[string, Feldwert | null]>((neu) => [name, neu]) },
      { weight: 1, arbitrary: fc.constant<[string, Feldwert | null]>([name, null]) },
      { weight: 1, arbitrary: mehrere.map<[string, Feldwert | null]>((neu) => [name, neu]) },
    ),
  );
  const zusatz = fc.array(fc.tuple(fc.constantFrom(...ZUSAETZE), wert), { maxLength: 2 });
  return fc.tuple(fc.tuple(...felder), zusatz).map(([eigene, fremde]) =>
    Object.fromEntries([...fremde, ...eigene].filter((paar): paar is [string, Feldwert] => paar[1] !== null)),
  );
}

/** Bodies that are no form of this kind, and what they say they are. */
export const RUEMPFE: Readonly<Record<string, { rumpf: string | Buffer; 'content-type': string | null }>> = {
  'no type': { rumpf: 'a=b', 'content-type': null },
  JSON: { rumpf: '{"a":1}', 'content-type': 'application/json' },
  'JSON that says it is a form': { rumpf: '{"a":1}', 'content-type': 'application/x-www-form-urlencoded' },
  text: { rumpf: 'a=b', 'content-type': 'text/plain' },
  'parts without a border': { rumpf: 'a=b', 'content-type': 'multipart/form-data' },
  'parts that break off': { rumpf: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb', 'content-type': 'multipart/form-data; boundary=x' },
  'a file instead of text': { rumpf: '--x\r\nContent-Disposition: form-data; name="notiz"; filename="../a.svg"\r\nContent-Type: image/svg+xml\r\n\r\n<svg onload="alert(1)"/>\r\n--x--\r\n', 'content-type': 'multipart/form-data; boundary=x' },
  'broken escapes': { rumpf: 'a=%&%=%E0%A4%A&=&&;b', 'content-type': 'application/x-www-form-urlencoded' },
  'bytes that are no text': { rumpf: Buffer.from([0x61, 0x3d, 0xff, 0xfe, 0x00, 0xc3]), 'content-type': 'application/x-www-form-urlencoded' },
  'five thousand fields': { rumpf: Array.from({ length: 5_000 }, (_, i) => `f${i}=1`).join('&'), 'content-type': 'application/x-www-form-urlencoded' },
  'one field five thousand times': { rumpf: Array.from({ length: 5_000 }, () => 'notiz=1').join('&'), 'content-type': 'application/x-www-form-urlencoded' },
  'an odd charset': { rumpf: 'a=b', 'content-type': 'application/x-www-form-urlencoded; charset=utf-7' },
};
