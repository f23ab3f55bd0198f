import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { verbinde } from '@kim/db/tenancy.ts';
import type { Datenbank } from '@kim/db/tenancy.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import type { Rolle } from '@kim/policies/rollen.ts';
import { sitzungFuer } from '@kim/testing/actors.ts';
import { loginUrl } from '@kim/testing/cluster.ts';
import type { Testdatenbank } from '@kim/testing/datenbank.ts';
import { TRAEGER } from '@kim/testing/plan.ts';
import type { Person } from '@kim/testing/plan.ts';
import { erzeugeSchluesselbund, fuegeTraegerHinzu } from '@kim/tresor/schluesselbund.ts';
import type { Schluesselbund } from '@kim/tresor/schluesselbund.ts';
import { tresorFuer } from '@kim/tresor/traeger-tresor.ts';

/** Makes people of the fixture act through the domain, with sessions, transactions and keys as in the product. */
export function akteure(db: Testdatenbank): (person: Person, rollen?: readonly string[]) => Promise<TraegerAkteur> {
  const ordner = mkdtempSync(join(tmpdir(), 'kim-akteure-'));
  let datenbank: Datenbank;
  let bund: Schluesselbund;
  beforeAll(() => {
    bund = erzeugeSchluesselbund(join(ordner, 'bund.json'));
    for (const { id } of TRAEGER) fuegeTraegerHinzu(bund, id);
    const url = (login: 'kim_traeger' | 'kim_anmeldung' | 'kim_koordination') => loginUrl(db.zugang, login, db.name);
    datenbank = verbinde({ traeger: url('kim_traeger'), anmeldung: url('kim_anmeldung'), koordination: url('kim_koordination') });
  });
  afterAll(async () => {
    await datenbank?.schliesse();
    rmSync(ordner, { recursive: true, force: true });
  });
  return async (person, rollen = person.rollen) => {
    const { ctx } = await sitzungFuer(db.sql, person);
    const traegerId = person.traegerId ?? '';
    const { kennung } = TRAEGER.find(({ id }) => id === traegerId)!;
    return {
      art: 'traeger', traegerId, kreisId: person.kreisId, nutzerId: person.nutzerId, name: person.name, traeger: kennung, kennung,
      rollen: rollen as Rolle[], blickschutz: false, tresor: tresorFuer(bund, traegerId),
      tx: (arbeit) => mitRuecknahme((innen) => datenbank.inTraegerTx(ctx, innen), arbeit),
    };
  };
}

class Abgelehnt extends Error {
  readonly antwort: unknown;
  constructor(antwort: unknown) {
    super('abgelehnt');
    this.antwort = antwort;
  }
}

/** A refusal rolls back, as in app/http/akteur.server.ts. */
async function mitRuecknahme<T>(tx: TraegerAkteur['tx'], arbeit: Parameters<TraegerAkteur['tx']>[0]): Promise<T> {
  try {
    return (await tx(async (innen) => {
      const wert = await arbeit(innen);
      if (typeof wert === 'object' && wert !== null && 'ok' in wert && wert.ok === false) throw new Abgelehnt(wert);
      return wert;
    })) as T;
  } catch (fehler) {
    if (fehler instanceof Abgelehnt) return fehler.antwort as T;
    throw fehler;
  }
}

/** A form as it leaves the browser for the first time. */
export const eingang = (inhalt: unknown = {}) => ({ formularId: neueId(), inhalt });
