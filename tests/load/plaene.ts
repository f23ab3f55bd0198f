import type pg from 'pg';
import { alsGemessene } from './anweisungen.ts';
import type { Anweisung } from './anweisungen.ts';

/** What the planner made of one statement of the product. Times are the fastest of several runs, milliseconds. */
export interface Planbefund {
  operation: string;
  anweisung: string;
  planenMs: number;
  ausfuehrenMs: number;
  /** Policies whose value was taken once instead of row by row. */
  initPlaene: number;
  maengel: string[];
}

interface Knoten {
  'Node Type': string;
  'Relation Name'?: string;
  Schema?: string;
  'Index Cond'?: string;
  Filter?: string;
  'Subplan Name'?: string;
  Output?: string[];
  Plans?: Knoten[];
}

interface Erklaerung {
  Plan: Knoten;
  'Planning Time': number;
  'Execution Time': number;
}

const LAEUFE = 7;
const TRAEGERTABELLEN = ['app', 'tresor'];
/** Small and whole on one page: looking at all of it is what the planner should do. */
const KLEINE = new Set(['nutzer', 'vertretungen', 'fallberatungen', 'stellen', 'stelle_kommunen', 'besetzungen', 'orte', 'richtwertanpassungen', 'einwilligungstexte']);

/** Gate of protection.md 1.5: each Träger table by an index that begins with the Träger, policies as InitPlan, no function row by row. */
export async function pruefePlaene(url: string, ctx: string, anweisungen: readonly Anweisung[]): Promise<Planbefund[]> {
  const befunde: Planbefund[] = [];
  for (const anweisung of anweisungen) befunde.push(await alsGemessene(url, ctx, (client) => pruefe(client, anweisung)));
  return befunde;
}

async function pruefe(client: pg.Client, { operation, text, werte }: Anweisung): Promise<Planbefund> {
  const laeufe: Erklaerung[] = [];
  for (let lauf = 0; lauf < LAEUFE; lauf++) {
    await client.query('savepoint lauf');
    const { rows } = await client.query<{ 'QUERY PLAN': Erklaerung[] }>(`explain (analyze, verbose, timing off, format json) ${text}`, werte);
    await client.query('rollback to lauf');
    laeufe.push(rows[0]!['QUERY PLAN'][0]!);
  }
  const knoten = alleKnoten(laeufe[0]!.Plan);
  const initPlaene = knoten.filter((einer) => einer['Subplan Name']?.startsWith('InitPlan')).length;
  return {
    operation,
    anweisung: text.replace(/\s+/g, ' ').trim().slice(0, 60),
    planenMs: Math.min(...laeufe.map((lauf) => lauf['Planning Time'])),
    ausfuehrenMs: Math.min(...laeufe.map((lauf) => lauf['Execution Time'])),
    initPlaene,
    maengel: [...knoten.flatMap(maengelVon), ...(nenntTraeger(knoten) || !knoten.some(liestTraegertabelle) ? [] : ['kein InitPlan für den Träger'])],
  };
}

const alleKnoten = (knoten: Knoten): Knoten[] => [knoten, ...(knoten.Plans ?? []).flatMap(alleKnoten)];

const nenntTraeger = (knoten: readonly Knoten[]): boolean =>
  knoten.some(({ 'Subplan Name': name, Output }) => name?.startsWith('InitPlan') && Output?.some((ausdruck) => ausdruck.endsWith('traeger()')));

const liestTraegertabelle = ({ 'Relation Name': tabelle, Schema: schema = '' }: Knoten): boolean => tabelle !== undefined && TRAEGERTABELLEN.includes(schema);

function maengelVon(knoten: Knoten): string[] {
  const { 'Node Type': art, 'Relation Name': tabelle, Schema: schema = '', 'Index Cond': bedingung = '', Filter: filter = '' } = knoten;
  if (!tabelle || !TRAEGERTABELLEN.includes(schema) || !/Scan/.test(art)) return [];
  const maengel: string[] = [];
  if (art === 'Seq Scan' && !KLEINE.has(tabelle)) maengel.push(`Seq Scan auf ${tabelle}`);
  if (/^Index/.test(art) && !bedingung.includes('traeger_id')) maengel.push(`Index ohne Träger auf ${tabelle}`);
  if (/\b(sec|pg_catalog)\.\w+\(/.test(filter)) maengel.push(`Funktion je Zeile auf ${tabelle}`);
  return maengel;
}
