import { sql } from 'drizzle-orm';
import type { TraegerAkteur } from '../akteur.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';

export interface Zustaendigkeit {
  zustaendigId: string | null;
  gemeinsam: boolean;
  verlauf: { id: string; name: string; von: string; bis: string | null; anlass: string }[];
  beratungen: { id: string; name: string; bis: string; grund: string }[];
  /** Who may be responsible for cases of this Träger. */
  fachkraefte: { id: string; name: string }[];
}

interface Zeile extends Record<string, unknown> {
  id: string; gemeinsam: boolean; zustaendig_id: string | null; verpackt: string; generation: number;
  verlauf: Zustaendigkeit['verlauf']; fachkraefte: Zustaendigkeit['fachkraefte'];
  beratungen: { id: string; name: string; bis: string; grund: string }[];
}

/** Who was and is responsible for a case, and who looks into it; null for a case that is not there for the asking person. */
export async function getZustaendigkeit(akteur: TraegerAkteur, nr: string): Promise<Zustaendigkeit | null> {
  return akteur.tx(async (tx) => {
    const { rows } = await tx.execute<Zeile>(sql`
      select f.id, f.gemeinsam, encode(s.verpackt, 'base64') as verpackt, s.generation, v.verlauf, b.beratungen, k.fachkraefte,
             (select z.nutzer_id from app.zustaendigkeiten z where z.traeger_id = f.traeger_id and z.fall_id = f.id and z.bis is null) as zustaendig_id
        from app.faelle f
        join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
        left join lateral (
          select coalesce(json_agg(json_build_object('id', z.id, 'name', n.name, 'von', z.von, 'bis', z.bis, 'anlass', z.anlass) order by z.bis is not null, z.id desc), '[]') as verlauf
            from app.zustaendigkeiten z join app.nutzer n on n.traeger_id = z.traeger_id and n.id = z.nutzer_id
           where z.traeger_id = f.traeger_id and z.fall_id = f.id) v on true
        left join lateral (
          select coalesce(json_agg(json_build_object('id', x.id, 'name', n.name, 'bis', x.bis, 'grund', encode(x.grund_krypt, 'base64')) order by x.id desc), '[]') as beratungen
            from app.fallberatungen x join app.nutzer n on n.traeger_id = x.traeger_id and n.id = x.nutzer_id
           where x.traeger_id = f.traeger_id and x.fall_id = f.id) b on true
        left join lateral (
          select coalesce(json_agg(json_build_object('id', n.id, 'name', n.name) order by n.name), '[]') as fachkraefte
            from sec.fachkraefte() as m(id) join app.nutzer n on n.traeger_id = f.traeger_id and n.id = m.id) k on true
       where f.traeger_id = ${akteur.traegerId} and f.fallnummer = ${nr}`);
    const zeile = rows[0];
    await protokolliere(tx, akteur, zeile ? 'fall.gelesen' : 'fall.nicht_gefunden', zeile ? { fallId: zeile.id, fallnummer: nr } : {});
    if (!zeile) return null;
    const schluessel = akteur.tresor.oeffneSchluessel(zeile.id, Buffer.from(zeile.verpackt, 'base64'), zeile.generation);
    return {
      zustaendigId: zeile.zustaendig_id,
      gemeinsam: zeile.gemeinsam,
      verlauf: zeile.verlauf,
      fachkraefte: zeile.fachkraefte,
      beratungen: zeile.beratungen.map((beratung) => ({
        ...beratung,
        grund: akteur.tresor.entschluessleText(Buffer.from(beratung.grund, 'base64'), schluessel, { besitzerId: beratung.id, spalte: 'fallberatungen.grund', version: 1 }),
      })),
    };
  });
}
