import { resolve } from 'node:path';
import { z } from 'zod';

export type Datenbankzugang =
  | 'verwaltung' | 'eigentuemer' | 'traeger' | 'anmeldung' | 'koordination' | 'auswertung' | 'auftrag';

/** Settings of the process; an absent URL means the embedded database, or no mail. Paths are absolute. */
export type Umgebung = {
  modus: 'demo' | 'produktion';
  port: number;
  datenVerzeichnis: string;
  schluesselbundPfad: string;
  /** File with the 32 bytes from which the barrier draws its offsets; only background work reads it. */
  auswertungsschluesselPfad: string;
  /** Public origin without path or trailing slash. */
  ursprung: string;
  datenbank: Partial<Record<Datenbankzugang, string>>;
  smtpUrl: string | undefined;
};

/** One German line per wrong variable. The values stay out: URLs carry passwords. */
export class UmgebungFehler extends Error {
  override name = 'UmgebungFehler';
}

const LOKAL = new Set(['localhost', '127.0.0.1', '[::1]']);

const variable = (gilt: (wert: string) => boolean, meldung: string) => z.string().refine(gilt, meldung);

const postgresUrl = variable(
  (wert) => hatProtokoll(wert, ['postgres:', 'postgresql:']),
  'muss mit postgres:// oder postgresql:// beginnen.',
).optional();

const schema = z
  .object({
    KIM_MODUS: z.enum(['demo', 'produktion'], 'muss „demo“ oder „produktion“ sein.').default('demo'),
    KIM_PORT: variable(istPort, 'muss eine Zahl von 1 bis 65535 sein.').default('3000'),
    KIM_DATEN: z.string().default('.kim'),
    KIM_SCHLUESSELBUND: z.string().optional(),
    KIM_AUSWERTUNGSSCHLUESSEL: z.string().optional(),
    KIM_URSPRUNG: variable(
      istUrsprung,
      'muss eine Adresse ohne Pfad sein, zum Beispiel https://kim.example.de.',
    ).optional(),
    KIM_DB_VERWALTUNG_URL: postgresUrl,
    KIM_DB_EIGENTUEMER_URL: postgresUrl,
    KIM_DB_TRAEGER_URL: postgresUrl,
    KIM_DB_ANMELDUNG_URL: postgresUrl,
    KIM_DB_KOORDINATION_URL: postgresUrl,
    KIM_DB_AUSWERTUNG_URL: postgresUrl,
    KIM_DB_AUFTRAG_URL: postgresUrl,
    KIM_SMTP_URL: variable(
      (wert) => hatProtokoll(wert, ['smtp:', 'smtps:']),
      'muss mit smtp:// oder smtps:// beginnen.',
    ).optional(),
  })
  .refine((env) => env.KIM_MODUS === 'demo' || istGeschuetzt(env.KIM_URSPRUNG), {
    path: ['KIM_URSPRUNG'],
    message: 'muss im Modus „produktion“ mit https:// beginnen.',
  });

/**
 * Reads and checks the settings once, at start. Empty variables count as not set; relative paths
 * are taken from `wurzel`, the folder of the installation.
 * @throws UmgebungFehler naming every wrong variable
 */
export function leseUmgebung(env: Record<string, string | undefined>, wurzel = process.cwd()): Umgebung {
  const gesetzt = Object.fromEntries(Object.entries(env).filter(([, wert]) => wert?.trim()));
  const gelesen = schema.safeParse(gesetzt);
  if (!gelesen.success) {
    throw new UmgebungFehler(gelesen.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('\n'));
  }
  const wert = gelesen.data;
  const datenVerzeichnis = resolve(wurzel, wert.KIM_DATEN);
  return {
    modus: wert.KIM_MODUS,
    port: Number(wert.KIM_PORT),
    datenVerzeichnis,
    schluesselbundPfad: resolve(wurzel, wert.KIM_SCHLUESSELBUND ?? `${datenVerzeichnis}/schluesselbund.json`),
    auswertungsschluesselPfad: resolve(wurzel, wert.KIM_AUSWERTUNGSSCHLUESSEL ?? `${datenVerzeichnis}/auswertung.schluessel`),
    ursprung: new URL(wert.KIM_URSPRUNG ?? `http://localhost:${wert.KIM_PORT}`).origin,
    datenbank: {
      verwaltung: wert.KIM_DB_VERWALTUNG_URL,
      eigentuemer: wert.KIM_DB_EIGENTUEMER_URL,
      traeger: wert.KIM_DB_TRAEGER_URL,
      anmeldung: wert.KIM_DB_ANMELDUNG_URL,
      koordination: wert.KIM_DB_KOORDINATION_URL,
      auswertung: wert.KIM_DB_AUSWERTUNG_URL,
      auftrag: wert.KIM_DB_AUFTRAG_URL,
    },
    smtpUrl: wert.KIM_SMTP_URL,
  };
}

function istPort(wert: string): boolean {
  return /^\d{1,5}$/.test(wert) && Number(wert) >= 1 && Number(wert) <= 65_535;
}

function hatProtokoll(wert: string, erlaubt: string[]): boolean {
  return URL.canParse(wert) && erlaubt.includes(new URL(wert).protocol);
}

function istUrsprung(wert: string): boolean {
  return hatProtokoll(wert, ['http:', 'https:']) && new URL(wert).href === `${new URL(wert).origin}/`;
}

/** Browsers treat the own machine as a secure context, so a trial of the production mode needs no certificate. */
function istGeschuetzt(ursprung: string | undefined): boolean {
  if (!ursprung || !istUrsprung(ursprung)) return true;
  const { protocol, hostname } = new URL(ursprung);
  return protocol === 'https:' || LOKAL.has(hostname);
}
