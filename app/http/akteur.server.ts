import type { AppLoadContext } from '@remix-run/node';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import type { Rolle, Traegerrolle } from '@kim/policies/rollen.ts';
import { tresorFuer } from '@kim/tresor/traeger-tresor.ts';
import { betrieb } from './betrieb.server.ts';
import { geheimnisAus, kontextVon, sitzungAus } from './sitzung.server.ts';
import type { Sitzung } from './sitzung.server.ts';

/** The one place where a request becomes somebody. */

export interface KoordinationAkteur {
  art: 'koordination';
  kreisId: string;
  nutzerId: string;
  name: string;
  rollen: readonly Rolle[];
  tx: <T>(arbeit: (tx: Tx) => Promise<T>) => Promise<T>;
}

export type Akteur = TraegerAkteur | KoordinationAkteur;

export interface Angemeldet {
  geheimnis: string;
  sitzung: Sitzung;
}

const jeAnfrage = new WeakMap<AppLoadContext, Promise<Angemeldet | null>>();

/** Who sent this request; resolved once, however many loaders ask: the load context is made anew for each request. */
export function angemeldet(request: Request, context: AppLoadContext): Promise<Angemeldet | null> {
  const bekannt = jeAnfrage.get(context);
  if (bekannt) return bekannt;
  const geheimnis = geheimnisAus(request);
  const antwort = sitzungAus(geheimnis).then((sitzung) => (sitzung && geheimnis ? { geheimnis, sitzung } : null));
  jeAnfrage.set(context, antwort);
  return antwort;
}

/** The actor of a live session; null while a factor, a choice or the unlocking is pending. */
export function akteurVon({ geheimnis, sitzung }: Angemeldet): Akteur | null {
  if (sitzung.zustand !== 'gueltig' || !sitzung.kreisId || !sitzung.nutzerId) return null;
  const ctx = kontextVon(geheimnis);
  const gemeinsam = { kreisId: sitzung.kreisId, nutzerId: sitzung.nutzerId, name: sitzung.name ?? '', rollen: sitzung.rollen };
  if (!sitzung.traegerId) {
    return { art: 'koordination', ...gemeinsam, tx: (arbeit) => betrieb.datenbank.inKoordinationTx(ctx, arbeit) };
  }
  return {
    art: 'traeger',
    ...gemeinsam,
    traegerId: sitzung.traegerId,
    traeger: sitzung.traeger ?? '',
    kennung: sitzung.kennung ?? '',
    blickschutz: sitzung.blickschutz,
    tresor: tresorFuer(betrieb.bund, sitzung.traegerId),
    tx: (arbeit) => mitRuecknahme((umhuellt) => betrieb.datenbank.inTraegerTx(ctx, umhuellt), arbeit),
  };
}

class Abgelehnt extends Error {
  readonly antwort: unknown;
  constructor(antwort: unknown) {
    super('abgelehnt');
    this.antwort = antwort;
  }
}

/** A refusal ({ ok: false }) rolls back like an exception, so that nothing stays half-written. */
async function mitRuecknahme<T>(tx: (arbeit: (tx: Tx) => Promise<T>) => Promise<T>, arbeit: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await tx(async (innen) => {
      const wert = await arbeit(innen);
      if (typeof wert === 'object' && wert !== null && 'ok' in wert && wert.ok === false) throw new Abgelehnt(wert);
      return wert;
    });
  } catch (fehler) {
    if (fehler instanceof Abgelehnt) return fehler.antwort as T;
    throw fehler;
  }
}

export const istTraegerrolle = (akteur: Akteur, rolle: Traegerrolle): akteur is TraegerAkteur =>
  akteur.art === 'traeger' && akteur.rollen.includes(rolle);
