import { neueId } from '@kim/core/ids.ts';
import type { Muster, Tabelle } from './katalog.ts';
import { platz, schluesselBedingung } from './lesen.ts';
import type { Ziel } from './lesen.ts';
import { abgelehnt, nichts } from './probe.ts';
import type { Angreifer, Probe } from './probe.ts';

/** Columns an insert names: what may be written, else all, so that the refusal is the privilege itself. */
export function einfuegespalten(tabelle: Tabelle): string[] {
  const schreibbar = tabelle.spalten.filter((s) => !s.generiert).map((s) => s.name);
  return tabelle.rechte.insert.length > 0 ? schreibbar.filter((s) => tabelle.rechte.insert.includes(s)) : schreibbar;
}

/** An insert of this row; what it leaves out the database fills in. */
export function einfuegen(tabelle: Tabelle, zeile: Record<string, unknown>): { text: string; werte: unknown[] } {
  const spalten = einfuegespalten(tabelle).filter((s) => s in zeile);
  return {
    text: `insert into ${tabelle.name} (${spalten.join(', ')}) values (${spalten.map((s, i) => platz(tabelle, s, i + 1)).join(', ')})`,
    werte: spalten.map((s) => zeile[s]),
  };
}

/** A copy of a row as somebody would write it now: new id where the table has one, times and versions by the database. */
export function kopie(tabelle: Tabelle, muster: Muster): Record<string, unknown> {
  const vorbelegt = new Set(tabelle.spalten.filter((s) => s.vorbelegt).map((s) => s.name));
  const zeile = Object.fromEntries(Object.entries(muster).filter(([spalte]) => !vorbelegt.has(spalte)));
  return tabelle.schluessel.includes('id') ? { ...zeile, id: neueId() } : zeile;
}

/** A column that may be changed, else any: then the privilege refuses. */
function aenderbar(tabelle: Tabelle): string {
  return tabelle.rechte.update[0] ?? tabelle.spalten.find((s) => s.name !== tabelle.mandant && !s.generiert)?.name ?? tabelle.mandant!;
}

type Entwurf = [art: string, text: string, werte: unknown[], urteil?: Probe['urteil']];

/** The few that every principal and every login tries. */
export function schreibeKurz({ tabelle, opfer, muster }: Ziel, angreifer: Angreifer): Probe[] {
  const spalte = aenderbar(tabelle);
  const neu = einfuegen(tabelle, kopie(tabelle, muster));
  return fertig(tabelle.name, angreifer, [
    ['schreiben: anlegen als B', neu.text, neu.werte, abgelehnt],
    ['schreiben: ändern', `update ${tabelle.name} t set ${spalte} = t.${spalte} where t.${tabelle.mandant} = $1`, [opfer]],
    ['schreiben: löschen', `delete from ${tabelle.name} t where t.${tabelle.mandant} = $1`, [opfer]],
  ]);
}

/** Every way to change rows of somebody else, or to push one's own over to them. Committed: the digests are the last judge. */
export function schreibeAlle(ziel: Ziel, angreifer: Angreifer, eigenes: Muster | null): Probe[] {
  const { tabelle, opfer, eigener, muster } = ziel;
  const { name, mandant } = tabelle;
  const spalte = aenderbar(tabelle);
  const typ = tabelle.spalten.find((s) => s.name === spalte)!.typ;
  const schluessel = schluesselBedingung(tabelle, muster);
  const neu = einfuegen(tabelle, kopie(tabelle, muster));
  const liste = einfuegespalten(tabelle).join(', ');
  const entwuerfe: Entwurf[] = [
    ['schreiben: anlegen und verschweigen', `${neu.text} on conflict do nothing`, neu.werte, abgelehnt],
    ['schreiben: ändern ohne Bedingung', `update ${name} t set ${spalte} = t.${spalte} where t.${mandant} <> $1`, [eigener]],
    ['schreiben: ändern nach Schlüssel', `update ${name} t set ${spalte} = t.${spalte} where ${schluessel.text}`, schluessel.werte],
    ['schreiben: ändern nach ctid', `update ${name} t set ${spalte} = t.${spalte} where t.ctid = $1::tid and t.${mandant} = $2`, [muster.ctid, opfer]],
    ['schreiben: ändern über Verbund', `update ${name} t set ${spalte} = x.${spalte} from ${name} x where x.${mandant} = $1 and t.${mandant} = $1`, [opfer]],
    ['schreiben: fremden Wert holen', `update ${name} t set ${spalte} = (select x.${spalte} from ${name} x where x.${mandant} = $1 limit 1)
       where exists (select from ${name} x where x.${mandant} = $1)`, [opfer]],
    ['schreiben: löschen nach Schlüssel', `delete from ${name} t where ${schluessel.text}`, schluessel.werte],
    ['schreiben: löschen über Verbund', `delete from ${name} t using ${name} x where x.${mandant} = $1 and t.${mandant} = x.${mandant}`, [opfer]],
    ['schreiben: löschen mit Antwort', `with weg as (delete from ${name} t where t.${mandant} = $1 returning t.*) select * from weg`, [opfer]],
    ['schreiben: merge ändert', `merge into ${name} t using (values ($1::uuid)) v(x) on t.${mandant} = v.x when matched then update set ${spalte} = t.${spalte}`, [opfer]],
    ['schreiben: merge löscht', `merge into ${name} t using (values ($1::uuid)) v(x) on t.${mandant} = v.x when matched then delete`, [opfer]],
    ['schreiben: abschreiben', `insert into ${name} (${liste}) select ${liste} from ${name} t where t.${mandant} = $1`, [opfer]],
    ['schreiben: leeren', `truncate ${name}`, [], abgelehnt],
    // Who may delete rows may lock the table: a way to disturb, none to read.
    ['schreiben: Tabelle sperren', `lock table ${name} in access exclusive mode`, [], tabelle.rechte.delete ? () => null : abgelehnt],
    ['schreiben: wegsperren', `update ${name} t set ${spalte} = null::${typ} where t.${mandant} = $1`, [opfer]],
  ];
  if (eigenes) {
    const selbst = schluesselBedingung(tabelle, eigenes, 2);
    entwuerfe.push(['schreiben: hinüberschieben', `update ${name} t set ${mandant} = $1 where ${selbst.text}`, [opfer, ...selbst.werte], abgelehnt]);
  }
  return [...schreibeKurz(ziel, angreifer), ...fertig(name, angreifer, entwuerfe)];
}

const fertig = (gegenstand: string, angreifer: Angreifer, entwuerfe: Entwurf[]): Probe[] =>
  entwuerfe.map(([art, text, werte, urteil]) => ({ art, gegenstand, text, werte, imBlock: text.startsWith('lock'), urteil: urteil ?? nichts(angreifer) }));
