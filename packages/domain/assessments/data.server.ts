import { sql } from 'drizzle-orm';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Bedarfsbereich } from '@kim/kreis/bedarfsbereiche.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../akteur.ts';
import type { Bedarfsstand, Dringlichkeit } from '../bedarfe/schema.ts';
import type { Bogenwerte } from '../boegen/schema.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { leseFall } from '../faelle/data.server.ts';
import { naechsterAnlass } from './rules.ts';
import type { Anlass, Herkunft } from './schema.ts';

/** What is encrypted of an Assessment. */
export interface Assessmentinhalt {
  bogen: Bogenwerte;
  /** null for one that began empty. */
  herkunft: Herkunft | null;
}

export interface Assessment extends Assessmentinhalt {
  id: string;
  anlass: Anlass;
  am: Datum;
  version: number;
  gespeichertVon: string;
  gespeichertAm: Date;
}

interface Zeile extends Record<string, unknown> {
  id: string; anlass: Anlass; am: string; bogen_krypt: Buffer; version: number; von: string; zuletzt: string;
}

/** The Assessments of a case, the newest first. */
export async function leseAssessments(tx: Tx, akteur: TraegerAkteur, fall: { id: string; schluessel: Datenschluessel }): Promise<Assessment[]> {
  const { rows } = await tx.execute<Zeile>(sql`
    select a.id, a.anlass, a.am::text, a.bogen_krypt, a.version, n.name as von, coalesce(a.geaendert_am, a.erfasst_am) as zuletzt
      from app.assessments a join app.nutzer n on n.traeger_id = a.traeger_id and n.id = coalesce(a.geaendert_von, a.erfasst_von)
     where a.traeger_id = ${akteur.traegerId} and a.fall_id = ${fall.id} order by a.id desc`);
  return rows.map(({ id, anlass, am, bogen_krypt: krypt, version, von, zuletzt }) => ({
    id, anlass, am, version, gespeichertVon: von, gespeichertAm: new Date(zuletzt),
    ...(akteur.tresor.entschluessle(krypt, fall.schluessel, { besitzerId: id, spalte: 'assessments.bogen', version }) as Assessmentinhalt),
  }));
}

/** A Bedarf of the case without its description. */
export interface Bedarfszeile {
  id: string;
  bereich: Bedarfsbereich;
  dringlichkeit: Dringlichkeit;
  stand: Bedarfsstand;
}

async function leseBedarfszeilen(tx: Tx, { traegerId }: TraegerAkteur, fallId: string): Promise<Bedarfszeile[]> {
  const { rows } = await tx.execute<Bedarfszeile & Record<string, unknown>>(sql`
    select id, bereich, dringlichkeit, stand from app.bedarfe where traeger_id = ${traegerId} and fall_id = ${fallId}
     order by erledigt_am is not null, array_position(array['hoch', 'mittel', 'niedrig'], dringlichkeit), id`);
  return rows;
}

/** All Assessments with the Bedarfe of the case; null for a case that is not there for the asking person. Four statements. */
export async function getAssessments(akteur: TraegerAkteur, nr: string) {
  return akteur.tx(async (tx) => {
    const fall = await leseFall(tx, akteur, nr);
    if (!fall) {
      await protokolliere(tx, akteur, 'fall.nicht_gefunden');
      return null;
    }
    const [assessments, bedarfe] = await Promise.all([
      leseAssessments(tx, akteur, fall), leseBedarfszeilen(tx, akteur, fall.id), protokolliere(tx, akteur, 'assessment.gelesen', { fallId: fall.id, fallnummer: nr }),
    ]);
    return { klasse: fall.klasse, nurLesen: fall.nurLesen, assessments, bedarfe, naechster: naechsterAnlass(fall.phase, assessments.length > 0) };
  });
}

/** One Assessment with the Bedarfe of the case; null for one that is not in this case. Four statements. */
export async function getAssessment(akteur: TraegerAkteur, nr: string, id: string) {
  return akteur.tx(async (tx) => {
    const fall = await leseFall(tx, akteur, nr);
    const assessment = fall && (await leseAssessments(tx, akteur, fall)).find((eines) => eines.id === id);
    if (!fall || !assessment) {
      await protokolliere(tx, akteur, 'eintrag.nicht_gefunden');
      return null;
    }
    const [bedarfe] = await Promise.all([leseBedarfszeilen(tx, akteur, fall.id), protokolliere(tx, akteur, 'assessment.gelesen', { fallId: fall.id, fallnummer: nr, gegenstandId: id })]);
    return { assessment, bedarfe, nurLesen: fall.nurLesen || fall.klasse !== 'case_management' };
  });
}
