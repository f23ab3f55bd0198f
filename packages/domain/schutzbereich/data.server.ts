import { sql } from 'drizzle-orm';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseDokumente } from '../dokumente/data.server.ts';
import type { Dokument } from '../dokumente/data.server.ts';
import { fassungen } from '../dokumente/rules.ts';
import { leseErklaerende } from '../einwilligungen/data.server.ts';
import type { Erklaerende } from '../einwilligungen/data.server.ts';
import { leseFall } from '../faelle/data.server.ts';
import type { GeoeffneterFall } from '../faelle/data.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import type { Oeffnungsanlass, Thema } from './schema.ts';

/** What is encrypted of an entry. */
export interface Schutzinhalt {
  thema: Thema;
  text: string;
}

export interface Schutzeintrag extends Schutzinhalt {
  id: string;
  /** null for the whole household. */
  personId: string | null;
  erfasstVon: string;
  erfasstAm: Date;
  version: number;
}

/** Who opened the protected part, when and why. */
export interface Schutzoeffnung {
  id: string;
  wer: string;
  am: Date;
  anlass: Oeffnungsanlass;
  /** Empty for who is responsible. */
  grund: string;
}

export interface Schutzbereich {
  zustaendig: boolean;
  /** Until when it is open to the asking person; null while it is closed. */
  offenBis: Date | null;
  /** Empty while it is closed: the database gives none. */
  eintraege: Schutzeintrag[];
  /** The latest twenty. */
  oeffnungen: Schutzoeffnung[];
  /** Attachments of the case: those in the protected part while it is open, and those that may be put there. */
  anlagen: Dokument[];
  personen: Erklaerende[];
}

interface Oeffnungszeile extends Record<string, unknown> {
  id: string; nutzer_id: string; wer: string; anlass: Oeffnungsanlass; grund_krypt: Buffer | null; bis: string; offen: boolean; erfasst_am: string;
}

interface Eintragszeile extends Record<string, unknown> {
  id: string; ratsuchende_id: string | null; inhalt_krypt: Buffer; von: string; erfasst_am: string; version: number;
}

/** The protected part of a case as far as it is open; null for a case that is not there for the asking person. Seven statements. */
export async function getSchutzbereich(akteur: TraegerAkteur, nr: string): Promise<Schutzbereich | null> {
  return akteur.tx(async (tx) => {
    const fall = await leseFall(tx, akteur, nr);
    if (!fall) {
      await protokolliere(tx, akteur, 'fall.nicht_gefunden');
      return null;
    }
    const [oeffnungen, eintraege, erklaerende, dokumente, zustaendig] = await Promise.all([
      leseOeffnungen(tx, akteur, fall.id),
      leseEintraege(tx, akteur, fall),
      leseErklaerende(tx, akteur, nr),
      leseDokumente(tx, akteur, nr),
      tx.execute(sql`select from app.zustaendigkeiten where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id} and nutzer_id = ${akteur.nutzerId} and bis is null`),
    ]);
    const offen = oeffnungen.find((eine) => eine.offen && eine.nutzer_id === akteur.nutzerId);
    await protokolliere(tx, akteur, offen ? 'schutzbereich.gelesen' : 'fall.gelesen', { fallId: fall.id, fallnummer: nr });
    const grund = (z: Oeffnungszeile) => (z.grund_krypt ? akteur.tresor.entschluessleText(z.grund_krypt, fall.schluessel, { besitzerId: z.id, spalte: 'schutzoeffnungen.grund', version: 1 }) : '');
    return {
      zustaendig: zustaendig.rowCount === 1,
      offenBis: offen ? new Date(offen.bis) : null,
      eintraege,
      oeffnungen: oeffnungen.map((z) => ({ id: z.id, wer: z.wer, am: new Date(z.erfasst_am), anlass: z.anlass, grund: grund(z) })),
      anlagen: fassungen(dokumente?.dokumente ?? []).filter(({ art }) => art === 'anlage'),
      personen: erklaerende?.personen ?? [],
    };
  });
}

async function leseOeffnungen(tx: Tx, { traegerId }: TraegerAkteur, fallId: string): Promise<Oeffnungszeile[]> {
  const { rows } = await tx.execute<Oeffnungszeile>(sql`
    select o.id, o.nutzer_id, n.name as wer, o.anlass, o.grund_krypt, o.bis, o.bis > statement_timestamp() as offen, o.erfasst_am
      from app.schutzoeffnungen o join app.nutzer n on n.traeger_id = o.traeger_id and n.id = o.nutzer_id
     where o.traeger_id = ${traegerId} and o.fall_id = ${fallId} order by o.id desc limit 20`);
  return rows;
}

/** None while the protected part is closed to the asking person. */
export async function leseEintraege(tx: Tx, { traegerId, tresor }: TraegerAkteur, fall: Pick<GeoeffneterFall, 'id' | 'schluessel'>): Promise<Schutzeintrag[]> {
  const { rows } = await tx.execute<Eintragszeile>(sql`
    select e.id, e.ratsuchende_id, e.inhalt_krypt, n.name as von, e.erfasst_am, e.version
      from app.schutzeintraege e join app.nutzer n on n.traeger_id = e.traeger_id and n.id = e.erfasst_von
     where e.traeger_id = ${traegerId} and e.fall_id = ${fall.id} order by e.id desc`);
  return rows.map((z) => {
    const inhalt = tresor.entschluessle(z.inhalt_krypt, fall.schluessel, { besitzerId: z.id, spalte: 'schutzeintraege.inhalt', version: z.version }) as Schutzinhalt;
    return { ...inhalt, id: z.id, personId: z.ratsuchende_id, erfasstVon: z.von, erfasstAm: new Date(z.erfasst_am), version: z.version };
  });
}

/** Whether the asking person has the protected part of this case open. */
export async function istOffen(tx: Tx, { traegerId, nutzerId }: TraegerAkteur, fallId: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    select from app.schutzoeffnungen where traeger_id = ${traegerId} and fall_id = ${fallId} and nutzer_id = ${nutzerId} and bis > statement_timestamp() limit 1`);
  return rowCount === 1;
}
