import { expect, test } from 'vitest';
import { phaseNach } from './rules.ts';

test.each([
  ['case_management', null, 'assessment'], ['case_management', 'klaerung', 'assessment'], ['case_management', 'linking', 'linking'],
  ['kurzberatung', 'klaerung', null], ['verweis', 'klaerung', null], ['kurzberatung', 'monitoring', null],
] as const)('%s from phase %s: %s', (klasse, bisher, danach) => expect(phaseNach(klasse, bisher)).toBe(danach));
