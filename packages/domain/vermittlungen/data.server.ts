import { sql } from 'drizzle-orm';
import { formatDatum, heute, istDatum } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Bedarfsbereich } from '@kim/kreis/bedarfsbereiche.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseEinwilligungen, leseErklaerende } from '../einwilligungen/data.server.ts';
import type { Datenart, Zweck } from '../einwilligungen/schema.ts';
import { leseEigeneKommunen, leseFall } from '../faelle/data.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { lesePerson } from '../ratsuchende/data.server.ts';
import { leseZiele } from '../serviceplanung/data.server.ts';
import { statustext } from '../statusangaben/labels.ts';
import type { Statusart } from '../statusangaben/schema.ts';
import { leseAngebotswahl } from '../angebote/data.server.ts';
import { angehaltenDurch, pruefeEntbindung } from './rules.ts';
import type { Briefangaben } from './rules.ts';
import type { Lueckenart, Vermittlungsart, Vermittlungsstand, Weg } from './schema.ts';

/** The way of somebody to a place that helps. */
export interface Vermittlung {
  id: string;
  angebotId: string;
  angebot: string;
  art: Vermittlungsart;
  stand: Vermittlungsstand;
  am: Datum;
  pruefenAm: Datum | null;
  /** Who is referred; null for the whole household. */
  personId: string | null;
  massnahmeId: string | null;
  anlass: string;
  erfasstVon: string;
  version: number;
}

/** What was told to a third party, without its text. */
export interface Weitergabezeile {
  id: string;
  am: Datum;
  weg: Weg;
  zweck: Zweck;
  datenarten: Datenart[];
  erfasstVon: string;
}

/** Something that the region does not offer, or not so that it helps. */
export interface Luecke {
  id: string;
  bereich: Bedarfsbereich;
  art: Lueckenart;
  kommune: string;
  am: Datum;
  notiz: string;
}

interface Fallschluessel {
  id: string;
  schluessel: Datenschluessel;
}

interface Zeile extends Record<string, unknown> {
  id: string; angebot_id: string; angebot: string; art: Vermittlungsart; stand: Vermittlungsstand; am: string; pruefen_am: string | null; ratsuchende_id: string | null; massnahme_id: string | null;
  inhalt_krypt: Buffer; erfasst_von: string; version: number;
}

/** All referrals of a case, open ones first. */
export async function leseVermittlungen(tx: Tx, akteur: TraegerAkteur, fall: Fallschluessel): Promise<Vermittlung[]> {
  const { rows } = await tx.execute<Zeile>(sql`
    select v.id, v.angebot_id, a.name as angebot, v.art, v.stand, v.am::text, v.pruefen_am::text, v.ratsuchende_id, v.massnahme_id, v.inhalt_krypt, n.name as erfasst_von, v.version
      from app.vermittlungen v
      join kreis.angebote a on a.kreis_id = v.kreis_id and a.id = v.angebot_id
      join app.nutzer n on n.traeger_id = v.traeger_id and n.id = v.erfasst_von
     where v.traeger_id = ${akteur.traegerId} and v.fall_id = ${fall.id} order by v.stand in ('beendet', 'gescheitert'), v.pruefen_am nulls last, v.id desc`);
  return rows.map((z) => ({
    id: z.id, angebotId: z.angebot_id, angebot: z.angebot, art: z.art, stand: z.stand, am: z.am, pruefenAm: z.pruefen_am, personId: z.ratsuchende_id, massnahmeId: z.massnahme_id, erfasstVon: z.erfasst_von, version: z.version,
    anlass: akteur.tresor.entschluessleText(z.inhalt_krypt, fall.schluessel, { besitzerId: z.id, spalte: 'vermittlungen.inhalt', version: z.version }),
  }));
}

interface Lueckenzeile extends Record<string, unknown> {
  id: string; bereich: Bedarfsbereich; art: Lueckenart; kommune: string; am: string; inhalt_krypt: Buffer | null;
}

async function leseLuecken(tx: Tx, akteur: TraegerAkteur, fall: Fallschluessel): Promise<Luecke[]> {
  const { rows } = await tx.execute<Lueckenzeile>(sql`
    select l.id, l.bereich, l.art, k.name as kommune, l.erkannt_am::text as am, l.inhalt_krypt
      from app.versorgungsluecken l join kreis.kommunen k on k.kreis_id = l.kreis_id and k.id = l.kommune_id
     where l.traeger_id = ${akteur.traegerId} and l.fall_id = ${fall.id} order by l.id desc limit 50`);
  return rows.map(({ inhalt_krypt: krypt, ...zeile }) => ({
    ...zeile, notiz: krypt ? akteur.tresor.entschluessleText(krypt, fall.schluessel, { besitzerId: zeile.id, spalte: 'versorgungsluecken.inhalt', version: 1 }) : '',
  }));
}

