import { createHash } from 'node:crypto';
import { data } from '@remix-run/node';
import type { z } from 'zod';
import { istId, neueId } from '@kim/core/ids.ts';
import { werteAus } from './entwurf.server.ts';
import type { Werte } from './entwurf.server.ts';

/** Messages by field name; the empty name is about the whole form. */
export type Feldfehler = Record<string, string>;

/** The answer to a refused form: everything typed comes back. */
export interface Formularantwort {
  werte: Werte;
  fehler: Feldfehler;
}

/** The id that makes a form count once, made when it is rendered (D14). */
export const neueFormularId = neueId;

export interface Gelesen<T> {
  formularId: string;
  aktion: string;
  werte: Werte;
  eingabe: T;
}

const gelesene = new WeakMap<Request, Werte>();

/** What was typed into the form of this request, for an answer that comes after it was read. */
export const werteVon = (request: Request): Werte | undefined => gelesene.get(request);

/** Reads a posted form. `_formular` is its id, `_aktion` the button that was pressed. What is no form is answered with 400. */
export async function leseFormular(request: Request) {
  const formular = await request.formData().catch(() => {
    throw new Response(null, { status: 400, statusText: 'Kein Formular' });
  });
  const id = formular.get('_formular');
  const werte = werteAus(formular);
  gelesene.set(request, werte);
  return {
    formularId: istId(id) ? id : neueId(),
    aktion: String(formular.get('_aktion') ?? ''),
    werte,
    datei: (name: string) => dateiAus(formular, name),
  };
}

/** A file as part of what a form carried: the same one again is the same form (D14). */
export const abdruck = (datei: { bytes: Uint8Array } | null): string | null => datei && createHash('sha256').update(datei.bytes).digest('hex');

/** What somebody looks for. */
export const suchwort = (werte: Werte): string => werte['q']?.[0]?.trim().slice(0, 200) ?? '';

/** The bytes of a chosen file, in memory alone; null when none was chosen. */
async function dateiAus(formular: FormData, name: string): Promise<{ name: string; bytes: Uint8Array } | null> {
  const wert = formular.get(name);
  if (wert === null || typeof wert === 'string' || wert.size === 0) return null;
  return { name: wert.name, bytes: new Uint8Array(await wert.arrayBuffer()) };
}

/** Checks values with a zod schema whose messages are German; one message per field. */
export function pruefe<S extends z.ZodType>(schema: S, werte: Werte): { ok: true; eingabe: z.output<S> } | { ok: false; fehler: Feldfehler } {
  const flach = Object.fromEntries(Object.entries(werte).map(([name, alle]) => [name, alle.length > 1 ? alle : alle[0]]));
  const ergebnis = schema.safeParse(flach);
  if (ergebnis.success) return { ok: true, eingabe: ergebnis.data };
  const fehler: Feldfehler = {};
  for (const meldung of ergebnis.error.issues) fehler[meldung.path.join('.')] ??= meldung.message;
  return { ok: false, fehler };
}

/** 422 with the typed values and the messages beside their fields. */
export function abgelehnt(werte: Werte, fehler: Feldfehler, status = 422) {
  return data({ werte, fehler } satisfies Formularantwort, { status });
}
