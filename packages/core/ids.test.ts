import { expect, test } from 'vitest';
import { ersteIdAb, istId, neueId } from './ids.ts';

test('ids are distinct, ascending UUIDv7', () => {
  const ids = Array.from({ length: 2_000 }, neueId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test.each([
  [neueId(), true],
  ['00000000-0000-0000-0000-000000000001', true],
  ['0190F3A0-0000-7000-8000-000000000001', false],
  [`${neueId()}\n`, false],
  ["' or 1=1", false],
  ['', false],
  [undefined, false],
])('istId(%j) is %s', (text, erwartet) => {
  expect(istId(text)).toBe(erwartet);
});

test('ids made after a moment lie above its first id, those before below', () => {
  const vorher = neueId();
  expect(vorher < ersteIdAb(new Date(Date.now() + 1))).toBe(true);
  expect(neueId() >= ersteIdAb(new Date(Date.now() - 1))).toBe(true);
  expect(istId(ersteIdAb(new Date()))).toBe(true);
});
