import type { Kataloginhalt } from '../schema/kataloge.ts';

/** What stands where the resolution of the Lenkungskreis would be named. */
export const PLATZHALTER_BESCHLUSS = 'Platzhalter: Wortlaut des Konzepts fehlt';

/** Day from which the shipped wording holds: before any case that may be recorded. */
export const PLATZHALTER_GILT_AB = '2021-01-01';

/** Threshold of the paper: three of five (R47). */
export const PLATZHALTER_SCHWELLE = 3;

/** The paper speaks of five criteria and names none (I2): a wording to work with until the Koordination publishes hers. */
export const PLATZHALTERKATALOG: Kataloginhalt = {
  kriterien: [
    { schluessel: 'k1', titel: 'Mehrere Lebensbereiche sind betroffen', erlaeuterung: 'Zum Beispiel Wohnen, Aufenthalt und Gesundheit zugleich, und die Anliegen hängen voneinander ab.' },
    { schluessel: 'k2', titel: 'Mehrere Stellen oder Rechtskreise müssen sich abstimmen', erlaeuterung: 'Ohne Koordination würden sich ihre Schritte behindern oder liegen bleiben.' },
    { schluessel: 'k3', titel: 'Kein ausreichender Zugang zum Regelsystem', erlaeuterung: 'Zuständige Angebote sind unbekannt, unübersichtlich oder nicht erreichbar, und kein anderes Fallmanagement begleitet die Person.' },
    { schluessel: 'k4', titel: 'Eigene Ressourcen reichen derzeit nicht aus', erlaeuterung: 'Die Person kann die nächsten Schritte zurzeit nicht weitgehend selbst gehen.' },
    { schluessel: 'k5', titel: 'Unterstützung wird längere Zeit gebraucht', erlaeuterung: 'Das Anliegen ist in zwei bis drei Gesprächen voraussichtlich nicht zu lösen.' },
  ],
  orientierungspunkte: [
    'Wie viele Bedarfe hat die Person, und wie dringend sind sie?',
    'Welche Stellen sind schon tätig, und wissen sie voneinander?',
    'Laufen Fristen, deren Versäumnis sich nicht nachholen lässt?',
    'Sind Kinder oder besonders schutzbedürftige Personen betroffen?',
    'Wer im Umfeld der Person kann unterstützen?',
    'Möchte die Person längerfristig begleitet werden?',
  ],
};
