import { data, redirect } from '@remix-run/node';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { GRUND as FREIGABEGRUND } from '@kim/domain/traeger/freigaben/labels.ts';
import { beantrageFachkraftrolle, beantrageVertretung, beantrageZugang } from '@kim/domain/traeger/freigaben/mutations.server.ts';
import type { Person } from '@kim/domain/traeger/personal/data.server.ts';
import { GRUND } from '@kim/domain/traeger/personal/labels.ts';
import { beendeZugang, erneuereEinladung, ladeWiederEin, meldeUeberallAb, saveName, setzeRollen, setzeZugangZurueck } from '@kim/domain/traeger/personal/mutations.server.ts';
import { ende, person, rollen, ruecksetzung, wiedereinladung } from '@kim/domain/traeger/personal/schema.ts';
import { GRUND as VERTRETUNGSGRUND } from '@kim/domain/traeger/vertretungen/labels.ts';
import { beendeVertretung, richteVertretungEin } from '@kim/domain/traeger/vertretungen/mutations.server.ts';
import { vertretung } from '@kim/domain/traeger/vertretungen/schema.ts';
import { pfade } from '../paths.ts';
import { idAus } from './antwort.server.ts';
import { neuerToken } from './einmallink.server.ts';
import type { Linkart } from './einmallink.server.ts';
import type { Werte } from './entwurf.server.ts';
import { abgelehnt, pruefe } from './formular.server.ts';
import { nichtGefunden } from './geschuetzt.server.ts';
import { schickeLink } from './post.server.ts';

/** One button of a colleague's page. */
interface Auftrag {
  akteur: TraegerAkteur;
  /** The colleague as stored when the form arrived. */
  wer: Person;
  werte: Werte;
  formularId: string;
}

