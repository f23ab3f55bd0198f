import type pg from 'pg';

/** Defects of the barrier that the attacks must notice (anonymity.md 6). Each is planted in a database of its own. */
export interface Mutant {
  name: string;
  /** Null: refused by the database itself, which counts as noticed. */
  pflanze: (sql: pg.ClientBase) => Promise<unknown>;
}

const ersetze = (funktion: string, alt: RegExp, neu: string) => async (sql: pg.ClientBase) => {
  const { rows } = await sql.query<{ text: string }>('select pg_get_functiondef($1::regprocedure) as text', [funktion]);
  const text = rows[0]?.text ?? '';
  if (!alt.test(text)) throw new Error(`Mutant greift nicht: ${funktion}`);
  await sql.query(text.replace(alt, neu));
};

export const MUTANTEN: readonly Mutant[] = [
  { name: 'auf das nächste Vielfache von 5 gerundet', pflanze: ersetze('auswertung_intern.versatz(bytea)', /-4 \+ width_bucket\([\s\S]*?\)::bigint\[\]\)|-4 \+ width_bucket\([\s\S]*\]::bigint\[\]\)/, '2') },
  { name: 'Stichtag im Schlüssel des Bestands', pflanze: ersetze('auswertung_intern.zellen(uuid,date)', /when 'stichtag' then ''/, "when 'stichtag' then '|' || p_stichtag") },
  { name: 'nur kleine Zahlen geschützt', pflanze: ersetze('auswertung_intern.geschuetzt(bigint,integer)', /greatest\(0, 5 \* floor\(\(p_anzahl \+ p_versatz\) \/ 5\.0\)::integer\)/, 'case when p_anzahl < 5 then 0 else p_anzahl end::integer') },
  { name: 'leere Zellen fallen weg', pflanze: ersetze('auswertung_intern.veroeffentliche(uuid,date,bytea)', /left join gezaehlt g on g\.zelle = z\.zelle/, 'join gezaehlt g on g.zelle = z.zelle') },
  { name: 'Zeilen ohne Bewegung erscheinen', pflanze: ersetze('auswertung_intern.rang(bigint,bigint)', />= 60 then 1 when least\(p_zugaenge, p_abgaenge\) >= 20 then 2/, '>= 0 then 1 when true then 2') },
  { name: 'Tabelle Kommune × Klasse', pflanze: (sql) => sql.query("insert into auswertung.tabellen (tabelle, mass, merkmale, takt, titel, ordnung) values ('kommune_klasse', 'bestand', '{klasse,kommune}', 'quartal', 'x', 99)") },
  { name: 'Tabelle Kommune × Träger', pflanze: (sql) => sql.query("insert into auswertung.tabellen (tabelle, mass, merkmale, takt, titel, ordnung) values ('kommune_traeger', 'bestand', '{kommune,traeger}', 'quartal', 'x', 99)") },
];
