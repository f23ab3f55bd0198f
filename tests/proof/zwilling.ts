import { neueId } from '@kim/core/ids.ts';
import type pg from 'pg';
import type { Muster, Tabelle } from './katalog.ts';
import type { Ziel } from './lesen.ts';
import { gestalt, laufe } from './probe.ts';
import type { Angreifer, Befund } from './probe.ts';
import { einfuegen, kopie } from './schreiben.ts';

/** Two attempts that differ in one thing only: a key that exists at somebody else's, and one that exists nowhere. */
export interface Zwilling {
  art: string;
  gegenstand: string;
  fremd: { text: string; werte: unknown[] };
  erfunden: { text: string; werte: unknown[] };
}

/** Own Träger and own Kreis stay: naming another is what the policies' own probes do. */
const nennt = (spalte: string): boolean => spalte !== 'traeger_id' && spalte !== 'kreis_id';

/** Places and Träger of one's own Kreis are everybody's; only what lies elsewhere is foreign. */
const istFremd = (spalten: string[], ziel: string, muster: Muster, eigenes: Muster): boolean =>
  !ziel.startsWith('kreis.') || !spalten.includes('kreis_id') || muster.kreis_id !== eigenes.kreis_id;

function erfinde(tabelle: Tabelle, spalte: string): unknown {
  const { typ } = tabelle.spalten.find((s) => s.name === spalte)!;
  if (typ === 'uuid') return neueId();
  if (typ === 'bytea') return `\\x${neueId().replaceAll('-', '')}`;
  if (typ === 'date') return '2031-01-01';
  return typ === 'integer' || typ === 'bigint' ? 2031 : `erfunden-${neueId()}`;
}

/**
 * Keys and parents of somebody else, put into a row of one's own. The answer must not tell them from invented ones:
 * neither by a taken key nor by a parent that exists.
 */
export function zwillinge({ tabelle, muster }: Ziel, eigenes: Muster, nutzerId: string | null): Zwilling[] {
  const grundlage = nutzerId === null ? kopie(tabelle, eigenes) : { ...kopie(tabelle, eigenes), ...alsEigene(tabelle, eigenes, nutzerId) };
  const paar = (art: string, spalten: string[], woher: (s: string) => unknown): Zwilling[] => {
    const gewechselt = spalten.filter(nennt);
    // What both have alike (a year, say) is one's own as well.
    if (gewechselt.every((s) => muster[s] === null || muster[s] === eigenes[s])) return [];
    const mit = (wert: (s: string) => unknown) =>
      einfuegen(tabelle, { ...grundlage, ...Object.fromEntries(gewechselt.map((s) => [s, wert(s)])) });
    const erfunden = new Map(gewechselt.map((s) => [s, erfinde(tabelle, s)]));
    return [{ art, gegenstand: tabelle.name, fremd: mit(woher), erfunden: mit((s) => erfunden.get(s)) }];
  };
  const schluessel = tabelle.eindeutige.flatMap((spalten) => paar(`Schlüsselorakel ${spalten.join(',')}`, spalten, (s) => muster[s]));
  const eltern = tabelle.fremdschluessel.filter((f) => istFremd(f.spalten, f.ziel, muster, eigenes)).flatMap((f) => paar(`Elternorakel ${f.name}`, f.spalten, (s) => muster[s]));
  const still = schluessel.map((z) => ({
    ...z,
    art: `${z.art} on conflict`,
    fremd: { ...z.fremd, text: `${z.fremd.text} on conflict do nothing` },
    erfunden: { ...z.erfunden, text: `${z.erfunden.text} on conflict do nothing` },
  }));
  return [...schluessel, ...still, ...eltern, ...elternwechsel(tabelle, muster, eigenes)];
}

/** The columns that name the writing person: the policies want the attacker there. */
function alsEigene(tabelle: Tabelle, eigenes: Muster, nutzerId: string): Record<string, unknown> {
  const spalten = tabelle.fremdschluessel.filter((f) => f.ziel === 'app.nutzer').flatMap((f) => f.spalten);
  return Object.fromEntries(spalten.filter((s) => s !== 'traeger_id' && eigenes[s] !== null).map((s) => [s, nutzerId]));
}

/** Moves an own row below somebody else's parent. */
function elternwechsel(tabelle: Tabelle, muster: Muster, eigenes: Muster): Zwilling[] {
  const typ = (s: string) => tabelle.spalten.find((x) => x.name === s)!.typ;
  return tabelle.fremdschluessel.filter((f) => istFremd(f.spalten, f.ziel, muster, eigenes)).flatMap((f) => {
    const spalten = f.spalten.filter((s) => nennt(s) && tabelle.rechte.update.includes(s) && muster[s] !== null);
    if (spalten.length === 0) return [];
    const aendern = (wert: (s: string) => unknown) => ({
      text: `update ${tabelle.name} t set ${spalten.map((s, i) => `${s} = $${i + 1}::${typ(s)}`).join(', ')} where ${tabelle.schluessel
        .map((s, i) => `t.${s} = $${spalten.length + i + 1}::${typ(s)}`).join(' and ')}`,
      werte: [...spalten.map(wert), ...tabelle.schluessel.map((s) => eigenes[s])],
    });
    return [{ art: `Elternwechsel ${f.name}`, gegenstand: tabelle.name, fremd: aendern((s) => muster[s]), erfunden: aendern((s) => erfinde(tabelle, s)) }];
  });
}

/** Runs both halves, rolled back, and compares what they look like. */
export async function pruefeZwillinge(client: pg.ClientBase, angreifer: Angreifer, liste: Zwilling[]): Promise<Befund[]> {
  const befunde: Befund[] = [];
  for (let i = 0; i < liste.length; i += 16) {
    await Promise.all(liste.slice(i, i + 16).map(async ({ art, gegenstand, fremd, erfunden }) => {
      const [a, b] = await Promise.all([fremd, erfunden].map(({ text, werte }) => laufe(client, angreifer.ctx, text, werte, false)));
      const [x, y] = [gestalt(a!), gestalt(b!)];
      const melde = (befund: string) => befunde.push({ art, gegenstand, angreifer: angreifer.name, befund });
      if (x !== y) melde(`fremd „${x}“, erfunden „${y}“`);
      else if (x.startsWith('stumpf')) melde(x);
    }));
  }
  return befunde;
}

