import type { ReactNode } from 'react';

export interface Spalte<Zeile> {
  schluessel: string;
  /** Heading of the column and label of the cell on narrow screens. */
  titel: string;
  zelle: (zeile: Zeile) => ReactNode;
  /** Right-aligned figures. */
  zahl?: boolean;
  /** Names the row for screen readers; at most one column. */
  kopf?: boolean;
}

export interface TabelleProps<Zeile> {
  beschriftung: string;
  /** Keep the caption for screen readers only. */
  beschriftungVerborgen?: boolean;
  spalten: readonly Spalte<Zeile>[];
  zeilen: readonly Zeile[];
  schluessel: (zeile: Zeile) => string;
  /** Last row by column key, for instance sums. */
  summe?: Readonly<Record<string, ReactNode>>;
  /** `karten` (default) turns rows into labelled cards below 576 px; `rollen` scrolls sideways (matrices). */
  schmal?: 'karten' | 'rollen';
  /** In place of the table when there are no rows. */
  leer?: ReactNode;
}

// Cards are laid out with display: block, which takes the table semantics away in some browsers.
const rolle = (name: string) => ({ role: name });

// What scrolls must be reachable by keyboard.
const rollbar = { role: 'region', tabIndex: 0 };

/** A table of data. */
export function Tabelle<Zeile>(props: TabelleProps<Zeile>) {
  const { beschriftung, spalten, zeilen, schluessel, summe, schmal = 'karten', leer } = props;
  if (zeilen.length === 0 && leer) return <>{leer}</>;
  const tabelle = (
    <table className={`kern-table kern-table--small kim-tabelle kim-tabelle--${schmal}`} {...rolle('table')}>
      <caption className={props.beschriftungVerborgen ? 'kern-sr-only' : 'kim-tabelle__beschriftung'}>{beschriftung}</caption>
      <thead className="kern-table__head" {...rolle('rowgroup')}>
        <tr className="kern-table__row" {...rolle('row')}>
          {spalten.map((spalte) => (
            <th key={spalte.schluessel} scope="col" className={klasse('header', spalte.zahl)} {...rolle('columnheader')}>
              {spalte.titel}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="kern-table__body" {...rolle('rowgroup')}>
        {zeilen.map((zeile) => (
          <Reihe key={schluessel(zeile)} spalten={spalten} inhalt={(spalte) => spalte.zelle(zeile)} />
        ))}
      </tbody>
      {summe && (
        <tfoot className="kern-table__footer" {...rolle('rowgroup')}>
          <Reihe spalten={spalten} inhalt={(spalte) => summe[spalte.schluessel]} />
        </tfoot>
      )}
    </table>
  );
  if (schmal === 'karten') return tabelle;
  return (
    <div className="kern-table-responsive" {...rollbar} aria-label={beschriftung}>
      {tabelle}
    </div>
  );
}

interface ReiheProps<Zeile> {
  spalten: readonly Spalte<Zeile>[];
  inhalt: (spalte: Spalte<Zeile>) => ReactNode;
}

function Reihe<Zeile>({ spalten, inhalt }: ReiheProps<Zeile>) {
  return (
    <tr className="kern-table__row" {...rolle('row')}>
      {spalten.map((spalte) => {
        const gemeinsam = { key: spalte.schluessel, className: klasse(spalte.kopf ? 'header' : 'cell', spalte.zahl) };
        const zelle = <div className="kim-tabelle__inhalt">{inhalt(spalte)}</div>;
        if (spalte.kopf) return <th {...gemeinsam} key={spalte.schluessel} scope="row" {...rolle('rowheader')}>{zelle}</th>;
        return <td {...gemeinsam} key={spalte.schluessel} data-label={spalte.titel} {...rolle('cell')}>{zelle}</td>;
      })}
    </tr>
  );
}

function klasse(teil: 'header' | 'cell', zahl = false): string {
  return zahl ? `kern-table__${teil} kern-table__${teil}--numeric` : `kern-table__${teil}`;
}
