import { createHmac, type KeyObject } from 'node:crypto';
import anyAscii from 'any-ascii';

const TOKEN_BYTES = 8;
const LAENGSTES_PRAEFIX = 3;
const LAENGSTE_EINGABE = 200;

const MARKEN = /\p{M}/gu;
/** Emoji, controls, direction marks, halves of characters, and the stroke that lengthens Arabic words. */
const OHNE_LAUT = /(?![\t-\r\x85])[\p{C}\p{So}\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}\u0640]/gu;
/** Anything that is neither letter nor digit, and letters that stand for an apostrophe (ʼ, ʿ). */
const TRENNER = /[^\p{L}\p{N}]|[\u02B9-\u02C1]/u;

export type Namenssuche = {
  /** One per typed part; a person must have all of them. Empty: nothing was typed that can be sought. */
  tokens: Buffer[];
  /** Decides on the decrypted spellings of a person: each typed part begins one of their parts. */
  passt: (schreibweisen: readonly string[]) => boolean;
};

/** Parts of a name in lower case, without marks and without what has no sound. */
export function namensteile(name: string): string[] {
  return name.normalize('NFKD').replace(MARKEN, '').replace(OHNE_LAUT, '').toLowerCase().split(TRENNER).filter(Boolean);
}

/**
 * Keyed tokens of the first one, two and three letters of every part of every spelling, 8 bytes
 * each. Different names share tokens by design, so a hit must be confirmed with `passt`.
 */
export function tokensFuer(schreibweisen: readonly string[], schluessel: KeyObject): Buffer[] {
  const praefixe = schreibweisen.flatMap(anfaenge).flatMap((anfang) => {
    const buchstaben = [...anfang].slice(0, LAENGSTES_PRAEFIX);
    return buchstaben.map((_, letzter) => buchstaben.slice(0, letzter + 1).join(''));
  });
  return [...new Set(praefixe)].map((praefix) => token(praefix, schluessel));
}

/** What to ask the database for, and how to confirm what it finds. Reads the first 200 characters. */
export function suchtokens(eingabe: string, schluessel: KeyObject): Namenssuche {
  const gesucht = [...new Set(namensteile(eingabe.slice(0, LAENGSTE_EINGABE)).map(suchform))];
  const praefixe = new Set(gesucht.map((teil) => [...teil].slice(0, LAENGSTES_PRAEFIX).join('')));
  return {
    tokens: [...praefixe].map((praefix) => token(praefix, schluessel)),
    passt(schreibweisen) {
      const vorhanden = schreibweisen.flatMap(anfaenge);
      return gesucht.length > 0 && gesucht.every((teil) => vorhanden.some((anfang) => anfang.startsWith(teil)));
    },
  };
}

/**
 * The name from each part to its end without gaps, so that „Al-Hussein“ is found as „huss“ and as
 * „alhuss“; each in its own letters and in Latin ones.
 */
function anfaenge(name: string): string[] {
  const teile = namensteile(name);
  const reste = teile.map((_, beginn) => teile.slice(beginn).join(''));
  return [...new Set(reste.flatMap((rest) => [falte(rest), falte(lateinisch(rest))]))].filter(Boolean);
}

/** Own letters are sought only where Latin has none for them, as for a single Arabic ع. */
function suchform(teil: string): string {
  return falte(lateinisch(teil)) || falte(teil);
}

/** Letter by letter, so that the beginning of a word gives the beginning of its transliteration. */
function lateinisch(text: string): string {
  return anyAscii(text).toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** „Müller“ has lost its dots by now; this makes „Mueller“ the same, and „Michael“ equal to „Michal“. */
function falte(text: string): string {
  return text.replace(/([aou])e/g, '$1');
}

function token(praefix: string, schluessel: KeyObject): Buffer {
  return createHmac('sha256', schluessel).update(praefix).digest().subarray(0, TOKEN_BYTES);
}