/** Everything the Linking pages show or offer; null for a case that is not there for the asking person. Nine statements. */
export async function getLinking(akteur: TraegerAkteur, nr: string) {
  return akteur.tx(async (tx) => {
    const fall = await leseFall(tx, akteur, nr);
    if (!fall) {
      await protokolliere(tx, akteur, 'fall.nicht_gefunden');
      return null;
    }
    const [vermittlungen, luecken, erklaerende, angebote, ziele, kommunen, eigene] = await Promise.all([
      leseVermittlungen(tx, akteur, fall), leseLuecken(tx, akteur, fall), leseErklaerende(tx, akteur, nr), leseAngebotswahl(tx), leseZiele(tx, akteur, fall), leseEigeneKommunen(tx, akteur),
      tx.execute<{ id: string }>(sql`select kommune_id as id from app.faelle where traeger_id = ${akteur.traegerId} and id = ${fall.id}`),
      protokolliere(tx, akteur, 'vermittlung.gelesen', { fallId: fall.id, fallnummer: nr }),
    ]);
    const schritte = ziele.flatMap(({ massnahmen }) => massnahmen).filter(({ stand, wer }) => stand === 'offen' && wer === 'dritte').map(({ id, was }) => ({ id, was }));
    return { nurLesen: fall.nurLesen, vermittlungen, luecken, personen: erklaerende?.personen ?? [], angebote, schritte, kommunen, kommuneId: eigene.rows[0]?.id ?? '' };
  });
}

/** One referral with what was told and what may be told; null for one that is not in this case. */
export async function getVermittlung(akteur: TraegerAkteur, nr: string, id: string) {
  return akteur.tx(async (tx) => {
    const fall = await leseFall(tx, akteur, nr);
    const vermittlung = fall && (await leseVermittlungen(tx, akteur, fall)).find((eine) => eine.id === id);
    await protokolliere(tx, akteur, fall && vermittlung ? 'vermittlung.gelesen' : 'eintrag.nicht_gefunden', fall && vermittlung ? { fallId: fall.id, fallnummer: nr, gegenstandId: id } : {});
    if (!fall || !vermittlung) return null;
    const [weitergaben, einwilligungen, erklaerende] = await Promise.all([
      tx.execute<Omit<Weitergabezeile, 'erfasstVon'> & { erfasst_von: string } & Record<string, unknown>>(sql`
        select w.id, w.am::text, w.weg, w.zweck, w.datenarten, n.name as erfasst_von from app.weitergaben w join app.nutzer n on n.traeger_id = w.traeger_id and n.id = w.erfasst_von
         where w.traeger_id = ${akteur.traegerId} and w.fall_id = ${fall.id} and w.vermittlung_id = ${id} order by w.id desc limit 50`),
      leseEinwilligungen(tx, akteur, nr), leseErklaerende(tx, akteur, nr),
    ]);
    const entbindungen = einwilligungen.map(({ einwilligung }) => einwilligung).filter((eine) => 'id' in pruefeEntbindung([eine], { angebotId: vermittlung.angebotId, zweck: eine.zwecke[0] ?? 'vermittlung', datenarten: [], am: heute() }));
    return {
      vermittlung, nurLesen: fall.nurLesen, personen: erklaerende?.personen ?? [],
      weitergaben: weitergaben.rows.map(({ erfasst_von: erfasstVon, ...zeile }): Weitergabezeile => ({ ...zeile, erfasstVon })),
      /** What is allowed today, so that nobody has to guess. */
      erlaubt: { zwecke: [...new Set(entbindungen.flatMap(({ zwecke }) => zwecke))], datenarten: [...new Set(entbindungen.flatMap(({ datenarten }) => datenarten))] },
    };
  });
}

