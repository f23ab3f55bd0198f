import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { FallGestoppt } from '@kim/domain/faelle/rules.ts';
import { protokolliereAbweisung } from '@kim/domain/protokoll/mutations.server.ts';
import type { Traegerrolle } from '@kim/policies/rollen.ts';
import { log } from '@kim/core/log.ts';
import { istDatenbankstoerung } from '@kim/db/stoerung.ts';
import { pfade } from '../paths.ts';
import { akteurVon, angemeldet } from './akteur.server.ts';
import type { Akteur, Angemeldet, KoordinationAkteur } from './akteur.server.ts';
import { legeEntwurfAb } from './entwurf.server.ts';
import { abgelehnt, werteVon } from './formular.server.ts';
import { geheimnisAus } from './sitzung.server.ts';
import type { Zustand } from './sitzung.server.ts';
import { istAndereSeiteUebergeben, sperreSitzung } from './uebergabe.server.ts';

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** What a loader or action gets: who asks, and the parts of the request it may look at. */
export interface Anfrage<A extends Akteur> {
  akteur: A;
  request: Request;
  params: Readonly<Record<string, string | undefined>>;
  url: URL;
}

/**
 * Every loader and action goes through one of these three; an architecture test refuses raw exports.
 * Roles are the first refusal only: what a role may see is decided in the database.
 */
export function fuerTraeger<T>(rollen: readonly Traegerrolle[], arbeit: (anfrage: Anfrage<TraegerAkteur>) => Promise<T>) {
  return mitStoerung(async (args) => {
    const akteur = await verlangeAkteur(args);
    if (akteur.art !== 'traeger') throw nichtGefunden();
    if (!rollen.some((rolle) => akteur.rollen.includes(rolle))) {
      await protokolliereAbweisung(akteur);
      throw nichtGefunden();
    }
    return mitStopp(args.request, () => arbeit({ akteur, request: args.request, params: args.params, url: new URL(args.request.url) }));
  });
}

/** A form that met a stopped case: everything typed comes back with the reason, whatever the form is. */
async function mitStopp<T>(request: Request, arbeit: () => Promise<T>): Promise<T> {
  try {
    return await arbeit();
  } catch (fehler) {
    const werte = werteVon(request);
    if (!(fehler instanceof FallGestoppt) || !werte) throw fehler;
    // Every action answers a refused form this way; its type does not say so because useFormular takes any answer.
    return abgelehnt(werte, { '': GESTOPPT }, 409) as T;
  }
}

const GESTOPPT = 'In diesem Fall darf nichts mehr erfasst werden, weil die Einwilligung widerrufen wurde. Ihre Eingaben wurden nicht gespeichert. Erst eine neue Datenschutzvereinbarung macht das wieder möglich.';

export const fuerFachkraft = <T>(arbeit: (anfrage: Anfrage<TraegerAkteur>) => Promise<T>) => fuerTraeger(['fachkraft'], arbeit);

export const fuerVerwaltung = <T>(arbeit: (anfrage: Anfrage<TraegerAkteur>) => Promise<T>) =>
  fuerTraeger(['traegeradministration'], arbeit);

export function fuerKoordination<T>(arbeit: (anfrage: Anfrage<KoordinationAkteur>) => Promise<T>) {
  return mitStoerung(async (args) => {
    const akteur = await verlangeAkteur(args);
    if (akteur.art !== 'koordination') throw nichtGefunden();
    return arbeit({ akteur, request: args.request, params: args.params, url: new URL(args.request.url) });
  });
}

/** For pages of everybody who is signed in: Start, Konto. */
export function fuerAngemeldete<T>(arbeit: (anfrage: Anfrage<Akteur>) => Promise<T>) {
  return mitStoerung(async (args) => {
    const akteur = await verlangeAkteur(args);
    return arbeit({ akteur, request: args.request, params: args.params, url: new URL(args.request.url) });
  });
}

/** For the pages of one's own account. `beimEinrichten` admits who must set up the second factor before anything else (D6), until the codes are read. */
export function fuerKonto<T>(arbeit: (anfrage: Angemeldet & { request: Request; url: URL }) => Promise<T>, { beimEinrichten = false } = {}) {
  return mitStoerung(async (args) => {
    const wer = await angemeldet(args.request, args.context);
    if (wer && beimEinrichten && ['einrichten', 'wahl'].includes(wer.sitzung.zustand)) return arbeit({ ...wer, request: args.request, url: new URL(args.request.url) });
    await verlangeAkteur(args);
    return arbeit({ ...(wer as Angemeldet), request: args.request, url: new URL(args.request.url) });
  });
}

/** A page that needs no account and reads nothing of anybody. */
export const oeffentlich = <T>(arbeit: (args: Args) => Promise<T>) => mitStoerung(arbeit);

/** Without a database there is a plain page that says so, and nothing is acknowledged. */
function mitStoerung<T>(arbeit: (args: Args) => Promise<T>) {
  return async (args: Args): Promise<T> => {
    try {
      return await arbeit(args);
    } catch (fehler) {
      if (!istDatenbankstoerung(fehler)) throw fehler;
      log.error('datenbank.stoerung', { anfrageId: args.context.anfrageId, fehler });
      throw new Response(null, { status: 503, statusText: 'Vorübergehend nicht erreichbar', headers: { 'Retry-After': '5' } });
    }
  };
}

/** Unknown, foreign and forbidden look alike. */
export function nichtGefunden(): Response {
  return new Response(null, { status: 404, statusText: 'Nicht gefunden' });
}

async function verlangeAkteur({ request, context }: Args): Promise<Akteur> {
  const wer = await angemeldet(request, context);
  const akteur = wer && akteurVon(wer);
  const uebergeben = akteur !== null && istAndereSeiteUebergeben(request);
  if (akteur && !uebergeben) return akteur;
  if (uebergeben) await sperreSitzung(request);
  const url = new URL(request.url);
  const ziel = request.method === 'POST' ? await rette(request, url) : ohneDaten(url);
  throw redirect((uebergeben ? pfade.entsperren : ((wer && FEHLT[wer.sitzung.zustand]) ?? pfade.anmelden))(ziel));
}

/** Where each unfinished session goes on. */
const FEHLT: Partial<Record<Zustand, (ziel: string) => string>> = {
  wahl: pfade.mitgliedschaft,
  zweiter_faktor: pfade.zweiterFaktor,
  einrichten: pfade.kontoZweiterFaktor,
  gesperrt: pfade.entsperren,
};

/** What was typed into a page whose session has expired or is locked waits encrypted for the same person (D14). */
async function rette(request: Request, url: URL): Promise<string> {
  const geheimnis = geheimnisAus(request);
  const seite = url.pathname.replace(/\.data$/, '');
  if (!geheimnis || !(await legeEntwurfAb(geheimnis, seite, request))) return ohneDaten(url);
  url.searchParams.delete('nach');
  url.searchParams.set('entwurf', '1');
  return ohneDaten(url);
}

/** The address of the page whose data were asked for or whose form was sent. */
function ohneDaten(url: URL): string {
  const pfad = url.pathname.replace(/\.data$/, '');
  const suche = new URLSearchParams(url.search);
  for (const vonRemix of ['_routes', 'index']) suche.delete(vonRemix);
  return suche.size > 0 ? `${pfad}?${suche}` : pfad;
}
