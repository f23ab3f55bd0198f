import { sql } from 'drizzle-orm';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import { staatsangehoerigkeit } from '@kim/kreis/staatsangehoerigkeiten.ts';
import { ZUGAENGE } from '@kim/kreis/zugaenge.ts';
import type { Sprachmittlung, Zugang } from '@kim/kreis/zugaenge.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../../akteur.ts';
import type { WaehlbarerOrt } from '../../orte/data.server.ts';
import { protokolliere } from '../../protokoll/mutations.server.ts';
import { statustext } from '../../statusangaben/labels.ts';
import type { Statusart } from '../../statusangaben/schema.ts';
import type { Bogen } from './schema.ts';

export interface Erstgespraech {
  am: string;
  kanal: 'persoenlich' | 'aufsuchend';
  ortId: string | null;
  sprachmittlung: Sprachmittlung | null;
  bogen: Bogen;
  version: number;
  gespeichertVon: string;
  gespeichertAm: Date;
}

interface Zeile extends Record<string, unknown> {
  fall_id: string; am: string; kanal: Erstgespraech['kanal']; ort_id: string | null; sprachmittlung: Sprachmittlung | null; bogen_krypt: Buffer; version: number; von: string; zuletzt: string;
}

/** What is stored of the Erstgespräch of a case, opened with the case's key. */
export async function leseErstgespraech(tx: Tx, akteur: TraegerAkteur, fall: { id: string; schluessel: Datenschluessel }): Promise<Erstgespraech | null> {
  const { rows } = await tx.execute<Zeile>(sql`
    select e.fall_id, e.am::text, e.kanal, e.ort_id, e.sprachmittlung, e.bogen_krypt, e.version, n.name as von, coalesce(e.geaendert_am, e.erfasst_am) as zuletzt
      from app.erstgespraeche e join app.nutzer n on n.traeger_id = e.traeger_id and n.id = coalesce(e.geaendert_von, e.erfasst_von)
     where e.traeger_id = ${akteur.traegerId} and e.fall_id = ${fall.id}`);
  const zeile = rows[0];
  if (!zeile) return null;
  const { am, kanal, ort_id: ortId, sprachmittlung, version } = zeile;
  const bogen = akteur.tresor.entschluessle(zeile.bogen_krypt, fall.schluessel, { besitzerId: fall.id, spalte: 'erstgespraeche.bogen', version }) as Bogen;
  return { am, kanal, ortId, sprachmittlung, bogen, version, gespeichertVon: zeile.von, gespeichertAm: new Date(zeile.zuletzt) };
}

/** The Bogen before its first entry: nobody is asked again for what she has said already. What is not known stays empty. */
async function leseVorgabe(tx: Tx, akteur: TraegerAkteur, fall: { id: string; schluessel: Datenschluessel }): Promise<Pick<Erstgespraech, 'sprachmittlung' | 'bogen'>> {
  const { rows } = await tx.execute<Vorgabezeile>(sql`
    select i.anliegen_krypt, i.version, a.zugang, a.sprachmittlung, d.staatsangehoerigkeit,
           (select coalesce(json_agg(json_build_object('art', s.art, 'code', s.code, 'bis', s.bis) order by s.von, s.id), '[]') from app.statusangaben s
             where s.traeger_id = i.traeger_id and s.fall_id = i.fall_id and s.ratsuchende_id = b.ratsuchende_id and s.von <= ${heute()} and (s.bis is null or s.bis >= ${heute()})) as status
      from app.fallinhalte i
      join app.fallbeteiligte b on b.traeger_id = i.traeger_id and b.fall_id = i.fall_id and b.rolle = 'hauptperson'
      left join app.stammdaten d on d.traeger_id = b.traeger_id and d.ratsuchende_id = b.ratsuchende_id
      left join lateral (select x.zugang, x.sprachmittlung from app.anfragen x where x.traeger_id = i.traeger_id and x.fall_id = i.fall_id order by x.id desc limit 1) a on true
     where i.traeger_id = ${akteur.traegerId} and i.fall_id = ${fall.id}`);
  const zeile = rows[0];
  if (!zeile) return { sprachmittlung: null, bogen: {} };
  const von = (art: Statusart) => zeile.status.filter((eine) => eine.art === art).map(({ code, bis }) => `${statustext(code)}${bis ? ` bis ${formatDatum(bis)}` : ''}`);
  const bogen: Bogen = {
    anliegen: akteur.tresor.entschluessleText(zeile.anliegen_krypt, fall.schluessel, { besitzerId: fall.id, spalte: 'fallinhalte.anliegen', version: zeile.version }),
    zugang: zeile.zugang ? ZUGAENGE[zeile.zugang] : '',
    aufenthalt: [staatsangehoerigkeit(zeile.staatsangehoerigkeit), ...von('aufenthalt')].filter(Boolean).join('; '),
    leistungen: von('leistung').join('; '),
  };
  return { sprachmittlung: zeile.sprachmittlung, bogen };
}

interface Vorgabezeile extends Record<string, unknown> {
  anliegen_krypt: Buffer; version: number; zugang: Zugang | null; sprachmittlung: Sprachmittlung | null; staatsangehoerigkeit: string | null;
  status: { art: Statusart; code: string; bis: string | null }[];
}

/** The Bogen with the places to choose from; `erstgespraech` is null before the first entry, then `vorgabe` is what it starts from. */
export async function getErstgespraech(akteur: TraegerAkteur, nr: string) {
  return akteur.tx(async (tx) => {
    const { rows } = await tx.execute<{ id: string; gestoppt_am: string | null; beendet_am: string | null; verpackt: Buffer; generation: number }>(sql`
      select f.id, f.gestoppt_am::text, f.beendet_am::text, s.verpackt, s.generation
        from app.faelle f join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
       where f.traeger_id = ${akteur.traegerId} and f.fallnummer = ${nr}`);
    const fall = rows[0];
    if (!fall) {
      await protokolliere(tx, akteur, 'fall.nicht_gefunden');
      return null;
    }
    const schluessel = akteur.tresor.oeffneSchluessel(fall.id, fall.verpackt, fall.generation);
    const [erstgespraech, vorgabe, orte] = await Promise.all([
      leseErstgespraech(tx, akteur, { id: fall.id, schluessel }),
      leseVorgabe(tx, akteur, { id: fall.id, schluessel }),
      tx.execute<WaehlbarerOrt & { aufgegeben: boolean } & Record<string, unknown>>(sql`
        select id, name, vertraulich, familiengerecht, barrierefrei, aufgegeben_am is not null as aufgegeben from app.orte where traeger_id = ${akteur.traegerId} order by name, id`),
      protokolliere(tx, akteur, 'erstgespraech.gelesen', { fallId: fall.id, fallnummer: nr }),
    ]);
    const waehlbar = orte.rows.filter(({ id, aufgegeben }) => !aufgegeben || id === erstgespraech?.ortId);
    return { erstgespraech, vorgabe: erstgespraech ? null : vorgabe, orte: waehlbar, nurLesen: fall.gestoppt_am !== null || fall.beendet_am !== null };
  });
}
