import type { Muster, Tabelle } from './katalog.ts';
import { nichts, wertIst } from './probe.ts';
import type { Angreifer, Probe } from './probe.ts';
import { alsText } from './spuren.ts';

export interface Ziel {
  tabelle: Tabelle;
  /** Whose rows are attacked: id of a Träger or of a Kreis. */
  opfer: string;
  /** Where the attacker is at home, in the same terms. */
  eigener: string;
  muster: Muster;
}

type Entwurf = [art: string, text: string, werte: unknown[], urteil?: Probe['urteil']];

/** Value of a sample row as bound parameter with the cast of its column. */
export const platz = (tabelle: Tabelle, spalte: string, nr: number): string => `$${nr}::${tabelle.spalten.find((s) => s.name === spalte)!.typ}`;

/** Condition that meets exactly the sample row. */
export function schluesselBedingung(tabelle: Tabelle, muster: Muster, ab = 1): { text: string; werte: unknown[] } {
  const spalten = tabelle.schluessel.length > 0 ? tabelle.schluessel : tabelle.spalten.map((s) => s.name);
  return { text: spalten.map((s, i) => `t.${s} = ${platz(tabelle, s, ab + i)}`).join(' and '), werte: spalten.map((s) => muster[s]) };
}

/** The few that every principal and every login tries. */
export function leseKurz({ tabelle, opfer, muster }: Ziel, angreifer: Angreifer): Probe[] {
  const { name, mandant } = tabelle;
  const { text, werte } = schluesselBedingung(tabelle, muster);
  return fertig(name, angreifer, [
    ['lesen: Schlüssel', `select t.* from ${name} t where ${text}`, werte],
    ['lesen: Träger', `select t.* from ${name} t where t.${mandant} = $1`, [opfer]],
    ['lesen: zählen', `select count(*) from ${name} t where t.${mandant} = $1`, [opfer], wertIst(angreifer, (w) => Number(w) === 0)],
    ['lesen: sperren', `select t.* from ${name} t where t.${mandant} = $1 for update`, [opfer]],
  ]);
}

/** Every way to ask for rows of somebody else that SQL offers to a reader. */
export function leseAlle(ziel: Ziel, angreifer: Angreifer): Probe[] {
  const { tabelle: { name, mandant }, opfer, eigener, muster } = ziel;
  const m = `t.${mandant}`;
  const schluessel = schluesselBedingung(ziel.tabelle, muster);
  const leer = wertIst(angreifer, (w) => w === null || w === false || Number(w) === 0);
  const nurEigene = wertIst(angreifer, (w) => !alsText(w).includes(opfer));
  return [...leseKurz(ziel, angreifer), ...fertig(name, angreifer, [
    ['lesen: ungleich', `select t.* from ${name} t where ${m} <> $1`, [eigener]],
    ['lesen: alles', `select t.* from ${name} t where ${m} is distinct from $1::uuid`, [eigener]],
    ['lesen: ctid', `select t.* from ${name} t where t.ctid = $1::tid and ${m} = $2`, [muster.ctid, opfer]],
    ['lesen: ctid allein', `select coalesce(bool_or(${m} = $2), false) from ${name} t where t.ctid = $1::tid`, [muster.ctid, opfer], leer],
    ['lesen: Stichprobe', `select t.* from ${name} t tablesample system (100) where ${m} = $1`, [opfer]],
    ['lesen: Stichprobe je Zeile', `select t.* from ${name} t tablesample bernoulli (100) where ${m} = $1`, [opfer]],
    ['lesen: teilen', `select t.* from ${name} t where ${m} = $1 for share`, [opfer]],
    ['lesen: Schlüssel sperren', `select t.* from ${name} t where ${schluessel.text} for key share skip locked`, schluessel.werte],
    ['lesen: undichte Division', `select t.* from ${name} t where 1 / (case when ${m} = $1 then 0 else 1 end) = 1 and ${m} = $1`, [opfer]],
    ['lesen: undichter Cast', `select count(*) from ${name} t where case when ${m} = $1 then (${m}::text)::integer else 1 end = 0`, [opfer], leer],
    ['lesen: Verbund', `select t.* from (values ($1::uuid)) v(x) join ${name} t on ${m} = v.x`, [opfer]],
    ['lesen: Verbund mit sich', `select t.* from ${name} s right join ${name} t on true where ${m} = $1 limit 1`, [opfer]],
    ['lesen: lateral', `select x.* from (values ($1::uuid)) v(x0) cross join lateral (select t.* from ${name} t where ${m} = v.x0) x`, [opfer]],
    ['lesen: exists', `select exists (select from ${name} t where ${m} = $1)`, [opfer], leer],
    ['lesen: Unterabfrage', `select (select t::text from ${name} t where ${m} = $1 limit 1)`, [opfer], leer],
    ['lesen: CTE', `with x as materialized (select t.* from ${name} t) select * from x t where ${m} = $1`, [opfer]],
    ['lesen: Menge', `select array_agg(distinct ${m}::text) from ${name} t`, [], nurEigene],
    ['lesen: Ordnung', `select bool_or(x.f) from (select ${m} = $1 as f from ${name} t order by 1 desc limit 1) x`, [opfer], leer],
    ['lesen: Fenster', `select max(x.n) from (select count(*) filter (where ${m} = $1) over () as n from ${name} t) x`, [opfer], leer],
    ['lesen: Zeile als JSON', `select json_agg(t)::text from ${name} t where ${m} = $1`, [opfer], leer],
    ['lesen: XML', `select query_to_xml('select * from ${name}', true, true, '')::text`, [], nurEigene],
    ['lesen: Tabelle als XML', `select table_to_xml('${name}', true, true, '')::text`, [], nurEigene],
    ['lesen: union', `select t.* from ${name} t where false union all select t.* from ${name} t where ${m} = $1`, [opfer]],
    ['lesen: except', `select t.* from ${name} t except select t.* from ${name} t where ${m} = $1`, [eigener]],
    ['lesen: Textvergleich', `select t.* from ${name} t where t::text like '%' || $1 || '%' and ${m} <> $2`, [opfer, eigener]],
  ])];
}

const fertig = (gegenstand: string, angreifer: Angreifer, entwuerfe: Entwurf[]): Probe[] =>
  entwuerfe.map(([art, text, werte, urteil]) => ({ art, gegenstand, text, werte, urteil: urteil ?? nichts(angreifer) }));
