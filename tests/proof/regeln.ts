import type pg from 'pg';
import { AUSWERTUNGSREGELN } from './regeln-auswertung.ts';
import { FUNKTIONSREGELN } from './regeln-funktionen.ts';
import { HINTERGRUNDREGELN } from './regeln-hintergrund.ts';
import { ROLLENREGELN } from './regeln-rollen.ts';
import { SCHEMAREGELN } from './regeln-schema.ts';
import { TABELLENREGELN } from './regeln-tabellen.ts';
import type { Befund } from './probe.ts';

/** A rule of the catalogue: its query answers one row per breach, with `gegenstand` and `befund`. */
export interface Regel {
  name: string;
  text: string;
  werte?: unknown[];
}

export const REGELN: Regel[] = [...TABELLENREGELN, ...SCHEMAREGELN, ...FUNKTIONSREGELN, ...ROLLENREGELN, ...HINTERGRUNDREGELN, ...AUSWERTUNGSREGELN];

/** Reads the catalogue as superuser and answers every breach (T1). */
export async function pruefeRegeln(sql: pg.ClientBase, regeln: Regel[] = REGELN): Promise<Befund[]> {
  const ergebnisse = await Promise.all(regeln.map(({ text, werte }) => sql.query<{ gegenstand: string; befund: string }>(text, werte)));
  return ergebnisse.flatMap(({ rows }, i) => rows.map((zeile) => ({ art: `Regel: ${regeln[i]!.name}`, angreifer: 'Katalog', ...zeile })));
}
