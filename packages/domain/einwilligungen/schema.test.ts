import { expect, test } from 'vitest';
import { einwilligung } from './schema.ts';

const PERSON = '0190a5c2-7d11-7c3e-8f00-0123456789ab';
const vereinbarung = { art: 'datenschutzvereinbarung', person: PERSON, entscheidung: 'erteilt', am: '01.11.2026', form: 'schriftlich' };
const entbindung = { ...vereinbarung, art: 'schweigepflichtentbindung', empfaenger: 'Jobcenter Kürten, Frau Klein', zweck: 'Antrag', datenarten: 'leistungen', richtung: 'gegenseitig' };
const PNG = `data:image/png;base64,${Buffer.from('x').toString('base64')}`;

test('what is complete is taken; a Datenschutzvereinbarung keeps nothing of a recipient', () => {
  expect(einwilligung.parse(entbindung)).toMatchObject({ am: '2026-11-01', datenarten: ['leistungen'], gueltigBis: null, unterschrift: null });
  expect(einwilligung.parse({ ...entbindung, art: 'einverstaendnis' })).toMatchObject({ empfaenger: '', zweck: '', datenarten: [], richtung: null });
});

test.each<[string, object, string, RegExp]>([
  ['a kind that does not exist', { ...vereinbarung, art: 'vollmacht' }, 'art', /worum/],
  ['a future day', { ...vereinbarung, am: '01.01.2999' }, 'am', /Zukunft/],
  ['a day that does not exist', { ...vereinbarung, am: '31.02.2026' }, 'am', /Kalender/],
  ['no day', { ...vereinbarung, am: '' }, 'am', /Tag der Erklärung/],
  ['valid until before it was given', { ...vereinbarung, gueltigBis: '31.10.2026' }, 'gueltigBis', /vor dem Tag/],
  ['no decision', { ...vereinbarung, entscheidung: '' }, 'entscheidung', /entschieden/],
  ['signed and oral', { ...vereinbarung, form: 'muendlich', unterschrift: PNG }, 'form', /nicht mündlich/],
  ['a signature that is none', { ...vereinbarung, unterschrift: 'javascript:alert(1)' }, 'unterschrift', /Unterschrift/],
  ['no recipient', { ...entbindung, empfaenger: ' ' }, 'empfaenger', /Stelle oder Person/],
  ['no purpose', { ...entbindung, zweck: '' }, 'zweck', /wozu/],
  ['no kinds of data', { ...entbindung, datenarten: undefined }, 'datenarten', /mindestens eine/],
  ['an unknown kind of data', { ...entbindung, datenarten: ['religion'] }, 'datenarten.0', /Liste/],
  ['no direction', { ...entbindung, richtung: undefined }, 'richtung', /wer wem/],
])('%s is refused beside its field', (_, eingabe, feld, meldung) => {
  const { error } = einwilligung.safeParse(eingabe);
  expect(error?.issues.find(({ path }) => path.join('.') === feld)?.message).toMatch(meldung);
});
