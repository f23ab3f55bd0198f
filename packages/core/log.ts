import { pino, type DestinationStream, type Level } from 'pino';

type Pruefung = (wert: unknown) => boolean;

const text = (muster: RegExp): Pruefung => (wert) => typeof wert === 'string' && muster.test(wert);
const zahl: Pruefung = (wert) => typeof wert === 'number' && Number.isFinite(wert);

const KENNUNG = text(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const CODE = text(/^[A-Za-z][A-Za-z0-9_.-]{0,59}$/);

/**
 * Everything that may stand in a log line, with the shape its value must have. Session ids and
 * URLs with a query are not here on purpose; `route` is the pattern of the route, not the address.
 */
const FELDER = {
  anfrageId: KENNUNG,
  auftragId: KENNUNG,
  fallId: KENNUNG,
  formularId: KENNUNG,
  kontoId: KENNUNG,
  kreisId: KENNUNG,
  mitgliedschaftId: KENNUNG,
  nutzerId: KENNUNG,
  traegerId: KENNUNG,
  aktion: CODE,
  code: CODE,
  grund: CODE,
  login: CODE,
  rolle: CODE,
  schritt: CODE,
  methode: text(/^[A-Z]{3,7}$/),
  route: text(/^[A-Za-z0-9_$.:/*-]{1,120}$/),
  stichtag: text(/^\d{4}-\d{2}-\d{2}$/),
  version: text(/^[0-9A-Za-z.+-]{1,40}$/),
  anzahl: zahl,
  dauerMs: zahl,
  port: zahl,
  status: zahl,
  versuch: zahl,
} satisfies Record<string, Pruefung>;

export type Logfelder = Partial<Record<keyof typeof FELDER, string | number | null>> & { fehler?: unknown };

/** `ereignis` is a fixed code like `anmeldung.abgelehnt`, never a sentence built from data. */
type Schreibe = (ereignis: string, felder?: Logfelder) => void;
export type Log = Record<'debug' | 'info' | 'warn' | 'error', Schreibe> & {
  /** A log that adds these fields to each line. */
  mit: (felder: Logfelder) => Log;
};

/** A log of JSON lines. What is not in the list of fields, or not in its shape, is left out. */
export function erstelleLog(stufe: Level | 'silent' = 'info', ziel?: DestinationStream): Log {
  const optionen = { level: stufe, base: undefined, messageKey: 'ereignis', timestamp: pino.stdTimeFunctions.isoTime };
  return umhuelle(ziel ? pino(optionen, ziel) : pino(optionen), {});
}

export const log = erstelleLog();

function umhuelle(ausgabe: pino.Logger, immer: Logfelder): Log {
  const schreibe = (stufe: 'debug' | 'info' | 'warn' | 'error'): Schreibe => (ereignis, felder) =>
    ausgabe[stufe](erlaubte({ ...immer, ...felder }), CODE(ereignis) ? ereignis : 'ohne-namen');
  return {
    debug: schreibe('debug'),
    info: schreibe('info'),
    warn: schreibe('warn'),
    error: schreibe('error'),
    mit: (felder) => umhuelle(ausgabe, { ...immer, ...felder }),
  };
}

function erlaubte(felder: Logfelder): Record<string, unknown> {
  const gut: Record<string, unknown> = {};
  for (const [name, pruefung] of Object.entries(FELDER)) {
    const wert = felder[name as keyof typeof FELDER];
    if (pruefung(wert)) gut[name] = wert;
  }
  if (felder.fehler !== undefined) gut['fehler'] = beschreibeFehler(felder.fehler);
  return gut;
}

/** Name, code and frames of an error and its causes. Messages stay out: databases quote values in them. */
export function beschreibeFehler(fehler: unknown, tiefe = 0): Record<string, unknown> {
  if (!(fehler instanceof Error)) return { name: 'KeinFehlerobjekt' };
  const { code } = fehler as { code?: unknown };
  return {
    name: CODE(fehler.name) ? fehler.name : 'Error',
    ...(CODE(code) || text(/^[0-9A-Z]{5}$/)(code) ? { code } : {}),
    stack: aufrufe(fehler),
    ...(fehler.cause !== undefined && tiefe < 3 ? { ursache: beschreibeFehler(fehler.cause, tiefe + 1) } : {}),
  };
}

/** A frame ends with a place in a file; that also drops message lines that merely begin like a frame. */
function aufrufe({ stack = '', message }: Error): string[] {
  return stack
    .replace(message, () => '')
    .split('\n')
    .filter((zeile) => /^ {4}at .+:\d+:\d+\)?$/.test(zeile))
    .map((zeile) => zeile.trim());
}
