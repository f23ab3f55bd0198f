import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Auswahl } from './Auswahl.tsx';
import { Datumsfeld } from './Datumsfeld.tsx';
import { feldId } from './feld.ts';
import { Fehlerliste } from './Fehlerliste.tsx';
import { Kontrollgruppe } from './Kontrollgruppe.tsx';
import { Kontrollkaestchen } from './Kontrollkaestchen.tsx';
import { Optionsgruppe } from './Optionsgruppe.tsx';
import { Passwortfeld } from './Passwortfeld.tsx';
import { Textbereich } from './Textbereich.tsx';
import { Textfeld } from './Textfeld.tsx';
import { Zahlfeld } from './Zahlfeld.tsx';

const OPTIONEN = [{ wert: 'a', text: 'Arabisch' }, { wert: 'u', text: 'Ukrainisch' }];
const FEHLER = { name: 'feld', beschriftung: 'Feld', hinweis: 'So geht es.', fehler: 'Bitte ausfüllen.' };

/** The text of every element that `aria-describedby` of an element refers to. */
function beschreibungen(html: string): string[] {
  return [...html.matchAll(/aria-describedby="([^"]+)"/gu)].flatMap(([, ids = '']) => ids.split(' '))
    .map((id) => html.split(`id="${id}"`)[1]?.replace(/^[^>]*>/u, '').split(/<\/(?:p|div)>/u)[0]?.replace(/<[^>]+>/gu, '') ?? `fehlt: ${id}`);
}

describe('a field with an error', () => {
  const felder = {
    Textfeld: <Textfeld {...FEHLER} />,
    Textbereich: <Textbereich {...FEHLER} />,
    Datumsfeld: <Datumsfeld {...FEHLER} />,
    Zahlfeld: <Zahlfeld {...FEHLER} />,
    Passwortfeld: <Passwortfeld {...FEHLER} zweck="neu" />,
    Auswahl: <Auswahl {...FEHLER} optionen={OPTIONEN} />,
    Optionsgruppe: <Optionsgruppe {...FEHLER} optionen={OPTIONEN} />,
    Kontrollkaestchen: <Kontrollkaestchen {...FEHLER} />,
  };
  test.each(Object.entries(felder))('%s ties hint and error to the input', (_, element) => {
    const html = renderToStaticMarkup(element);
    expect(beschreibungen(html)).toEqual(['So geht es.', 'Fehler: Bitte ausfüllen.']);
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain(`id="${feldId('feld')}"`);
    expect(html).not.toContain('style=');
  });

  test('Kontrollgruppe ties the error to the group, which cannot be invalid itself', () => {
    const html = renderToStaticMarkup(<Kontrollgruppe {...FEHLER} optionen={OPTIONEN} />);
    expect(html).toMatch(/^<fieldset[^>]+aria-describedby="feld-feld-hinweis feld-feld-fehler"/u);
  });

  test('a field without error and hint refers to nothing', () => {
    expect(renderToStaticMarkup(<Textfeld name="name" beschriftung="Name" />)).not.toMatch(/aria-(?:describedby|invalid)/u);
  });
});

describe('what was typed', () => {
  test('comes back unchanged, also when it is no valid value', () => {
    expect(renderToStaticMarkup(<Datumsfeld name="datum" beschriftung="Datum" wert="32.11.2026" />)).toContain('value="32.11.2026"');
    expect(renderToStaticMarkup(<Zahlfeld name="zahl" beschriftung="Zahl" wert="11,54" />)).toContain('value="11,54"');
    expect(renderToStaticMarkup(<Textbereich name="notiz" beschriftung="Notiz" wert={'a\n<b>'} />)).toContain('a\n&lt;b&gt;</textarea>');
  });

  test('choices stay chosen', () => {
    const gruppe = renderToStaticMarkup(<Kontrollgruppe name="s" beschriftung="Sprachen" optionen={OPTIONEN} werte={['u']} />);
    expect(gruppe.match(/<input[^>]+checked/gu)).toHaveLength(1);
    expect(gruppe).toMatch(/<input(?=[^>]+value="u")[^>]+checked/u);
    const auswahl = renderToStaticMarkup(<Auswahl name="s" beschriftung="Sprache" optionen={[{ gruppe: 'Alle', optionen: OPTIONEN }]} wert="a" />);
    expect(auswahl).toMatch(/<option(?=[^>]+value="a")[^>]+selected/u);
  });

  test('a password never comes back', () => {
    const props = { name: 'p', beschriftung: 'Passwort', zweck: 'anmelden' as const, wert: 'geheim' };
    expect(renderToStaticMarkup(<Passwortfeld {...props} />)).not.toContain('geheim');
  });
});

test('the error list links to the fields and takes the focus without a script', () => {
  const html = renderToStaticMarkup(
    <>
      <Fehlerliste fehler={[{ feld: 'ziele[0].text', text: 'Das Ziel fehlt.' }, { text: 'Schon geändert.' }]} />
      <Textfeld name="ziele[0].text" beschriftung="Ziel" />
    </>,
  );
  const ziel = /href="#([^"]+)">Das Ziel fehlt/u.exec(html)?.[1];
  expect(html).toMatch(new RegExp(`<input[^>]+id="${ziel}"`, 'u'));
  expect(html).toMatch(/role="alert"[^>]+autofocus/u);
  expect(renderToStaticMarkup(<Fehlerliste fehler={[]} />)).toBe('');
});

test('the first choice of a group carries the id the error list links to', () => {
  expect(renderToStaticMarkup(<Optionsgruppe name="weg" beschriftung="Weg" optionen={OPTIONEN} />)).toMatch(/id="feld-weg"[^>]+value="a"/u);
});

test('a unit is read with the number', () => {
  const html = renderToStaticMarkup(<Zahlfeld name="d" beschriftung="Dauer" einheit="Minuten" />);
  expect(html).toContain('aria-describedby="feld-d-einheit"');
});
