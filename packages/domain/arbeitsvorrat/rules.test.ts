import { describe, expect, test } from 'vitest';
import { beurteile, faelligkeit } from './rules.ts';

describe('own load', () => {
  test.each([
    ['a full post of Wermelskirchen: far above, and 19.2 % is below the quota', { kurzberatung: 202, caseManagement: 48, vzae: 100, angepasst: null }, { faelle: 250, band: { von: 50, bis: 60 }, einordnung: 'ueber', quote: 19.2, unterQuote: true }],
    ['59 of 250 is 23.6 %', { kurzberatung: 191, caseManagement: 59, vzae: 100, angepasst: null }, { faelle: 250, band: { von: 50, bis: 60 }, einordnung: 'ueber', quote: 23.6, unterQuote: false }],
    ['0.77 posts are read linearly', { kurzberatung: 20, caseManagement: 19, vzae: 77, angepasst: null }, { faelle: 39, band: { von: 38.5, bis: 46.2 }, einordnung: 'im', quote: 48.7, unterQuote: false }],
    ['an agreed number stands instead of the band', { kurzberatung: 21, caseManagement: 10, vzae: 100, angepasst: 30 }, { faelle: 31, band: { von: 0, bis: 30 }, einordnung: 'ueber', quote: 32.3, unterQuote: false }],
    ['without a post there is nothing to compare with', { kurzberatung: 0, caseManagement: 0, vzae: 0, angepasst: null }, { faelle: 0, band: null, einordnung: null, quote: null, unterQuote: false }],
  ])('%s', (_, last, lage) => expect(beurteile(last)).toEqual(lage));
});

test.each([['2026-11-21', 'ueberfaellig'], ['2026-11-22', 'heute'], ['2026-11-23', 'bald']])('%s is %s on 22 November', (tag, wie) => expect(faelligkeit(tag, '2026-11-22')).toBe(wie));
