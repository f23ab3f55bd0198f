import type { ReactNode } from 'react';
import { Abzeichen } from './Abzeichen.tsx';
import { Meldung } from './Meldung.tsx';
import { Tabelle } from './Tabelle.tsx';

export interface Konfliktfeld {
  beschriftung: string;
  ihre: ReactNode;
  gespeicherte: ReactNode;
  /** Default: the two values are not identical. */
  abweichend?: boolean;
}

export interface KonfliktansichtProps {
  felder: readonly Konfliktfeld[];
  /** Who saved in between. */
  gespeichertVon?: ReactNode;
  /** When, as shown on screen. */
  gespeichertAm?: string;
  /** Buttons that decide. */
  children?: ReactNode;
}

/** Two versions of an entry side by side after somebody else saved in between. Nothing typed is lost. */
export function Konfliktansicht({ felder, gespeichertVon, gespeichertAm, children }: KonfliktansichtProps) {
  return (
    <div className="kim-stapel kim-konflikt">
      <Meldung art="warnung" titel="Der Eintrag wurde zwischenzeitlich geändert">
        <p>
          {gespeichertVon && <>Gespeichert von {gespeichertVon}</>}
          {gespeichertAm && <> am {gespeichertAm}</>}
          {(gespeichertVon || gespeichertAm) && '. '}
          Ihre Eingaben sind erhalten. Bitte entscheiden Sie, welche Fassung gelten soll.
        </p>
      </Meldung>
      <Tabelle
        beschriftung="Vergleich der Fassungen"
        beschriftungVerborgen
        zeilen={felder}
        schluessel={(feld) => feld.beschriftung}
        spalten={[
          { schluessel: 'feld', titel: 'Angabe', kopf: true, zelle: (feld) => <Angabe feld={feld} /> },
          { schluessel: 'ihre', titel: 'Ihre Fassung', zelle: (feld) => <Wert>{feld.ihre}</Wert> },
          { schluessel: 'gespeicherte', titel: 'Gespeicherte Fassung', zelle: (feld) => <Wert>{feld.gespeicherte}</Wert> },
        ]}
      />
      {children && <div className="kim-knopfreihe">{children}</div>}
    </div>
  );
}

function Angabe({ feld }: { feld: Konfliktfeld }) {
  const abweichend = feld.abweichend ?? feld.ihre !== feld.gespeicherte;
  return (
    <span className="kim-reihe">
      {feld.beschriftung}
      {abweichend && <Abzeichen art="warnung">abweichend</Abzeichen>}
    </span>
  );
}

function Wert({ children }: { children: ReactNode }) {
  if (children === '' || children === null || children === undefined) return <span className="kim-leise">leer</span>;
  return <div className="kim-freitext" dir="auto">{children}</div>;
}