const GRUENDE: Record<string, string> = { ...VERTRETUNGSGRUND, ...FREIGABEGRUND, ...GRUND, anderer_inhalt: 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Die Seite zeigt, was gilt.' };

/** @param freigabe shows the button that asks a second person */
function lehneAb({ werte }: Auftrag, grund: string, feld = '', freigabe = false) {
  if (grund === 'nicht_gefunden') throw nichtGefunden();
  return data({ werte, fehler: { [feld]: GRUENDE[grund] ?? 'Das ist nicht möglich.' }, freigabe }, { status: 422 });
}

const fertig = ({ wer }: Auftrag, nach: string) => redirect(pfade.verwaltungPerson(wer.id, { nach }));

const willFreigabe = ({ werte }: Auftrag): boolean => werte['freigabe']?.[0] === 'ja';

async function name(auftrag: Auftrag) {
  const gelesen = pruefe(person, auftrag.werte);
  if (!gelesen.ok) return abgelehnt(auftrag.werte, gelesen.fehler);
  const ergebnis = await saveName(auftrag.akteur, auftrag.wer.id, gelesen.eingabe.version, gelesen.eingabe.name);
  if (ergebnis.ok) throw fertig(auftrag, 'name');
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return data({ werte: auftrag.werte, fehler: {}, konflikt: 'name' as const }, { status: 409 });
}

async function setze(auftrag: Auftrag) {
  const { akteur, wer, werte, formularId } = auftrag;
  const gelesen = pruefe(rollen, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  if (willFreigabe(auftrag) && wer.id === akteur.nutzerId) {
    const antrag = await beantrageFachkraftrolle(akteur, { formularId, inhalt: werte });
    if (antrag.ok) throw fertig(auftrag, 'freigabe');
    return lehneAb(auftrag, antrag.grund, 'rollen');
  }
  const ergebnis = await setzeRollen(akteur, wer.id, gelesen.eingabe.bisher, gelesen.eingabe.rollen);
  if (ergebnis.ok) throw fertig(auftrag, 'rollen');
  if (ergebnis.grund === 'konflikt') return data({ werte, fehler: {}, konflikt: 'rollen' as const }, { status: 409 });
  return lehneAb(auftrag, ergebnis.grund, 'rollen', ergebnis.grund === 'freigabe_rolle');
}

async function vertrete(auftrag: Auftrag) {
  const { akteur, wer, werte, formularId } = auftrag;
  const gelesen = pruefe(vertretung, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const eingang = { formularId, inhalt: werte };
  const ergebnis = willFreigabe(auftrag) ? await beantrageVertretung(akteur, wer.id, gelesen.eingabe, eingang) : await richteVertretungEin(akteur, wer.id, gelesen.eingabe, eingang);
  if (ergebnis.ok) throw fertig(auftrag, willFreigabe(auftrag) ? 'freigabe' : 'vertretung');
  return lehneAb(auftrag, ergebnis.grund, 'vertretung', ergebnis.grund === 'freigabe');
}

async function beendeEineVertretung(auftrag: Auftrag) {
  const ergebnis = await beendeVertretung(auftrag.akteur, idAus({ id: auftrag.werte['id']?.[0] }));
  if (ergebnis.ok) throw fertig(auftrag, 'vertretung_beenden');
  return lehneAb(auftrag, ergebnis.grund);
}

/** A link goes out after its transaction has committed. */
async function verschicke({ wer }: Auftrag, art: Linkart, token: string) {
  return data({ link: { email: wer.email, art, zustellung: await schickeLink({ email: wer.email, art, token }) } });
}

async function erneuere(auftrag: Auftrag) {
  const { token, hash } = neuerToken();
  const ergebnis = await erneuereEinladung(auftrag.akteur, auftrag.wer.id, hash);
  return ergebnis.ok ? verschicke(auftrag, 'einladung', token) : lehneAb(auftrag, ergebnis.grund);
}

async function ladeZurueck(auftrag: Auftrag) {
  const gelesen = pruefe(wiedereinladung, auftrag.werte);
  if (!gelesen.ok) return abgelehnt(auftrag.werte, gelesen.fehler);
  const { token, hash } = neuerToken();
  const ergebnis = await ladeWiederEin(auftrag.akteur, auftrag.wer.id, gelesen.eingabe.rollen, hash);
  return ergebnis.ok ? verschicke(auftrag, 'einladung', token) : lehneAb(auftrag, ergebnis.grund);
}

async function setzeZurueck(auftrag: Auftrag) {
  const { akteur, wer, werte, formularId } = auftrag;
  const gelesen = pruefe(ruecksetzung, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  if (willFreigabe(auftrag)) {
    const antrag = await beantrageZugang(akteur, wer.id, { formularId, inhalt: werte });
    if (antrag.ok) throw fertig(auftrag, 'freigabe');
    return lehneAb(auftrag, antrag.grund, 'art');
  }
  const { token, hash } = neuerToken();
  const ergebnis = await setzeZugangZurueck(akteur, wer.id, gelesen.eingabe.art, hash);
  if (ergebnis.ok) return verschicke(auftrag, gelesen.eingabe.art, token);
  return lehneAb(auftrag, ergebnis.grund, 'art', ergebnis.grund === 'freigabe_zugang');
}

async function meldeAb(auftrag: Auftrag) {
  const ergebnis = await meldeUeberallAb(auftrag.akteur, auftrag.wer.id);
  if (ergebnis.ok) throw fertig(auftrag, 'abgemeldet');
  return lehneAb(auftrag, ergebnis.grund);
}

async function beende(auftrag: Auftrag) {
  const gelesen = pruefe(ende, auftrag.werte);
  if (!gelesen.ok) return abgelehnt(auftrag.werte, gelesen.fehler);
  const ergebnis = await beendeZugang(auftrag.akteur, auftrag.wer.id);
  if (ergebnis.ok) throw fertig(auftrag, 'beendet');
  return lehneAb(auftrag, ergebnis.grund, 'sicher');
}

/** The forms of a colleague's page by the name in their hidden field `aktion`. */
export const PERSONALAKTIONEN = {
  name, rollen: setze, vertretung: vertrete, vertretung_beenden: beendeEineVertretung, einladung: erneuere, wiedereinladung: ladeZurueck,
  zuruecksetzen: setzeZurueck, abmelden: meldeAb, beenden: beende,
} as const;

export type Personalaktion = keyof typeof PERSONALAKTIONEN;
export const istPersonalaktion = (text: string | undefined): text is Personalaktion => text !== undefined && Object.hasOwn(PERSONALAKTIONEN, text);
