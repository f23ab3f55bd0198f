import { expect, test } from 'vitest';
import { leseBefehl } from '@kim/infra/betreiber/befehl.ts';
import { HILFE } from '@kim/infra/betreiber/hilfe.ts';

test.each([
  [[], { befehl: 'hilfe' }],
  [['uebersicht'], { befehl: 'uebersicht' }],
  [['konto-anlegen', '--hilfe'], { befehl: 'hilfe' }],
  [['kreis-anlegen', 'Kreis Tal'], { befehl: 'kreis-anlegen', name: 'Kreis Tal', kommunen: {} }],
  [['kreis-anlegen', 'Tal', 'Bad Berg am See:05999002', 'A: B:05999001'], { befehl: 'kreis-anlegen', name: 'Tal', kommunen: { 'Bad Berg am See': '05999002', 'A: B': '05999001' } }],
  [['traeger-anlegen', 'Tal', 'Stadt Tal', '--kennung', 'TAL', '--art=kommune'],
    { befehl: 'traeger-anlegen', kreis: 'Tal', name: 'Stadt Tal', kurzname: 'Stadt Tal', kennung: 'TAL', traegerart: 'kommune', rechtsregime: 'dsgvo' }],
  [['konto-anlegen', ' Ada@Tal.Example ', 'Ada', '--traeger', 'TAL'], { befehl: 'konto-anlegen', email: 'ada@tal.example', name: 'Ada', traeger: 'TAL', kreis: null }],
  [['konto-anlegen', 'ko@tal.example', 'Ko', '--kreis', 'Tal'], { befehl: 'konto-anlegen', email: 'ko@tal.example', name: 'Ko', traeger: null, kreis: 'Tal' }],
  [['zugang-zuruecksetzen', 'ada@tal.example', 'beides'], { befehl: 'zugang-zuruecksetzen', email: 'ada@tal.example', art: 'beides' }],
])('%j is understood', (argumente, befehl) => {
  expect(leseBefehl(argumente)).toEqual(befehl);
});

test.each([
  [['quatsch'], 'gibt es nicht'],
  [['toString'], 'gibt es nicht'],
  [['__proto__'], 'gibt es nicht'],
  [['kreis-anlegen'], 'Der Name des Kreises fehlt'],
  [['kreis-anlegen', '  '], 'Der Name des Kreises fehlt'],
  [['kreis-anlegen', 'x'.repeat(201)], 'zu lang'],
  [['kreis-anlegen', 'a\nb'], 'Steuerzeichen'],
  [['kreis-anlegen', 'Tal', 'Berg'], 'so nicht lesbar'],
  [['kreis-anlegen', 'Tal', 'Berg:0599900'], 'so nicht lesbar'],
  [['kreis-anlegen', 'Tal', ':05999001'], 'so nicht lesbar'],
  [['kreis-anlegen', 'Tal', 'Berg:05999001', 'Tal:05999001'], 'doppelt'],
  [['traeger-anlegen', 'Tal', 'Stadt', '--art', 'kommune'], 'Kennung fehlt'],
  [['traeger-anlegen', 'Tal', 'Stadt', '--kennung', 'tal', '--art', 'kommune'], 'Kennung fehlt oder passt nicht'],
  [['traeger-anlegen', 'Tal', 'Stadt', '--kennung', 'TAL'], '--art steht nichts'],
  [['traeger-anlegen', 'Tal', 'Stadt', '--kennung', 'TAL', '--art', 'verein'], '„verein“'],
  [['traeger-anlegen', 'Tal', 'Stadt', 'Berg', '--kennung', 'TAL', '--art', 'kommune'], 'zu viel'],
  [['traeger-anlegen', 'Tal', 'Stadt', '--farbe', 'rot'], '--farbe'],
  [['traeger-anlegen', 'Tal', 'Stadt', '--kennung'], '--kennung'],
  [['konto-anlegen', 'keine-adresse', 'Ada', '--traeger', 'TAL'], 'keine E-Mail-Adresse'],
  [['konto-anlegen', 'ada@tal.example', 'Ada'], 'Für wen'],
  [['konto-anlegen', 'ada@tal.example', 'Ada', '--traeger', 'TAL', '--kreis', 'Tal'], 'Für wen'],
  [['konto-anlegen', 'ada@tal.example', '--traeger', 'TAL'], 'Der Name der Person fehlt'],
  [['zugang-zuruecksetzen', 'ada@tal.example'], 'steht nichts'],
  [['zugang-zuruecksetzen', 'ada@tal.example', 'alles'], '„alles“'],
])('%j is refused in German: %s', (argumente, grund) => {
  expect(() => leseBefehl(argumente)).toThrow(grund);
});

test('the help names every command', () => {
  for (const befehl of ['uebersicht', 'kreis-anlegen', 'traeger-anlegen', 'konto-anlegen', 'zugang-zuruecksetzen']) expect(HILFE).toContain(`-- ${befehl}`);
});
