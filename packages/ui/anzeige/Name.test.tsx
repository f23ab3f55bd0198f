import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { BlickschutzContext } from './Blickschutz.ts';
import { initialenAus } from './initialen.ts';
import { Konfliktansicht } from './Konfliktansicht.tsx';
import { Name } from './Name.tsx';

test('Blickschutz leaves nothing of the full name in the markup', () => {
  const name = <Name voll="Amina El Haddad" />;
  expect(renderToStaticMarkup(name)).toContain('Amina El Haddad');
  const html = renderToStaticMarkup(
    <BlickschutzContext.Provider value={true}>
      <Konfliktansicht felder={[]} gespeichertVon={name} />
    </BlickschutzContext.Provider>,
  );
  expect(html).toContain('<bdi class="kim-name">A. E. H.</bdi>');
  expect(html).not.toMatch(/Amina|Haddad/u);
});

test('given initials win over computed ones', () => {
  const html = renderToStaticMarkup(
    <BlickschutzContext.Provider value={true}>
      <Name voll="Amina El Haddad" initialen="A. H." />
    </BlickschutzContext.Provider>,
  );
  expect(html).toBe('<bdi class="kim-name">A. H.</bdi>');
});

test.each([
  ['Oleksandra Kowaltschuk-Wyschnewezka', 'O. K. W.'],
  ['محمد الأحمد', 'م. ا.'],
  ['Nguyễn Thị Hương', 'N. T. H.'],
  ['  élise  d’Arc ', 'É. D.'],
  ['', ''],
])('initials of %s', (voll, initialen) => {
  expect(initialenAus(voll)).toBe(initialen);
});
