import type { Formularfelder } from './anfrage.ts';
import type { Buehne } from './buehne.ts';
import type { Objekt } from './objekte.ts';
import { DORT } from './personen.ts';
import type { Person } from './wer.ts';

/** What is sent: a form that would be carried out for whoever may. */
export interface Fuellung {
  buehne: Buehne;
  person: Person;
  objekt: Objekt;
}

export type Fuelle = (fuellung: Fuellung) => Formularfelder;

/** A colleague other than who sends. */
export const kollegeVon = ({ buehne, person }: Fuellung): string => {
  if (person.kennung === DORT) return buehne.ids['nutzer Lars Becker'] ?? '';
  return (person.name === 'Nadja Petrović' ? buehne.ids['nutzer Sabine Krämer'] : buehne.ids['nutzer Nadja Petrović']) ?? '';
};
