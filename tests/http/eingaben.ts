import type { Buehne } from './buehne.ts';
import { FORMULARE } from './formulare.ts';
import type { Formularfelder } from './anfrage.ts';
import { MATRIX } from './matrix.ts';
import { fuelle, objekteVon } from './objekte.ts';
import { suche } from './tabelle.ts';
import { WER } from './wer.ts';
import type { Wer } from './wer.ts';

/** A form with somebody whose sending would be carried out. */
export interface Eingabe {
  name: string;
  wer: Wer;
  /** Address without and with the name of the data request. */
  pfad: string;
  daten: string;
  formular: Formularfelder;
  /** Only asks: nothing changes when it is accepted. */
  nurFragt: boolean;
  /** False where the matrix lets nobody. */
  erlaubt: boolean;
}

/** Every form of the product once. A Fachkraft sends it where she may. */
export function alleEingaben(buehne: Buehne): Eingabe[] {
  return MATRIX.flatMap((eintrag) =>
    Object.entries(eintrag.eingaben).map(([name, darf]) => {
      const objekte = objekteVon(eintrag.objekte, buehne);
      const erlaubt = WER.flatMap((wer) => objekte.filter((objekt) => suche(darf, wer, objekt.name) === 'ja').map((objekt) => ({ wer, objekt })));
      const { wer, objekt } = erlaubt.find((einer) => einer.wer === 'Fachkraft') ?? erlaubt[0] ?? { wer: 'Fachkraft' as const, objekt: objekte[0]! };
      const index = buehne.routen.find(({ id }) => id === eintrag.route)?.index ? '?index' : '';
      const ort = fuelle(eintrag.pfad, objekt);
      return {
        name: `${eintrag.pfad}: ${name}`, wer, pfad: ort + index, daten: `${ort === '/' ? '/_root' : ort}.data${index}`,
        formular: FORMULARE[eintrag.route]?.[name]?.({ buehne, person: buehne.wer[wer], objekt }) ?? {},
        nurFragt: eintrag.fragen?.includes(name) ?? false, erlaubt: erlaubt.length > 0,
      };
    }),
  );
}
