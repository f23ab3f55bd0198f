import { describe, expect, test } from 'vitest';
import { BEGLEITZWECKE, BESUCHSZWECKE, klingtNachUebersetzen, passtZweck, zaehltAlsBeratung, ZWECKCODES } from './rules.ts';
import { ZWECK } from './labels.ts';
import { KANAELE, kontakt } from './schema.ts';

const gemeldet = (felder: Record<string, unknown>): Record<string, string> => {
  const ergebnis = kontakt.safeParse({ am: '02.02.2026', kanal: 'persoenlich', notiz: 'Gespräch', ...felder });
  return ergebnis.success ? {} : Object.fromEntries(ergebnis.error.issues.map((issue) => [issue.path.join('.'), issue.message]));
};

describe('the purpose of a Kontakt (R38, R39)', () => {
  test.each([
    ['persoenlich', undefined, undefined, true], ['persoenlich', 'information', undefined, true], ['persoenlich', 'information', 'krise', false],
    ['persoenlich', 'begleitung', undefined, false], ['persoenlich', 'begleitung', 'erster_weg', true], ['persoenlich', 'begleitung', 'mobilitaet', false],
    ['aufsuchend', undefined, undefined, false], ['aufsuchend', undefined, 'mobilitaet', true], ['aufsuchend', 'begleitung', 'mobilitaet', true],
    ['aufsuchend', 'begleitung', 'erster_weg', false], ['telefon', undefined, 'niedrigschwellig', false],
  ] as const)('%s, %s, %s: %s', (kanal, leistung, zweck, erwartet) => expect(passtZweck({ kanal, leistung, zweck })).toBe(erwartet));

  test('is never interpreting', () => {
    expect(Object.entries(ZWECK).flat().join(' ')).not.toMatch(/dolmetsch|übersetz|uebersetz|sprach/iu);
    expect(new Set(ZWECKCODES).size).toBe(BEGLEITZWECKE.length + BESUCHSZWECKE.length);
  });

  test.each([
    ['begleitung', 'Beim Jobcenter gedolmetscht', true], ['begleitung', 'Brief übersetzt', true], ['begleitung', 'UEBERSETZUNG im Amt', true],
    ['begleitung', 'als Sprachmittlerin dabei', true], ['begleitung', 'Antrag abgegeben', false], ['information', 'Dolmetscher vermittelt', false], [undefined, 'übersetzt', false],
  ] as const)('%s, „%s“ is asked back: %s', (leistung, notiz, erwartet) => expect(klingtNachUebersetzen({ leistung, notiz })).toBe(erwartet));
});

describe('what counts as a consultation (R37, R75)', () => {
  test('talks do, messages and letters do not', () => {
    expect(KANAELE.filter((kanal) => zaehltAlsBeratung({ kanal, ausgefallen: false }))).toEqual(['persoenlich', 'telefon', 'email', 'video', 'aufsuchend']);
  });
  test.each(KANAELE)('nothing that did not take place: %s', (kanal) => expect(zaehltAlsBeratung({ kanal, ausgefallen: true })).toBe(false));
});

describe('the form of a Kontakt', () => {
  test('asks for a note, unless the person did not come', () => {
    expect(gemeldet({ notiz: ' ' })).toEqual({ notiz: 'Bitte notieren Sie kurz, worum es ging.' });
    expect(gemeldet({ notiz: '', ausgefallen: 'ja' })).toEqual({});
  });

  test('takes the new fields empty, as the fields of a form that nobody filled', () => {
    expect(gemeldet({ leistung: '', zweck: '', ort: '', sprachmittlung: '' })).toEqual({});
    expect(kontakt.parse({ am: '02.02.2026', kanal: 'post', notiz: 'x', themen: 'wohnen' }).themen).toEqual(['wohnen']);
  });

  test('a visit needs a purpose and what must be settled before it', () => {
    expect(Object.keys(gemeldet({ kanal: 'aufsuchend' })).sort()).toEqual(['besuchGeklaert', 'zweck']);
    expect(gemeldet({ kanal: 'aufsuchend', zweck: 'mobilitaet', besuchGeklaert: 'ja' })).toEqual({});
  });

  test.each([['leistung', 'zaubern'], ['zweck', 'uebersetzung'], ['ort', 'hier'], ['sprachmittlung', 'kind'], ['themen', 'wetter'], ['themen', ['wohnen', 'wetter']]])('refuses %s „%s“ with a word beside it', (feld, wert) =>
    expect(Object.values(gemeldet({ [feld]: wert }))[0]).toMatch(/^Bitte wählen Sie/u));
});