/** What a letter may draw on; only approved kinds are read at all. */
export async function leseBriefangaben(tx: Tx, akteur: TraegerAkteur, nr: string, fall: Fallschluessel, personId: string, datenarten: readonly Datenart[]): Promise<Briefangaben> {
  const darf = (art: Datenart) => datenarten.includes(art);
  const [person, status, ziele] = await Promise.all([
    darf('person') ? lesePerson(tx, akteur, nr, personId) : null,
    darf('aufenthalt') || darf('leistungen') ? tx.execute<{ art: Statusart; code: string; bis: string | null }>(sql`
      select art, code, bis::text from app.statusangaben where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id} and ratsuchende_id = ${personId}
         and von <= ${heute()} and (bis is null or bis >= ${heute()}) order by von, id`) : null,
    darf('ziele') ? leseZiele(tx, akteur, fall) : [],
  ]);
  const status_ = (art: Statusart) => (darf(art === 'aufenthalt' ? 'aufenthalt' : 'leistungen') ? (status?.rows ?? []).filter((eine) => eine.art === art).map(({ code, bis }) => `${statustext(code)}${bis ? `, bis ${formatDatum(bis)}` : ''}`) : []);
  const p = person?.person;
  return {
    person: p ? [[p.vorname, p.nachname].filter(Boolean).join(' '), p.geburtsdatum ? `geboren ${istDatum(p.geburtsdatum) ? formatDatum(p.geburtsdatum) : p.geburtsdatum}` : '', p.anschrift, p.telefon].filter(Boolean) : [],
    aufenthalt: status_('aufenthalt'), leistungen: status_('leistung'),
    ziele: ziele.filter(({ oberzielId, stand, personId: wessen }) => oberzielId !== null && stand === 'offen' && (wessen === null || wessen === personId)).map(({ text }) => `– ${text}`),
  };
}

/** A letter as it went out; null for one that is not in this case. */
export async function getWeitergabe(akteur: TraegerAkteur, nr: string, id: string): Promise<(Weitergabezeile & { text: string; vermittlungId: string }) | null> {
  return akteur.tx(async (tx) => {
    const fall = await leseFall(tx, akteur, nr);
    const { rows } = await tx.execute<Omit<Weitergabezeile, 'erfasstVon'> & { vermittlung_id: string; inhalt_krypt: Buffer; erfasst_von: string } & Record<string, unknown>>(sql`
      select w.id, w.am::text, w.weg, w.zweck, w.datenarten, w.vermittlung_id, w.inhalt_krypt, n.name as erfasst_von from app.weitergaben w join app.nutzer n on n.traeger_id = w.traeger_id and n.id = w.erfasst_von
       where w.traeger_id = ${akteur.traegerId} and w.fall_id = ${fall?.id ?? null} and w.id = ${id}`);
    const zeile = rows[0];
    await protokolliere(tx, akteur, fall && zeile ? 'vermittlung.gelesen' : 'eintrag.nicht_gefunden', fall && zeile ? { fallId: fall.id, fallnummer: nr, gegenstandId: id } : {});
    if (!fall || !zeile) return null;
    const { inhalt_krypt: krypt, erfasst_von: erfasstVon, vermittlung_id: vermittlungId, ...rest } = zeile;
    return { ...rest, erfasstVon, vermittlungId, text: akteur.tresor.entschluessleText(krypt, fall.schluessel, { besitzerId: id, spalte: 'weitergaben.inhalt', version: 1 }) };
  });
}

/** The places with an open referral that stops when this declaration is revoked. */
export async function listAbhaengige(akteur: TraegerAkteur, nr: string, einwilligungId: string): Promise<string[]> {
  return akteur.tx(async (tx) => {
    const fall = await leseFall(tx, akteur, nr);
    if (!fall) return [];
    const [vermittlungen, einwilligungen] = await Promise.all([leseVermittlungen(tx, akteur, fall), leseEinwilligungen(tx, akteur, nr)]);
    const alle = einwilligungen.map(({ einwilligung }) => einwilligung);
    const widerrufene = alle.find(({ id }) => id === einwilligungId);
    return widerrufene ? angehaltenDurch(vermittlungen, widerrufene, alle, heute()).map(({ angebot, am }) => `${angebot}, seit ${formatDatum(am)}`) : [];
  });
}

/** Names of the places whose referral was stopped by a revocation and not taken up again. */
export async function leseAngehaltene(tx: Tx, { traegerId }: TraegerAkteur, nr: string): Promise<string[]> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select distinct a.name from app.faelle f
      join app.vermittlungen v on v.traeger_id = f.traeger_id and v.fall_id = f.id and v.stand = 'angehalten'
      join kreis.angebote a on a.kreis_id = v.kreis_id and a.id = v.angebot_id
     where f.traeger_id = ${traegerId} and f.fallnummer = ${nr} order by a.name`);
  return rows.map(({ name }) => name);
}
