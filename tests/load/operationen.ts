import { neueId } from '@kim/core/ids.ts';
import type { Gemessene } from './bestand.ts';
import type { Kandidat } from './prozesse.ts';

/** One request of a measured operation. */
export interface Anfrage {
  method: 'GET' | 'POST';
  pfad: string;
  felder?: Record<string, string>;
}

export interface Operation {
  name: string;
  /** Highest ratio to the baseline, and the one to reach for. */
  ziel: number;
  kuer: number;
  /** The n-th request, for either server. */
  anfrage: (wer: Kandidat['name'], n: number) => Anfrage;
  /** What an answer must contain to count. */
  enthaelt: (wer: Kandidat['name'], n: number) => string;
  status: Record<Kandidat['name'], number>;
}

const GELESEN = { bare: 200, product: 200 };

/** The four operations of the architecture's table. Cases and names take turns, the same for both servers. */
export function operationenFuer({ faelle }: Gemessene): Operation[] {
  const fall = (n: number) => faelle[n % faelle.length]!;
  // Contacts are written to the older half only: what is read has the same length from the first request to the last.
  const gelesen = (n: number) => faelle[faelle.length / 2 + (n % (faelle.length / 2))]!.fallnummer;
  const beschrieben = (n: number) => faelle[n % (faelle.length / 2)]!.fallnummer;
  const getippt = (n: number) => {
    const { vorname, nachname } = fall(n);
    return [nachname.slice(0, 3), nachname.slice(0, 4), `${vorname} ${nachname.slice(0, 2)}`, nachname][n % 4]!;
  };
  return [
    {
      name: 'caseload list', ziel: 6, kuer: 5, status: GELESEN,
      anfrage: () => ({ method: 'GET', pfad: '/faelle' }),
      enthaelt: () => faelle.at(-1)!.fallnummer,
    },
    {
      name: 'open a case', ziel: 5, kuer: 4, status: GELESEN,
      anfrage: (wer, n) => ({ method: 'GET', pfad: wer === 'bare' ? `/faelle/${gelesen(n)}` : `/faelle/${gelesen(n)}/verlauf` }),
      enthaelt: (_, n) => gelesen(n),
    },
    {
      name: 'write a contact', ziel: 5, kuer: 4, status: { bare: 200, product: 302 },
      anfrage: (wer, n) => ({
        method: 'POST', pfad: wer === 'bare' ? `/faelle/${beschrieben(n)}` : `/faelle/${beschrieben(n)}/verlauf`,
        felder: { _formular: neueId(), am: '02.01.2026', kanal: 'telefon', dauer: '', notiz: `Rückruf Nummer ${n}, neuer Termin verabredet.` },
      }),
      enthaelt: (wer) => (wer === 'bare' ? '"id"' : ''),
    },
    {
      name: 'search by name', ziel: 6, kuer: 5, status: GELESEN,
      anfrage: (_, n) => ({ method: 'POST', pfad: '/faelle?index', felder: { q: getippt(n) } }),
      enthaelt: (_, n) => fall(n).nachname,
    },
  ];
}
