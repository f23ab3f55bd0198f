import { formatZeitpunkt } from '@kim/core/zeit.ts';
import type { Bogentafel, GespeicherterBogen } from '@kim/domain/boegen/schema.ts';
import { Konfliktansicht } from '@kim/ui/anzeige/Konfliktansicht.tsx';

/** A field beside the table of the Bogen: its day, for whom it is. */
export interface Rahmenfeld {
  name: string;
  beschriftung: string;
  worte?: Readonly<Record<string, string>>;
}

interface BogenkonfliktProps {
  konflikt: { aktuell: GespeicherterBogen; werte: Record<string, string[]> };
  rahmen: readonly Rahmenfeld[];
  tafel: Bogentafel;
}

/** Both versions of a Bogen, where they differ. */
export function Bogenkonflikt({ konflikt: { aktuell, werte }, rahmen, tafel }: BogenkonfliktProps) {
  const ausTafel = tafel.flatMap(({ titel, nebeneinander, felder }) => felder.map((feld) => ({ ...feld, beschriftung: nebeneinander ? `${titel}: ${feld.beschriftung}` : feld.beschriftung })));
  const felder = [...rahmen, ...ausTafel].map((feld) => {
    const zeige = (wert: string) => ('worte' in feld && feld.worte?.[wert]) || wert;
    return { beschriftung: feld.beschriftung, ihre: zeige(werte[feld.name]?.[0]?.trim() ?? ''), gespeicherte: zeige(aktuell.werte[feld.name] ?? '') };
  });
  return (
    <Konfliktansicht gespeichertVon={aktuell.gespeichertVon} gespeichertAm={formatZeitpunkt(new Date(aktuell.gespeichertAm))} felder={felder.filter(({ ihre, gespeicherte }) => ihre !== gespeicherte)} />
  );
}
