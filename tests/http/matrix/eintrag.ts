import type { Objektart } from '../objekte.ts';
import { tafel } from '../tabelle.ts';
import type { Tafel } from '../tabelle.ts';

/** What a page shows and takes, to whom. Written by hand; nothing here is derived from the code. */
export interface Eintrag {
  /** Name of the file below app/. */
  route: string;
  /** Address, as it is built. */
  pfad: string;
  zweck: string;
  /** What its address names; decides the columns of its tables. */
  objekte: Objektart;
  lesen: readonly Tafel[];
  /** A frame around other pages: asked for its data alone. */
  rahmen?: true;
  /** What may be sent to it, by a name that formulare.ts fills; empty: it takes nothing. */
  eingaben: Readonly<Record<string, readonly Tafel[]>>;
  /** Eingaben that only ask for something. */
  fragen?: readonly string[];
  /** Where an accepted Eingabe leads, when that is one of the doors. */
  danach?: Readonly<Record<string, string>>;
}

/** Who is not (or not yet) signed in gets to no page but those that say so. */
export const ANMELDUNG_NOETIG = tafel(`
  wer                               | alles
  ohne Anmeldung                    | anmelden
  erfundene Sitzung                 | anmelden
  Sitzung abgelaufen                | anmelden
  Sitzung widerrufen                | anmelden
  ausgeschieden                     | anmelden
  gesperrt                          | entsperren
  zweiter Faktor fehlt              | faktor
  zweiter Faktor nicht eingerichtet | einrichten
  Träger nicht gewählt              | waehlen
`);

export const FUER_ALLE = tafel(`
  wer  | alles
  jede | ja
`);

export const ALLE_DRINNEN = tafel(`
  wer     | alles
  drinnen | ja
`);

/** Pages of casework that name no case: any Fachkraft, nobody else. */
export const NUR_FACHKRAEFTE = tafel(`
  wer                     | alles
  Fachkraft               | ja
  Kollegin                | ja
  in Vertretung           | ja
  in Fallberatung         | ja
  Leitung                 | nein
  Administration          | nein
  Koordination            | nein
  Fachkraft anderswo      | ja
  Leitung anderswo        | nein
  Administration anderswo | nein
`);

/** Pages of everybody who works for a Träger. */
export const NUR_TRAEGER = tafel(`
  wer                     | alles
  Fachkraft               | ja
  Kollegin                | ja
  in Vertretung           | ja
  in Fallberatung         | ja
  Leitung                 | ja
  Administration          | ja
  Koordination            | nein
  Fachkraft anderswo      | ja
  Leitung anderswo        | ja
  Administration anderswo | ja
`);

export const NUR_LEITUNG = tafel(`
  wer                     | alles
  Fachkraft               | nein
  Kollegin                | nein
  in Vertretung           | nein
  in Fallberatung         | nein
  Leitung                 | ja
  Administration          | nein
  Koordination            | nein
  Fachkraft anderswo      | nein
  Leitung anderswo        | ja
  Administration anderswo | nein
`);

export const NUR_ADMINISTRATION = tafel(`
  wer                     | alles
  Fachkraft               | nein
  Kollegin                | nein
  in Vertretung           | nein
  in Fallberatung         | nein
  Leitung                 | nein
  Administration          | ja
  Koordination            | nein
  Fachkraft anderswo      | nein
  Leitung anderswo        | nein
  Administration anderswo | ja
`);

export const NUR_KOORDINATION = tafel(`
  wer                     | alles
  Fachkraft               | nein
  Kollegin                | nein
  in Vertretung           | nein
  in Fallberatung         | nein
  Leitung                 | nein
  Administration          | nein
  Koordination            | ja
  Fachkraft anderswo      | nein
  Leitung anderswo        | nein
  Administration anderswo | nein
`);
