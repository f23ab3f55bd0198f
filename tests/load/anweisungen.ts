import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { neueId } from '@kim/core/ids.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getMeinTag } from '@kim/domain/arbeitsvorrat/data.server.ts';
import { getFall, listFaelle } from '@kim/domain/faelle/data.server.ts';
import { listKontakte } from '@kim/domain/kontakte/data.server.ts';
import { erfasseKontakt } from '@kim/domain/kontakte/mutations.server.ts';
import { suche } from '@kim/domain/suche/data.server.ts';
import { tresorFuer } from '@kim/tresor/traeger-tresor.ts';
import type { Bestand } from './bestand.ts';
import { FALLSEITEN } from './fallseiten.ts';

/** A statement as the product sends it. */
export interface Anweisung {
  operation: string;
  text: string;
  werte: unknown[];
}

/** One connection of the Träger login, inside a transaction of the measured Fachkraft that is rolled back. */
export async function alsGemessene<T>(url: string, ctx: string, arbeit: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, pipeline: true });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.ctx', $1, true)", [ctx]);
    return await arbeit(client);
  } finally {
    await client.query('rollback').catch(() => {});
    await client.end();
  }
}

/** What the measured operations send to the database, recorded while they run. */
export async function zeichneAuf(url: string, ctx: string, bestand: Bestand): Promise<Anweisung[]> {
  return alsGemessene(url, ctx, async (client) => {
    const anweisungen: Anweisung[] = [];
    let operation = '';
    const sende = client.query.bind(client) as (frage: { text: string }, werte: unknown[]) => unknown;
    const mitschrift = Object.assign(Object.create(client) as pg.Client, {
      query: (frage: { text: string }, werte: unknown[]) => {
        anweisungen.push({ operation, text: frage.text, werte });
        return sende(frage, werte);
      },
    });
    const akteur = akteurVon(bestand, drizzle(mitschrift, { casing: 'snake_case' }));
    const { fallnummer, vorname, nachname } = bestand.gemessene.faelle.at(-1)!;
    const imVerfahren = bestand.gemessene.faelle.findLast(({ klasse }) => klasse === 'case_management')!.fallnummer;
    const schritte: [string, () => Promise<unknown>][] = [
      ['caseload list', () => listFaelle(akteur, { ansicht: 'meine' })],
      ['shared list', () => listFaelle(akteur, { ansicht: 'gemeinsame' })],
      ['open a case', async () => [await getFall(akteur, fallnummer), await listKontakte(akteur, fallnummer, null)]],
      ['write a contact', () => erfasseKontakt(akteur, fallnummer, { am: '2026-01-02', kanal: 'telefon', dauer: null, notiz: 'Rückruf' }, { formularId: neueId(), inhalt: {} })],
      ['Mein Tag', () => getMeinTag(akteur)],
      ['search by name', () => suche(akteur, nachname.slice(0, 3))],
      ...FALLSEITEN.map(({ pfad, lies }): [string, () => Promise<unknown>] => [`case page ${pfad || '/'}`, () => lies(akteur, imVerfahren)]),
      ['search by two names', () => suche(akteur, `${vorname} ${nachname.slice(0, 3)}`)],
    ];
    for (const [name, schritt] of schritte) {
      operation = name;
      await schritt();
    }
    return anweisungen;
  });
}

function akteurVon({ bund, gemessene }: Bestand, tx: Tx): TraegerAkteur {
  const { traegerId, kreisId, nutzerId } = gemessene;
  return {
    art: 'traeger', traegerId, kreisId, nutzerId, name: 'Messung', traeger: 'Messung', kennung: 'MES', rollen: ['fachkraft'], blickschutz: false,
    tresor: tresorFuer(bund, traegerId),
    tx: (arbeit) => arbeit(tx),
  };
}
