import type pg from 'pg';
import { neuerToken } from '@kim/core/einmallink.ts';
import { neueId } from '@kim/core/ids.ts';
import { richteKontoEin } from '@kim/db/seed/einrichten.ts';
import { Startfehler } from '../local/meldung.ts';
import type { Befehl } from './befehl.ts';
import { findKreis, inTransaktion } from './transaktion.ts';

type Angaben = Extract<Befehl, { befehl: 'konto-anlegen' }>;

interface Ziel {
  art: 'traeger' | 'koordination';
  kreisId: string;
  traegerId: string | null;
  bezeichnung: string;
}

const ROLLE = { traeger: 'traegeradministration', koordination: 'koordination' } as const;

/** The first administration of a Träger or the first Koordination of a Kreis; answers the token of her one-time link. */
export function legeKontoAn(db: pg.ClientBase, angaben: Angaben): Promise<{ token: string; hinweise: string[] }> {
  return inTransaktion(db, async () => {
    const ziel = await findZiel(db, angaben);
    await verlangeErste(db, ziel);
    const kontoId = await findKonto(db, angaben.email, ziel.art);
    const hinweise = await zieheFruehereZurueck(db, ziel, kontoId);
    const wartend = kontoId && (await findMitgliedschaft(db, ziel, kontoId, angaben));
    const person = wartend || (await richteKontoEin(db, { email: angaben.email, name: angaben.name, kreisId: ziel.kreisId, traegerId: ziel.traegerId, rollen: [ROLLE[ziel.art]], kontoId }));
    return { token: await legeLinkAn(db, person.kontoId, person.mitgliedschaftId, 'einladung', '7 days'), hinweise };
  });
}

async function findZiel(db: pg.ClientBase, { traeger, kreis }: Angaben): Promise<Ziel> {
  if (kreis !== null) return { art: 'koordination', kreisId: await findKreis(db, kreis), traegerId: null, bezeichnung: `Die Koordination von „${kreis}“` };
  const { rows } = await db.query<{ id: string; kreis_id: string; name: string }>('select id, kreis_id, name from kreis.traeger where kennung = upper($1)', [traeger]);
  if (!rows[0]) throw new Startfehler(`Einen Träger mit der Kennung „${traeger}“ gibt es nicht.`, 'npm run betreiber -- uebersicht zeigt die vorhandenen.');
  return { art: 'traeger', kreisId: rows[0].kreis_id, traegerId: rows[0].id, bezeichnung: `„${rows[0].name}“` };
}

const IM_ZIEL = `m.kreis_id = $1 and m.traeger_id is not distinct from $2 and $3 = any (m.rollen) and m.beendet_am is null`;
const zielWerte = ({ kreisId, traegerId, art }: Ziel) => [kreisId, traegerId, ROLLE[art]];

async function verlangeErste(db: pg.ClientBase, ziel: Ziel): Promise<void> {
  const { rowCount } = await db.query(`select from sec.mitgliedschaften m where ${IM_ZIEL} and m.angenommen_am is not null`, zielWerte(ziel));
  if (rowCount) throw new Startfehler(`${ziel.bezeichnung} hat schon ein Konto dieser Rolle.`, 'Weitere Personen lädt es selbst ein. Ist der Zugang verloren: npm run betreiber -- zugang-zuruecksetzen');
}

/** The konto of this address, if it may hold the role: Koordination stands beside no other role. */
async function findKonto(db: pg.ClientBase, email: string, art: Ziel['art']): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string; art: string; demo: boolean }>('select id, art, demo from sec.konten where email = $1', [email]);
  const konto = rows[0];
  if (konto?.demo) throw new Startfehler(`${email} ist ein Konto der Demo.`, 'Der Produktivbetrieb nimmt es nicht an. Eine andere Adresse wählen.');
  if (konto && konto.art !== art) {
    throw new Startfehler(`${email} arbeitet schon ${konto.art === 'koordination' ? 'für die Koordination' : 'für einen Träger'}.`, 'Koordination und Arbeit bei einem Träger vertragen sich nicht in einem Konto. Eine andere Adresse wählen.');
  }
  return konto?.id;
}

