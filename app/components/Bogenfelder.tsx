import { BOGEN, ERSTGESPRAECHSKANAL, STUFE } from '@kim/domain/klaerung/erstgespraech/labels.ts';
import type { WaehlbarerOrt } from '@kim/domain/orte/data.server.ts';
import { nenneOrt } from '@kim/domain/orte/labels.ts';
import { SPRACHMITTLUNG } from '@kim/kreis/zugaenge.ts';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import type { useFormular } from './Formular.tsx';

type Formularfelder = ReturnType<typeof useFormular>;

/** Choices out of a table of codes and their words. */
const optionen = (texte: Readonly<Record<string, string>>) => Object.entries(texte).map(([wert, text]) => ({ wert, text }));

/** Day, way, place and interpreting of the Erstgespräch. */
export function Rahmenfelder({ formular, orte }: { formular: Formularfelder; orte: readonly WaehlbarerOrt[] }) {
  return (
    <>
      <Datumsfeld {...formular.feld('am')} beschriftung="Tag des Gesprächs" erforderlich />
      <Optionsgruppe {...formular.feld('kanal')} beschriftung="Wo fand es statt?" hinweis="Erstgespräche finden immer persönlich statt." waagerecht optionen={optionen(ERSTGESPRAECHSKANAL)} erforderlich />
      <Raster spalten="schmal">
        <Auswahl {...formular.feld('ort')} beschriftung="Ort" leer="keine Angabe" optionen={orte.map((ort) => ({ wert: ort.id, text: nenneOrt(ort) }))} />
        <Auswahl {...formular.feld('sprachmittlung')} beschriftung="Sprachmittlung" hinweis="Kinder der Familie dolmetschen nicht." leer="keine Angabe" optionen={optionen(SPRACHMITTLUNG)} />
      </Raster>
    </>
  );
}

/** The groups of the Bogen as its table defines them. */
export function Bogenfelder({ formular }: { formular: Formularfelder }) {
  return (
    <>
      {BOGEN.map((gruppe) => (
        <Abschnitt key={gruppe.titel} titel={gruppe.titel} ebene={3}>
          {'hinweis' in gruppe && <p className="kim-leise">{gruppe.hinweis}</p>}
          {gruppe.felder.map((feld) => <Bogenfeld key={feld.name} formular={formular} feld={feld} />)}
        </Abschnitt>
      ))}
    </>
  );
}

function Bogenfeld({ formular, feld }: { formular: Formularfelder; feld: (typeof BOGEN)[number]['felder'][number] }) {
  const gemeinsam = { ...formular.feld(feld.name), beschriftung: feld.beschriftung, hinweis: 'hinweis' in feld ? feld.hinweis : undefined };
  if (feld.art === 'stufe') return <Auswahl {...gemeinsam} leer="keine Angabe" optionen={optionen(STUFE)} breite="kurz" />;
  return feld.art === 'kurz' ? <Textfeld {...gemeinsam} autoComplete="off" /> : <Textbereich {...gemeinsam} zeilen={2} />;
}
