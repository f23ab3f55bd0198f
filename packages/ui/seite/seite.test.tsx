import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { HAUPTNAVIGATION_ID, Hauptnavigation } from './Hauptnavigation.tsx';
import { Kopfzeile } from './Kopfzeile.tsx';
import { Link, LinkContext, type LinkProps } from './Link.tsx';
import { Phasenleiste } from './Phasenleiste.tsx';
import { Seite } from './Seite.tsx';
import { Seitennavigation } from './Seitennavigation.tsx';

test('the application decides once how links are rendered', () => {
  const Eigener = ({ href, children }: LinkProps) => <a href={href} data-router>{children}</a>;
  const html = renderToStaticMarkup(
    <LinkContext.Provider value={Eigener}>
      <Hauptnavigation eintraege={[{ href: '/faelle', text: 'Fälle' }]} />
    </LinkContext.Provider>,
  );
  expect(html).toContain('<a href="/faelle" data-router="true">');
  expect(renderToStaticMarkup(<Link href="/x">X</Link>)).toBe('<a href="/x">X</a>');
});

test('the skip link comes first and leads to the main region', () => {
  const html = renderToStaticMarkup(<Seite kopfzeile={<Kopfzeile titel="Produkt" href="/" />}>Inhalt</Seite>);
  expect(html.indexOf('href="#inhalt"')).toBeLessThan(html.indexOf('<header'));
  expect(html).toMatch(/<main[^>]+id="inhalt"[^>]+tabindex="-1"/u);
});

test('the menu button opens the navigation without a script', () => {
  const html = renderToStaticMarkup(
    <Seite
      kopfzeile={<Kopfzeile titel="Produkt" href="/" menue />}
      navigation={<Hauptnavigation eintraege={[{ href: '/a', text: 'A', aktiv: true, zaehler: 3, zaehlerText: 'offen' }]} />}
    >
      Inhalt
    </Seite>,
  );
  expect(html).toContain(`popovertarget="${HAUPTNAVIGATION_ID}" popovertargetaction="toggle"`);
  expect(html).toMatch(new RegExp(`<nav id="${HAUPTNAVIGATION_ID}"[^>]+popover="auto"`, 'u'));
  expect(html).toMatch(/href="\/a"[^>]+aria-current="page".+3<span class="kern-sr-only"> offen/u);
});

test('the state of a phase is said in words', () => {
  const html = renderToStaticMarkup(
    <Phasenleiste beschriftung="Phasen" phasen={[{ text: 'Eins', stand: 'erledigt' }, { text: 'Zwei', stand: 'aktuell' }]} />,
  );
  expect(html).toContain(', erledigt');
  expect(html).toMatch(/aria-current="step".+Zwei/u);
});

test('the end of a list is said', () => {
  expect(renderToStaticMarkup(<Seitennavigation angezeigt={1208} einheit="Fälle" />)).toContain('1.208 Fälle angezeigt, Ende der Liste.');
  expect(renderToStaticMarkup(<Seitennavigation angezeigt={50} einheit="Fälle" weiterHref="/f?nach=x" />)).toContain('Weitere anzeigen');
});
