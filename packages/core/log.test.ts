import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neueId } from './ids.ts';
import { beschreibeFehler, erstelleLog, type Logfelder } from './log.ts';

function mitschrift(stufe?: 'debug' | 'info' | 'silent') {
  const zeilen: string[] = [];
  return { zeilen, log: erstelleLog(stufe, { write: (zeile) => void zeilen.push(zeile) }) };
}

test('listed fields are written, with time and event', () => {
  const { log, zeilen } = mitschrift();
  const traegerId = neueId();
  log.mit({ traegerId }).info('anfrage.beantwortet', { route: 'faelle.$nr', status: 200, dauerMs: 12.5, methode: 'GET' });
  const zeile = JSON.parse(zeilen[0] ?? '') as Record<string, unknown>;
  expect(zeile).toMatchObject({ level: 30, ereignis: 'anfrage.beantwortet', traegerId, route: 'faelle.$nr', status: 200, dauerMs: 12.5, methode: 'GET' });
  expect(Object.keys(zeile).toSorted()).toEqual(['dauerMs', 'ereignis', 'level', 'methode', 'route', 'status', 'time', 'traegerId']);
});

test('the level is kept', () => {
  const { log, zeilen } = mitschrift();
  log.debug('klein');
  log.warn('gross');
  expect(zeilen).toHaveLength(1);
  const still = mitschrift('silent');
  still.log.error('x');
  expect(still.zeilen).toEqual([]);
});

test.each([
  ['name', 'Canary'],
  ['msg', 'Canary'],
  ['err', new Error('Canary')],
  ['traegerId', 'Canary'],
  ['route', '/faelle?q=Canary'],
  ['status', 'Canary'],
  ['grund', 'Canary Müller'],
  ['code', { tief: 'Canary' }],
  ['fehler', 'Canary'],
  ['fehler', new Error('Canary')],
  ['fehler', new Error('zeile eins\n    at Canary (datei.ts:1:2)')],
  ['fehler', Object.assign(new Error('x'), { code: 'Canary Müller', detail: 'Canary', name: 'Canary Müller' })],
  ['fehler', new Error('x', { cause: Object.assign(new Error('Canary'), { params: ['Canary'] }) })],
])('%s with a value that is not its own leaves no trace', (name, wert) => {
  const { log, zeilen } = mitschrift('debug');
  log.error('etwas', { [name]: wert } as Logfelder);
  log.mit({ [name]: wert } as Logfelder).debug('Ein Satz mit Canary');
  expect(zeilen).toHaveLength(2);
  expect(zeilen.join('')).not.toContain('Canary');
});

test('no sentence of personal data gets through any field', () => {
  fc.assert(
    fc.property(fc.string(), fc.object({ values: [fc.constant('Amina Al-Hussein'), fc.integer()] }), (name, wert) => {
      const { log, zeilen } = mitschrift();
      log.info('Amina Al-Hussein', { ...wert, [name]: wert, fehler: Object.assign(new Error('Amina Al-Hussein'), wert) });
      expect(zeilen.join('')).not.toContain('Amina');
    }),
    { numRuns: 200 },
  );
}, 30_000);

test('an error keeps name, code, frames and causes', () => {
  const ursache = Object.assign(new TypeError('doppelt: Müller'), { code: '23505' });
  const beschrieben = beschreibeFehler(new Error('r', { cause: ursache }));
  expect(beschrieben).toMatchObject({ name: 'Error', ursache: { name: 'TypeError', code: '23505' } });
  expect((beschrieben['stack'] as string[])[0]).toContain('log.test.ts');
});

test('an error that is its own cause ends', () => {
  const kreis = new Error('x');
  kreis.cause = kreis;
  expect(JSON.stringify(beschreibeFehler(kreis)).match(/ursache/g)).toHaveLength(3);
});
