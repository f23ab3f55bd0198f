import { sql } from 'drizzle-orm';
import { fehler, ok } from '@kim/core/result.ts';
import { pruefePasswort } from './anmelden.server.ts';
import { hashAus } from './einmallink.server.ts';
import type { Linkart } from './einmallink.server.ts';
import { hashePasswort } from './passwort.server.ts';
import { MINDESTENS, schwaeche } from './passwortregeln.ts';
import { anmeldung } from './sitzung.server.ts';

/** What a one-time link opens. */
export interface Zugang {
  art: Linkart;
  email: string;
  /** Name of the Träger, or of the Kreis for the Koordination. */
  traeger: string | null;
}

interface Link extends Zugang {
  hash: Buffer;
  hatPasswort: boolean;
}

/** A link that can still be spent; null for unknown, expired, spent and malformed ones alike. Reading writes nothing. */
export async function leseLink(token: string | undefined): Promise<Link | null> {
  const hash = hashAus(token);
  if (!hash) return null;
  const [zeile] = await anmeldung<{ art: Linkart; email: string; traeger: string | null; hat_passwort: boolean }>('', sql`select * from sec.link_lesen(${hash})`);
  return zeile ? { art: zeile.art, email: zeile.email, traeger: zeile.traeger, hash, hatPasswort: zeile.hat_passwort } : null;
}

/** Spends the link with what its recipient typed. */
export async function loeseEin(link: Link, passwort: string, wiederholung: string) {
  if (!passwort) return fehler('schwach', { text: link.art === 'zweiter_faktor' ? 'Bitte geben Sie Ihr Passwort ein.' : `Bitte geben Sie ein Passwort mit mindestens ${MINDESTENS} Zeichen ein.` });
  if (link.art === 'zweiter_faktor') return mitBisherigem(link, passwort);
  if (passwort !== wiederholung) return fehler('verschieden');
  return link.art === 'einladung' ? nimmEinladungAn(link, passwort) : mitNeuem(link, passwort, [link.email, link.traeger ?? '']);
}

/**
 * Whoever has a password keeps and proves it, whoever has none chooses one. Up to the last step both are answered
 * alike: who holds an invitation that is not hers learns nothing about the address (D4).
 */
async function nimmEinladungAn(link: Link, passwort: string) {
  const bisheriges = await pruefePasswort(link.email, passwort);
  if (bisheriges.ok) return verbrauche(link, bisheriges.wert);
  if (bisheriges.grund === 'gedrosselt') return bisheriges;
  const text = schwaeche(passwort, [link.email]);
  if (text) return fehler('schwach', { text });
  return link.hatPasswort ? bisheriges : verbrauche(link, await hashePasswort(passwort));
}

async function mitBisherigem(link: Link, passwort: string) {
  const geprueft = await pruefePasswort(link.email, passwort);
  return geprueft.ok ? verbrauche(link, geprueft.wert) : geprueft;
}

async function mitNeuem(link: Link, passwort: string, umfeld: string[]) {
  const text = schwaeche(passwort, umfeld);
  return text ? fehler('schwach', { text }) : verbrauche(link, await hashePasswort(passwort));
}

/** Of two who press at the same moment one is told that the link is spent. */
async function verbrauche(link: Link, passwortHash: string) {
  const [zeile] = await anmeldung<{ ja: boolean }>('', sql`select sec.link_einloesen(${link.hash}, ${passwortHash}) as ja`);
  return zeile?.ja ? ok() : fehler('verbraucht');
}
