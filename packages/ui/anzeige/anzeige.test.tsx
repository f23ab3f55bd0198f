import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Beschreibungsliste } from './Beschreibungsliste.tsx';
import { Freitext } from './Freitext.tsx';
import { Konfliktansicht } from './Konfliktansicht.tsx';
import { Meldung } from './Meldung.tsx';
import { Tabelle } from './Tabelle.tsx';

const SPALTEN = [
  { schluessel: 'ort', titel: 'Ort', kopf: true, zelle: (zeile: { ort: string; zahl: string }) => zeile.ort },
  { schluessel: 'zahl', titel: 'Anzahl', zahl: true, zelle: (zeile: { ort: string; zahl: string }) => zeile.zahl },
];

test('a table carries what the cards on narrow screens need: labels and explicit roles', () => {
  const html = renderToStaticMarkup(
    <Tabelle beschriftung="Orte" spalten={SPALTEN} zeilen={[{ ort: 'Nord', zahl: '7' }]} schluessel={(zeile) => zeile.ort} summe={{ ort: 'Summe', zahl: '7' }} />,
  );
  expect(html).toMatch(/<td[^>]+data-label="Anzahl"[^>]+role="cell"/u);
  expect(html).toMatch(/<th[^>]+scope="row"[^>]+role="rowheader"/u);
  expect(html).toContain('<caption class="kim-tabelle__beschriftung">Orte</caption>');
  expect(html).toMatch(/<tfoot.+Summe/u);
});

test('an empty table gives way to what explains it', () => {
  expect(renderToStaticMarkup(<Tabelle beschriftung="Orte" spalten={SPALTEN} zeilen={[]} schluessel={(zeile) => zeile.ort} leer="Noch nichts." />)).toBe('Noch nichts.');
});

test('a conflict shows both versions and marks only what differs', () => {
  const html = renderToStaticMarkup(
    <Konfliktansicht felder={[{ beschriftung: 'Datum', ihre: '1', gespeicherte: '1' }, { beschriftung: 'Notiz', ihre: 'Meins', gespeicherte: 'Deins' }]} />,
  );
  expect(html.match(/abweichend/gu)).toHaveLength(1);
  expect(html).toMatch(/data-label="Ihre Fassung".+Meins.+data-label="Gespeicherte Fassung".+Deins/u);
});

test('typed text is isolated from the writing direction around it and escaped', () => {
  expect(renderToStaticMarkup(<Freitext>{'<b>مرحبا'}</Freitext>)).toBe('<div class="kim-freitext" dir="auto">&lt;b&gt;مرحبا</div>');
});

test('a missing value is said, not left blank', () => {
  expect(renderToStaticMarkup(<Beschreibungsliste eintraege={[{ begriff: 'Telefon', inhalt: '' }]} />)).toContain('keine Angabe');
});

test('errors interrupt, successes are announced, hints stay quiet', () => {
  expect(renderToStaticMarkup(<Meldung art="fehler" titel="T" />)).toContain('role="alert"');
  expect(renderToStaticMarkup(<Meldung art="erfolg" titel="T" />)).toContain('role="status"');
  expect(renderToStaticMarkup(<Meldung art="info" titel="T" />)).not.toContain('role=');
});
