import { expect, test } from 'vitest';
import { eigenesZiel, pfade } from '../../app/paths.ts';

test('every URL of the product', () => {
  const alle = Object.fromEntries(Object.entries(pfade).map(([name, pfad]) => [name, (pfad as (...teile: string[]) => string)(...(/^(anmelden|zweiterFaktor|mitgliedschaft|entsperren|faelle|fallNeu|verwaltungProtokoll)$/.test(name) ? [] : [':a', ':b']))]));
  expect(alle).toMatchSnapshot();
});

test.each(['//fremd.example', '/\\fremd.example', 'https://fremd.example', '', null, 'javascript:alert(1)', '/a\\b'])('%s is no target after sign-in', (ziel) => {
  expect(eigenesZiel(ziel)).toBe('/');
});

test('an own page is a target after sign-in', () => {
  expect(eigenesZiel('/faelle?ansicht=beendete')).toBe('/faelle?ansicht=beendete');
});
