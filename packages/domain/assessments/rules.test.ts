import { expect, test } from 'vitest';
import { heute } from '@kim/core/zeit.ts';
import { felderVon } from '../boegen/schema.ts';
import { PHASEN } from '../faelle/schema.ts';
import { BOGEN } from '../klaerung/erstgespraech/labels.ts';
import { ASSESSMENTBOGEN } from './labels.ts';
import { naechsterAnlass, uebernommen } from './rules.ts';
import { assessment } from './schema.ts';

test('strengths first, wishes second, the view of the Fachkraft last and apart (R65)', () => {
  expect(ASSESSMENTBOGEN.map(({ titel }) => titel)).toEqual([
    'Stärken und Ressourcen', 'Wünsche und Zukunft', 'Lebenswelt und soziales Netz', 'Situation nach Lebensbereichen', 'Anforderungen', 'Vier Ressourcen für den Kontakt', 'Einschätzung der Fachkraft',
  ]);
  const namen = felderVon(ASSESSMENTBOGEN).map(({ name }) => name);
  expect(new Set(namen).size).toBe(namen.length);
  expect(namen.slice(0, 1).concat(namen.slice(-3))).toEqual(['staerken', 'einschaetzung', 'selbstaendig', 'offeneFragen']);
});

test('the first is the Assessment, every later one and the one of its own phase a Re-Assessment (R59)', () => {
  for (const phase of PHASEN) {
    expect(naechsterAnlass(phase, true), phase).toBe('reassessment');
    expect(naechsterAnlass(phase, false), phase).toBe(phase === 'reassessment' ? 'reassessment' : 'assessment');
  }
  expect(naechsterAnlass(null, false)).toBe('assessment');
});

test('what both Bögen ask is taken over, by the same name; the rest stays where it was said', () => {
  const alles = Object.fromEntries(felderVon(BOGEN).map(({ name }) => [name, name]));
  expect(uebernommen({ ...alles, wuensche: '' })).not.toHaveProperty('wuensche');
  expect(Object.keys(alles).filter((name) => !(name in uebernommen(alles)))).toEqual(['anliegen', 'zugang', 'einreise']);
});

test('every field may stay empty; a step that is not offered and a day to come are refused', () => {
  expect(assessment.parse({ version: '1', am: heute(), staerken: ' Mut ', zukunft: ' ' })).toEqual({ version: 1, am: heute(), bogen: { staerken: 'Mut' } });
  expect(assessment.safeParse({ version: '1', am: '2999-01-01', digital: 'sehr' }).error?.issues.map(({ path }) => path[0])).toEqual(['am', 'digital']);
  expect(assessment.safeParse({ version: '1', am: heute(), staerken: 'x'.repeat(5_001) }).error?.issues).toHaveLength(1);
});
