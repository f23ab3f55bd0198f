import type pg from 'pg';
import { neueId } from '@kim/core/ids.ts';
import { ANGEBOTE } from './angebote-rbk.ts';
import type { DemoKonto } from './demo-konten.ts';
import { KOMMUNEN, KREIS, TRAEGER } from './kreis-rbk.ts';
import { PLATZHALTER_BESCHLUSS, PLATZHALTER_GILT_AB, PLATZHALTER_SCHWELLE, PLATZHALTERKATALOG } from './kriterienkatalog.ts';
import type { Traegersaat } from './kreis-rbk.ts';

/** Setting up a Kreis, a Träger and first accounts through the administration's login; reads no case. */

export async function richteKreisEin(db: pg.ClientBase, name: string, kommunen: Readonly<Record<string, string>>): Promise<string> {
  const id = neueId();
  await db.query('insert into kreis.kreise (id, name) values ($1, $2)', [id, name]);
  const kommunenIds: Record<string, string> = {};
  for (const [kommune, ags] of Object.entries(kommunen)) {
    kommunenIds[kommune] = neueId();
    await db.query('insert into kreis.kommunen (kreis_id, id, name, ags) values ($1, $2, $3, $4)', [id, kommunenIds[kommune], kommune, ags]);
  }
  for (const { name: angebot, organisation, rechtskreis, bereiche, einzugsgebiet = [] } of ANGEBOTE) {
    await db.query(
      `insert into kreis.angebote (kreis_id, id, name, organisation, rechtskreis, bereiche, einzugsgebiet, sprachen, anschrift, anfahrt, telefon, email, web, zeiten, hinweise)
       values ($1, $2, $3, $4, $5, $6, $7, '{}', '', '', '', '', '', '', '')`,
      [id, neueId(), angebot, organisation, rechtskreis, bereiche, einzugsgebiet.flatMap((kommune) => kommunenIds[kommune] ?? [])],
    );
  }
  await db.query(
    `insert into kreis.kriterienkataloge (kreis_id, id, fassung, stand, gilt_ab, beschluss, platzhalter, schwelle, inhalt)
     values ($1, $2, 1, 'veroeffentlicht', $3, $4, true, $5, $6)`,
    [id, neueId(), PLATZHALTER_GILT_AB, PLATZHALTER_BESCHLUSS, PLATZHALTER_SCHWELLE, JSON.stringify(PLATZHALTERKATALOG)],
  );
  return id;
}

export type Traegerangaben = Omit<Traegersaat, 'stellen' | 'orte'>;

export async function richteTraegerEin(db: pg.ClientBase, kreisId: string, traeger: Traegerangaben): Promise<string> {
  const id = neueId();
  await db.query(
    'insert into kreis.traeger (kreis_id, id, name, kurzname, kennung, traegerart, rechtsregime) values ($1, $2, $3, $4, $5, $6, $7)',
    [kreisId, id, traeger.name, traeger.kurzname, traeger.kennung, traeger.traegerart, traeger.rechtsregime],
  );
  return id;
}

export interface Kontoangaben {
  email: string;
  name: string;
  kreisId: string;
  /** null for the Koordination. */
  traegerId: string | null;
  rollen: readonly string[];
  /** With a password the account is open at once (demo); without one it waits for its one-time link. */
  passwortHash?: string;
  /** A konto that exists already and gains a membership; it counts once accepted. */
  kontoId?: string;
}

