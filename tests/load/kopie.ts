import type pg from 'pg';

/** What the driver hands to a statement of its own; its types do not name it. */
interface Leitung {
  query: (text: string) => void;
  sendCopyFromChunk: (stueck: Buffer) => void;
  endCopyFrom: () => void;
}

/** Writes rows in COPY's text form into a table, as superuser: COPY is refused under row-level security. */
export function kopiere(sql: pg.Client, tabelle: string, spalten: readonly string[], zeilen: string): Promise<void> {
  return new Promise((fertig, gescheitert) => {
    let fehler: Error | null = null;
    sql.query({
      submit: (leitung: unknown) => (leitung as Leitung).query(`copy ${tabelle} (${spalten.join(', ')}) from stdin`),
      handleCopyInResponse: (leitung: Leitung) => {
        leitung.sendCopyFromChunk(Buffer.from(zeilen));
        leitung.endCopyFrom();
      },
      handleCommandComplete: () => {},
      handleError: (grund: Error) => {
        fehler = grund;
        gescheitert(grund);
      },
      handleReadyForQuery: () => fehler ?? fertig(),
    } as pg.Submittable);
  });
}

type Wert = string | number | Buffer | null;

/** One row for {@link kopiere}. */
export const alsZeile = (werte: readonly Wert[]): string => `${werte.map(alsFeld).join('\t')}\n`;

function alsFeld(wert: Wert): string {
  if (wert === null) return '\\N';
  if (typeof wert === 'number') return String(wert);
  return typeof wert === 'string' ? wert : `\\\\x${wert.toString('hex')}`;
}
