import { expect, test } from 'vitest';
import { HAEUFIGE_STAATSANGEHOERIGKEITEN, STAATSANGEHOERIGKEITEN, staatsangehoerigkeit } from './staatsangehoerigkeiten.ts';

test('every key has three digits and stands once, in order, with one name', () => {
  const [schluessel, namen] = [STAATSANGEHOERIGKEITEN.map(([key]) => key), STAATSANGEHOERIGKEITEN.map(([, name]) => name)];
  for (const key of schluessel) expect(key).toMatch(/^\d{3}$/);
  expect(schluessel).toEqual([...new Set(schluessel)].sort());
  expect(new Set(namen).size).toBe(namen.length);
  expect(namen.every((name) => name.trim() === name && name.length > 2)).toBe(true);
});

test('nobody is left without an entry', () => {
  expect(STAATSANGEHOERIGKEITEN.length).toBeGreaterThan(190);
  expect(['997', '998', '999'].map(staatsangehoerigkeit)).toEqual(['staatenlos', 'ungeklärt', 'übrige']);
  expect([staatsangehoerigkeit('475'), staatsangehoerigkeit('431'), staatsangehoerigkeit('432')]).toEqual(['Syrien', 'Sri Lanka', 'Vietnam']);
  expect([staatsangehoerigkeit(null), staatsangehoerigkeit(''), staatsangehoerigkeit('001')]).toEqual([null, null, null]);
});

test('what is offered first stands in the list', () => {
  expect(HAEUFIGE_STAATSANGEHOERIGKEITEN.every((key) => staatsangehoerigkeit(key))).toBe(true);
});
