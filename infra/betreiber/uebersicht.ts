import type pg from 'pg';

interface Zeile {
  kreis: string;
  kommunen: number;
  koordination: number;
  traeger: { kennung: string; name: string; verwaltung: number }[];
}

const AKTIV = 'm.angenommen_am is not null and m.beendet_am is null';

/** The Kreise with their Träger, and which of them nobody administers yet. Counts accounts, never cases. */
export async function uebersicht(db: pg.ClientBase): Promise<string[]> {
  const { rows } = await db.query<Zeile>(`
    select r.name as kreis,
           (select count(*)::int from kreis.kommunen x where x.kreis_id = r.id) as kommunen,
           (select count(*)::int from sec.mitgliedschaften m where m.kreis_id = r.id and m.konto_art = 'koordination' and ${AKTIV}) as koordination,
           coalesce((select json_agg(json_build_object('kennung', t.kennung, 'name', t.name, 'verwaltung', (
             select count(*)::int from sec.mitgliedschaften m where m.traeger_id = t.id and 'traegeradministration' = any (m.rollen) and ${AKTIV})) order by t.kennung)
             from kreis.traeger t where t.kreis_id = r.id), '[]') as traeger
      from kreis.kreise r order by r.name`);
  if (rows.length === 0) return ['Noch kein Kreis. Der erste: npm run betreiber -- kreis-anlegen "NAME"'];
  return rows.flatMap(({ kreis, kommunen, koordination, traeger }) => [
    `${kreis}: ${kommunen} Kommunen, Koordination ${koordination > 0 ? `mit ${koordination} Konten` : 'FEHLT'}`,
    ...traeger.map(({ kennung, name, verwaltung }) => `  ${kennung.padEnd(6)}${name}${verwaltung > 0 ? '' : ' (Trägeradministration FEHLT)'}`),
  ]);
}
