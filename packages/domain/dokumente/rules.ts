import { fehler, ok } from '@kim/core/result.ts';
import type { Dateityp } from './schema.ts';

/** Bytes; the table says the same. */
export const GROESSTE_DATEI = 10_485_760;

/** Bytes that the files of one case may have together. */
export const KONTINGENT = 200_000_000;

export type Dateifehler = 'zu_gross' | 'unbekannter_typ' | 'kontingent';

const ANFAENGE: readonly (readonly [Dateityp, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/** What a file is by its first bytes; what its name or the browser says does not count. */
export function pruefeDatei(bytes: Uint8Array) {
  if (bytes.length > GROESSTE_DATEI) return fehler('zu_gross');
  const typ = ANFAENGE.find(([, anfang]) => anfang.every((byte, stelle) => bytes[stelle] === byte))?.[0];
  return typ ? ok(typ) : fehler('unbekannter_typ');
}

/** What is in the record now, the order kept, and the files that each one replaced, the latest first. */
export function fassungen<D extends { id: string; vorgaengerId: string | null }>(dokumente: readonly D[]): (D & { fruehere: D[] })[] {
  const nachId = new Map(dokumente.map((dokument) => [dokument.id, dokument]));
  const ersetzt = new Set(dokumente.map(({ vorgaengerId }) => vorgaengerId));
  const vor = ({ vorgaengerId }: D): D[] => {
    const frueher = vorgaengerId === null ? undefined : nachId.get(vorgaengerId);
    return frueher ? [frueher, ...vor(frueher)] : [];
  };
  return dokumente.filter(({ id }) => !ersetzt.has(id)).map((dokument) => ({ ...dokument, fruehere: vor(dokument) }));
}

const ENDUNG: Record<Dateityp, string> = { 'application/pdf': '.pdf', 'image/png': '.png', 'image/jpeg': '.jpg' };

/** The name under which a browser stores it: the ending tells what it is, and nothing in it leads to another folder. */
export function dateiname(name: string, typ: Dateityp): string {
  const rumpf = name.replace(/\.(pdf|png|jpe?g)$/i, '').replace(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|]+/gu, ' ').replace(/^[. ]+/, '').trim();
  return `${[...rumpf].slice(0, 150).join('') || 'Dokument'}${ENDUNG[typ]}`;
}

/** `Content-Disposition` of a download, or of what the browser shows itself: plain ASCII for old readers, the whole name for all others (RFC 6266). */
export function alsAnhang(name: string, art: 'attachment' | 'inline' = 'attachment'): string {
  const schlicht = name.normalize('NFKD').replace(/[^\x20-\x7e]/g, '').replace(/["\\%]/g, '').trim();
  const ganz = encodeURIComponent(name).replace(/['()*]/g, (zeichen) => `%${zeichen.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${art}; filename="${schlicht.startsWith('.') || schlicht === '' ? `Dokument${schlicht}` : schlicht}"; filename*=UTF-8''${ganz}`;
}
