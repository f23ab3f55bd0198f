import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDatum } from '@kim/core/zeit.ts';
import { formatZahl } from '@kim/core/zahl.ts';
import { getAuslastung } from '@kim/domain/traeger/stellen/data.server.ts';
import { EINORDNUNG, formatVzae, VERTRAGSART } from '@kim/domain/traeger/stellen/labels.ts';
import { besetztAm, ordneEin, QUOTE, quote, RICHTWERT, richtwertband, summiere } from '@kim/domain/traeger/stellen/rules.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Kennzahl } from '@kim/ui/anzeige/Kennzahl.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { fuerTraeger } from '../http/geschuetzt.server.ts';

export const meta: MetaFunction = () => [{ title: 'Stellen und Auslastung · KIM Case Management' }];

/** Figures of the whole Träger with unit, base and cut-off day; nothing per person (R120, D21). */
export const loader = fuerTraeger(['leitung'], async ({ akteur }) => {
  const { stichtag, stellen, laufend } = await getAuslastung(akteur);
  const zeilen = stellen.map((stelle) => {
    const besetzungen = stelle.besetzungen.map(({ anteil, von, bis }) => ({ anteil, von, bis }));
    return { ...stelle, besetzungen, besetzt: besetztAm(besetzungen, stichtag), foerderung: { von: stelle.gefoerdertVon, bis: stelle.gefoerdertBis } };
  });
  const summe = summiere(zeilen, stichtag);
  const faelle = laufend.kurzberatung + laufend.case_management;
  return { stichtag, zeilen, summe, laufend, faelle, band: richtwertband(summe.besetzt), lage: ordneEin(faelle, summe.besetzt), anteil: quote(laufend.case_management, laufend.kurzberatung) };
});

export default function LeitungStellen() {
  const { stichtag, zeilen, summe, laufend, faelle, band, lage, anteil } = useLoaderData<typeof loader>();
  const tag = formatDatum(stichtag);
  return (
    <>
      <Seitenkopf titel="Stellen und Auslastung" unterzeile={`Stand ${tag}. Gezählt werden Fälle, nicht Personen.`} />
      <Raster spalten="schmal">
        <Kennzahl wert={formatZahl(laufend.kurzberatung)} beschriftung="laufende Kurzberatungen" zusatz={`Fälle am ${tag}`} />
        <Kennzahl wert={formatZahl(laufend.case_management)} beschriftung="laufendes Case Management" zusatz={`Fälle am ${tag}`} />
        <Kennzahl wert={`${formatVzae(summe.besetzt)} von ${formatVzae(summe.gefoerdert)}`} beschriftung="VZÄ besetzt von gefördert" zusatz={`${formatVzae(summe.unbesetzt)} VZÄ unbesetzt`} />
      </Raster>
      <Abschnitt titel="Richtwert des Landes">
        <p>
          {formatZahl(faelle)} laufende Fälle (Kurzberatung und Case Management) bei einem Richtwert von {formatZahl(band.von)} bis {formatZahl(band.bis)} Fällen für{' '}
          {formatVzae(summe.besetzt)} besetzte VZÄ{lage && <> <Abzeichen art={lage === 'im' ? 'erfolg' : 'info'}>{EINORDNUNG[lage]}</Abzeichen></>}
        </p>
        <p className="kim-leise">
          Lineare Lesart: {RICHTWERT.von} bis {RICHTWERT.bis} Fälle je VZÄ. Der Richtwert darf dauerhaft oder zeitweise unterschritten werden (Kapitel 9.1).
        </p>
        {anteil !== null && (
          <p>
            Anteil des Case Managements an den laufenden Fällen: {formatZahl(anteil, 1)} % (Empfehlung mindestens {QUOTE.von} bis {QUOTE.bis} %; Basis {formatZahl(faelle)} Fälle am {tag}).
          </p>
        )}
        <Begriff name="VZÄ" />
      </Abschnitt>
      <Tabelle
        beschriftung="Stellen"
        zeilen={zeilen}
        schluessel={(stelle) => stelle.id}
        leer={<p>Für Ihren Träger ist noch keine Stelle angelegt.</p>}
        spalten={[
          { schluessel: 'name', titel: 'Stelle', kopf: true, zelle: (stelle) => stelle.bezeichnung },
          { schluessel: 'kommunen', titel: 'Kommunen', zelle: (stelle) => stelle.kommunen.map(({ name }) => name).join(', ') },
          { schluessel: 'vertrag', titel: 'Vertrag', zelle: (stelle) => VERTRAGSART[stelle.vertragsart] },
          { schluessel: 'vzae', titel: 'VZÄ', zahl: true, zelle: (stelle) => formatVzae(stelle.vzae) },
          { schluessel: 'besetzt', titel: 'davon besetzt', zahl: true, zelle: (stelle) => formatVzae(stelle.besetzt) },
        ]}
      />
    </>
  );
}
