import { sql } from 'drizzle-orm';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../akteur.ts';
import type { Bogenwerte } from '../boegen/schema.ts';
import { leseErklaerende } from '../einwilligungen/data.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { leseFall } from '../faelle/data.server.ts';
import type { Evaluationssicht, Grade } from './schema.ts';

export interface Evaluation extends Grade {
  id: string;
  sicht: Evaluationssicht;
  am: Datum;
  bogen: Bogenwerte;
  version: number;
  gespeichertVon: string;
  gespeichertAm: Date;
}

interface Zeile extends Grade, Record<string, unknown> {
  id: string; sicht: Evaluationssicht; am: string; bogen_krypt: Buffer; version: number; von: string; zuletzt: string;
}

/** What is stored of the Evaluation of a case, by view. */
export async function leseEvaluationen(tx: Tx, akteur: TraegerAkteur, fall: { id: string; schluessel: Datenschluessel }): Promise<Partial<Record<Evaluationssicht, Evaluation>>> {
  const { rows } = await tx.execute<Zeile>(sql`
    select e.id, e.sicht, e.am::text, e.zielerreichung, e.zufriedenheit, e.selbststaendigkeit, e.bogen_krypt, e.version, n.name as von, coalesce(e.geaendert_am, e.erfasst_am) as zuletzt
      from app.evaluationen e join app.nutzer n on n.traeger_id = e.traeger_id and n.id = coalesce(e.geaendert_von, e.erfasst_von)
     where e.traeger_id = ${akteur.traegerId} and e.fall_id = ${fall.id} order by e.id`);
  return Object.fromEntries(rows.map(({ bogen_krypt: krypt, von, zuletzt, ...zeile }): [Evaluationssicht, Evaluation] => [zeile.sicht, {
    ...zeile, gespeichertVon: von, gespeichertAm: new Date(zuletzt),
    bogen: akteur.tresor.entschluessle(krypt, fall.schluessel, { besitzerId: zeile.id, spalte: 'evaluationen.bogen', version: zeile.version }) as Bogenwerte,
  }]));
}

/** Both views of a case, and who its main person is; null for a case that is not there for the asking person. Five statements. */
export async function getEvaluation(akteur: TraegerAkteur, nr: string) {
  return akteur.tx(async (tx) => {
    const fall = await leseFall(tx, akteur, nr);
    if (!fall) {
      await protokolliere(tx, akteur, 'fall.nicht_gefunden');
      return null;
    }
    const [evaluationen, erklaerende, traeger] = await Promise.all([
      leseEvaluationen(tx, akteur, fall), leseErklaerende(tx, akteur, nr),
      tx.execute<{ name: string }>(sql`select name from kreis.traeger where kreis_id = ${akteur.kreisId} and id = ${akteur.traegerId}`),
      protokolliere(tx, akteur, 'evaluation.gelesen', { fallId: fall.id, fallnummer: nr }),
    ]);
    const hauptperson = erklaerende?.personen.find((person) => person.hauptperson)?.id ?? null;
    return { evaluationen, hauptperson, traeger: traeger.rows[0]?.name ?? '', klasse: fall.klasse, nurLesen: fall.nurLesen || fall.klasse !== 'case_management' };
  });
}
