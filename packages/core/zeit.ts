/** A calendar day as ISO text `YYYY-MM-DD`, without time and zone. */
export type Datum = string;

/** The clock as a parameter, so that tests choose the moment. */
export type Uhr = () => Date;

export const systemUhr: Uhr = () => new Date();

const ZONE = 'Europe/Berlin';
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DEUTSCH = /^(?:(\d{1,2})\.\s?(\d{1,2})\.\s?|(\d{2})(\d{2}))(\d{4})$/;

const tag = new Intl.DateTimeFormat('de-DE', { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' });
const tagInBerlin = new Intl.DateTimeFormat('de-DE', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' });
const uhrzeit = new Intl.DateTimeFormat('de-DE', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The current day in Germany. */
export function heute(uhr: Uhr = systemUhr): Datum {
  return datumVon(uhr());
}

/** The day in Germany on which a moment falls. */
export function datumVon(zeitpunkt: Date): Datum {
  const [tt, mm, jjjj] = tagInBerlin.format(zeitpunkt).split('.');
  return `${jjjj}-${mm}-${tt}`;
}

/** The day so many days later; earlier for a negative number. */
export function inTagen(datum: Datum, tage: number): Datum {
  const tag = new Date(`${datum}T00:00:00Z`);
  tag.setUTCDate(tag.getUTCDate() + tage);
  return tag.toISOString().slice(0, 10);
}

/**
 * `2026-11-22` as `22.11.2026`.
 * @throws RangeError for a text that is no calendar day
 */
export function formatDatum(datum: Datum): string {
  if (!istDatum(datum)) throw new RangeError('Kein Kalendertag.');
  return tag.format(new Date(`${datum}T00:00:00Z`));
}

/** A moment as `22.11.2026, 14:05 Uhr`, German time. */
export function formatZeitpunkt(zeitpunkt: Date): string {
  return `${tagInBerlin.format(zeitpunkt)}, ${uhrzeit.format(zeitpunkt)} Uhr`;
}

/** Reads `22.11.2026`, `1.2.2026`, `22112026` or ISO; null for anything else and for days that do not exist. */
export function parseDatum(eingabe: string): Datum | null {
  const text = eingabe.trim();
  const deutsch = DEUTSCH.exec(text);
  const datum = deutsch ? `${deutsch[5]}-${(deutsch[2] ?? deutsch[4])?.padStart(2, '0')}-${(deutsch[1] ?? deutsch[3])?.padStart(2, '0')}` : text;
  return istDatum(datum) ? datum : null;
}

/** What to say of a text that {@link parseDatum} cannot read. @param form how a day is written, if it is not written so */
export function nenneDatumsfehler(eingabe: string, form = 'Bitte als TT.MM.JJJJ angeben, zum Beispiel 22.11.2026.'): string {
  return DEUTSCH.test(eingabe.trim()) ? 'Diesen Tag gibt es im Kalender nicht.' : form;
}

/** Whether a text is an existing day from the year 1000 on, in the only form that is stored. */
export function istDatum(text: string): text is Datum {
  if (!ISO.test(text) || text < '1000') return false;
  const zeit = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(zeit.getTime()) && zeit.toISOString().startsWith(text);
}