/** Invitations of others that nobody accepted end: the address was wrong, or somebody else takes the post. */
async function zieheFruehereZurueck(db: pg.ClientBase, ziel: Ziel, kontoId: string | undefined): Promise<string[]> {
  const { rows } = await db.query<{ id: string; nutzer_id: string; email: string }>(
    `update sec.mitgliedschaften m set beendet_am = now() from sec.konten k
      where k.id = m.konto_id and ${IM_ZIEL} and m.angenommen_am is null and m.konto_id is distinct from $4 returning m.id, m.nutzer_id, k.email`, [...zielWerte(ziel), kontoId ?? null]);
  for (const { id, nutzer_id } of rows) {
    await db.query('delete from sec.einmallinks where mitgliedschaft_id = $1', [id]);
    if (ziel.traegerId) await db.query('update app.nutzer set beendet_am = now() where traeger_id = $1 and id = $2', [ziel.traegerId, nutzer_id]);
    else await db.query('update kreis.koordinierende set beendet_am = now() where kreis_id = $1 and id = $2', [ziel.kreisId, nutzer_id]);
  }
  return rows.map(({ email }) => `Die frühere Einladung an ${email}, die niemand angenommen hat, ist zurückgezogen.`);
}

/** The invitation of the same address that still waits: it keeps its place and gets a new link. */
async function findMitgliedschaft(db: pg.ClientBase, ziel: Ziel, kontoId: string, { email }: Angaben) {
  const { rows } = await db.query<{ id: string; wartet: boolean }>(
    `select m.id, ${IM_ZIEL} and m.angenommen_am is null as wartet from sec.mitgliedschaften m
      where m.konto_id = $4 and m.kreis_id = $1 and m.traeger_id is not distinct from $2 and (m.traeger_id is not null or m.beendet_am is null)`, [...zielWerte(ziel), kontoId]);
  const vorhandene = rows[0];
  if (!vorhandene) return undefined;
  if (!vorhandene.wartet) throw new Startfehler(`${email} gehört oder gehörte schon zu diesem Träger.`, 'Für die Trägeradministration eine andere Adresse wählen.');
  await db.query('delete from sec.einmallinks where mitgliedschaft_id = $1', [vorhandene.id]);
  return { kontoId, mitgliedschaftId: vorhandene.id };
}

/** A reset that nobody else can grant. The person concerned sees it in the protocol of each of her Träger. */
export function setzeZugangZurueck(db: pg.ClientBase, email: string, art: 'passwort' | 'zweiter_faktor' | 'beides'): Promise<string> {
  return inTransaktion(db, async () => {
    const { rows } = await db.query<{ id: string }>(
      'select k.id from sec.konten k where k.email = $1 and exists (select from sec.mitgliedschaften m where m.konto_id = k.id and m.angenommen_am is not null and m.beendet_am is null)', [email]);
    const konto = rows[0];
    if (!konto) throw new Startfehler(`Unter ${email} gibt es kein Konto, mit dem jemand arbeitet.`, 'Eine Einladung, die niemand angenommen hat, erneuert die Trägeradministration oder die Koordination.');
    await db.query("delete from sec.einmallinks where konto_id = $1 and eingeloest_am is null and art <> 'einladung'", [konto.id]);
    const { rows: bei } = await db.query<{ traeger_id: string; nutzer_id: string }>('select traeger_id, nutzer_id from sec.mitgliedschaften where konto_id = $1 and traeger_id is not null and beendet_am is null', [konto.id]);
    for (const { traeger_id, nutzer_id } of bei) {
      await db.query("insert into app.protokoll (traeger_id, id, nutzer_id, aktion, betrifft_id) values ($1, $2, $3, 'betreiber.zurueckgesetzt', $3)", [traeger_id, neueId(), nutzer_id]);
    }
    return legeLinkAn(db, konto.id, null, art, '24 hours');
  });
}

async function legeLinkAn(db: pg.ClientBase, kontoId: string, mitgliedschaftId: string | null, art: string, dauer: string): Promise<string> {
  const { token, hash } = neuerToken();
  await db.query(
    'insert into sec.einmallinks (token_hash, konto_id, mitgliedschaft_id, art, laeuft_ab) values ($1, $2, $3, $4, now() + $5::interval)',
    [hash, kontoId, mitgliedschaftId, art, dauer],
  );
  return token;
}
