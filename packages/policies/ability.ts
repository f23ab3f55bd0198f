import { createMongoAbility, subject } from '@casl/ability';
import type { MongoAbility, MongoQuery } from '@casl/ability';
import { FAELLE } from './faelle.ts';
import type { Fallaktion, Fallmerkmale } from './faelle.ts';
import { FREIGABEN } from './freigaben.ts';
import type { Freigabeaktion, Freigabemerkmale } from './freigaben.ts';
import { KONTAKTE } from './kontakte.ts';
import type { Kontaktaktion } from './kontakte.ts';
import { PERSONAL } from './personal.ts';
import type { Personalaktion, Personalmerkmale } from './personal.ts';
import { PROTOKOLL } from './protokoll.ts';
import type { Protokollaktion } from './protokoll.ts';
import { RATSUCHENDE } from './ratsuchende.ts';
import type { Ratsuchendenaktion } from './ratsuchende.ts';
import type { Regelwerk } from './regel.ts';
import type { Rolle } from './rollen.ts';
import { STELLEN } from './stellen.ts';
import type { Stellenaktion } from './stellen.ts';
import { VERTRETUNG } from './vertretung.ts';
import type { Vertretungsaktion, Vertretungsmerkmale } from './vertretung.ts';

/** Every Fachgebiet with its actions and the marks of an object that its conditions look at. */
export interface Gegenstaende {
  Fall: { aktion: Fallaktion; merkmale: Fallmerkmale };
  Kontakt: { aktion: Kontaktaktion; merkmale: never };
  Ratsuchende: { aktion: Ratsuchendenaktion; merkmale: never };
  Personal: { aktion: Personalaktion; merkmale: Personalmerkmale };
  Stelle: { aktion: Stellenaktion; merkmale: never };
  Vertretung: { aktion: Vertretungsaktion; merkmale: Vertretungsmerkmale };
  Freigabe: { aktion: Freigabeaktion; merkmale: Freigabemerkmale };
  Protokoll: { aktion: Protokollaktion; merkmale: never };
}
export type Gegenstand = keyof Gegenstaende;

export const REGELWERKE: { readonly [G in Gegenstand]: Regelwerk<Gegenstaende[G]['aktion']> } = {
  Fall: FAELLE, Kontakt: KONTAKTE, Ratsuchende: RATSUCHENDE, Personal: PERSONAL, Stelle: STELLEN, Vertretung: VERTRETUNG, Freigabe: FREIGABEN, Protokoll: PROTOKOLL,
};

/** Who asks, as far as permissions depend on it. */
export interface Wer {
  nutzerId: string;
  rollen: readonly Rolle[];
}

/** Everything this person may do. Pure; the database decides once more (D1). */
export function abilityFor({ nutzerId, rollen }: Wer): MongoAbility {
  const regeln = Object.entries(REGELWERKE).flatMap(([gegenstand, werk]) =>
    rollen.flatMap((rolle) => (werk.regeln[rolle]?.(nutzerId) ?? []).map(({ aktion, wenn }) => ({ action: aktion as string, subject: gegenstand, conditions: wenn as MongoQuery | undefined }))));
  return createMongoAbility(regeln);
}

/** Whether she may do this to that object; without marks whether she may do it to any at all. */
export function darf<G extends Gegenstand>(wer: Wer, aktion: Gegenstaende[G]['aktion'], gegenstand: G, merkmale?: Gegenstaende[G]['merkmale']): boolean {
  return abilityFor(wer).can(aktion, merkmale ? subject(gegenstand, { ...(merkmale as object) }) : gegenstand);
}
