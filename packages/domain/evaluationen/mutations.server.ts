import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { evaluationen } from '@kim/db/schema/evaluation.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { leseFallZumPlanen } from '../faelle/data.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { leseEvaluationen } from './data.server.ts';
import type { Evaluationseingabe, Evaluationssicht } from './schema.ts';

type Inhalt = Omit<Evaluationseingabe, 'version'>;

const istGleich = (a: Inhalt, b: Inhalt): boolean =>
  isDeepStrictEqual([a.am, a.zielerreichung, a.zufriedenheit, a.selbststaendigkeit, a.bogen], [b.am, b.zielerreichung, b.zufriedenheit, b.selbststaendigkeit, b.bogen]);

/**
 * Saves one view of the Evaluation: a case has one of the client and one of the Fachkraft. The case is locked meanwhile, so
 * that two cannot begin the same one. When it was saved elsewhere in between, the stored one comes back.
 */
export async function saveEvaluation(akteur: TraegerAkteur, nr: string, sicht: Evaluationssicht, eingabe: Evaluationseingabe) {
  return mitSpur(akteur, async (tx) => {
    const gelesen = await leseFallZumPlanen(tx, akteur, nr);
    if (!gelesen.ok) return gelesen;
    const fall = gelesen.wert;
    const bisher = (await leseEvaluationen(tx, akteur, fall))[sicht];
    const { version, am, bogen, zielerreichung, zufriedenheit, selbststaendigkeit } = eingabe;
    if (version !== (bisher?.version ?? 0)) {
      if (!bisher) return fehler('nicht_gefunden');
      return istGleich(bisher, eingabe) ? ok(bisher.version) : fehler('konflikt', { aktuell: bisher });
    }
    const id = bisher?.id ?? neueId();
    const bogenKrypt = akteur.tresor.verschluessle(bogen, fall.schluessel, { besitzerId: id, spalte: 'evaluationen.bogen', version: version + 1 });
    await Promise.all([
      bisher
        ? tx.execute(sql`
          update app.evaluationen set am = ${am}, zielerreichung = ${zielerreichung}, zufriedenheit = ${zufriedenheit}, selbststaendigkeit = ${selbststaendigkeit}, bogen_krypt = ${bogenKrypt},
                 geaendert_von = ${akteur.nutzerId}, geaendert_am = now(), version = version + 1
           where traeger_id = ${akteur.traegerId} and id = ${id}`)
        : tx.insert(evaluationen).values({ traegerId: akteur.traegerId, id, fallId: fall.id, sicht, am, zielerreichung, zufriedenheit, selbststaendigkeit, bogenKrypt, erfasstVon: akteur.nutzerId }),
      protokolliere(tx, akteur, 'evaluation.gespeichert', { fallId: fall.id, fallnummer: nr, gegenstandId: id }),
    ]);
    return ok(version + 1);
  });
}