/** Answers the new person's nutzer_id and the membership's id. */
export async function richteKontoEin(db: pg.ClientBase, angaben: Kontoangaben): Promise<{ nutzerId: string; kontoId: string; mitgliedschaftId: string }> {
  const [nutzerId, kontoId, mitgliedschaftId] = [neueId(), angaben.kontoId ?? neueId(), neueId()];
  const art = angaben.traegerId ? 'traeger' : 'koordination';
  if (angaben.traegerId) await db.query('insert into app.nutzer (traeger_id, id, name) values ($1, $2, $3)', [angaben.traegerId, nutzerId, angaben.name]);
  else await db.query('insert into kreis.koordinierende (kreis_id, id, name) values ($1, $2, $3)', [angaben.kreisId, nutzerId, angaben.name]);
  const offen = angaben.passwortHash !== undefined;
  if (!angaben.kontoId) {
    await db.query('insert into sec.konten (id, email, art, passwort_hash, demo) values ($1, $2, $3, $4, $5)', [kontoId, angaben.email, art, angaben.passwortHash ?? null, offen]);
  }
  await db.query(
    `insert into sec.mitgliedschaften (id, konto_id, konto_art, traeger_id, kreis_id, nutzer_id, rollen, angenommen_am)
     values ($1, $2, $3, $4, $5, $6, $7, case when $8 then now() end)`,
    [mitgliedschaftId, kontoId, art, angaben.traegerId, angaben.kreisId, nutzerId, angaben.rollen, offen],
  );
  return { nutzerId, kontoId, mitgliedschaftId };
}

/** The whole Kreis of the paper with its posts and fictitious staff. */
export async function richteDemoEin(db: pg.ClientBase, konten: readonly DemoKonto[], passwortHash: string): Promise<{ traegerIds: string[] }> {
  const kreisId = await richteKreisEin(db, KREIS, KOMMUNEN);
  const traegerIds: string[] = [];
  for (const saat of TRAEGER) {
    const traegerId = await richteTraegerEin(db, kreisId, saat);
    traegerIds.push(traegerId);
    const stellen = await richteStellenEin(db, kreisId, traegerId, saat);
    await richteOrteEin(db, kreisId, traegerId, saat);
    for (const konto of konten.filter(({ kennung }) => kennung === saat.kennung)) {
      const { nutzerId } = await richteKontoEin(db, { ...konto, kreisId, traegerId, passwortHash });
      for (const [bezeichnung, anteil] of Object.entries(konto.besetzung)) {
        await db.query(
          'insert into app.besetzungen (traeger_id, id, stelle_id, nutzer_id, anteil_hundertstel, von) values ($1, $2, $3, $4, $5, $6)',
          [traegerId, neueId(), stellen[bezeichnung], nutzerId, anteil, '2026-01-01'],
        );
      }
    }
  }
  for (const konto of konten.filter(({ kennung }) => kennung === null)) {
    await richteKontoEin(db, { ...konto, kreisId, traegerId: null, passwortHash });
  }
  return { traegerIds };
}

async function richteStellenEin(db: pg.ClientBase, kreisId: string, traegerId: string, saat: Traegersaat): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const stelle of saat.stellen) {
    const id = (ids[stelle.bezeichnung] = neueId());
    await db.query(
      'insert into app.stellen (traeger_id, kreis_id, id, bezeichnung, vzae_hundertstel, vertragsart, gefoerdert_von) values ($1, $2, $3, $4, $5, $6, $7)',
      [traegerId, kreisId, id, stelle.bezeichnung, stelle.vzae, stelle.vertragsart, stelle.von],
    );
    await db.query(
      `insert into app.stelle_kommunen (traeger_id, stelle_id, kreis_id, kommune_id)
       select $1, $2, $3, id from kreis.kommunen where kreis_id = $3 and name = any ($4)`,
      [traegerId, id, kreisId, stelle.kommunen],
    );
  }
  return ids;
}

async function richteOrteEin(db: pg.ClientBase, kreisId: string, traegerId: string, { orte }: Traegersaat): Promise<void> {
  for (const { name, art, kommune, vertraulich, sprechzeiten } of orte) {
    await db.query(
      `insert into app.orte (traeger_id, kreis_id, id, kommune_id, name, art, vertraulich, familiengerecht, barrierefrei, sprechzeiten)
       select $1, $2, $3, id, $4, $5, $6, false, false, $7 from kreis.kommunen where kreis_id = $2 and name = $8`,
      [traegerId, kreisId, neueId(), name, art, vertraulich, sprechzeiten, kommune],
    );
  }
}
