import { expect, test } from 'vitest';
import { schutzeintrag, schutzoeffnung } from './schema.ts';

test.each([
  ['no reason', { anlass: 'gefahr', grund: '' }],
  ['a reason that says nothing', { anlass: 'gefahr', grund: 'eilig' }],
  ['an occasion that is not chosen but is', { anlass: 'zustaendig', grund: 'Ich bin zuständig.' }],
])('opening is refused with %s', (_, eingabe) => expect(schutzoeffnung.safeParse(eingabe).success).toBe(false));

test.each([
  ['no text', { thema: 'gesundheit', text: ' ' }],
  ['an unknown subject', { thema: 'wetter', text: 'x' }],
  ['200 pages', { thema: 'gesundheit', text: 'x'.repeat(400_000) }],
  ['somebody who is no id', { thema: 'gesundheit', text: 'x', person: 'Teklet' }],
])('an entry is refused with %s', (_, eingabe) => expect(schutzeintrag.safeParse(eingabe).success).toBe(false));
