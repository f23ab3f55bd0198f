import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatZahl } from '@kim/core/zahl.ts';
import { formatDatum } from '@kim/core/zeit.ts';
import { KLASSE } from '@kim/domain/faelle/labels.ts';
import { KLASSEN } from '@kim/domain/faelle/schema.ts';
import { getAuslastung } from '@kim/domain/traeger/stellen/data.server.ts';
import { EINORDNUNG, formatVzae } from '@kim/domain/traeger/stellen/labels.ts';
import { listRichtwertanpassungen } from '@kim/domain/traeger/richtwerte/data.server.ts';
import { ordneEin, quote, QUOTE, RICHTWERT, richtwertband } from '@kim/domain/traeger/stellen/rules.ts';
import { Kennzahl } from '@kim/ui/anzeige/Kennzahl.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { Richtwertanpassungen } from '../components/Richtwertanpassungen.tsx';
import { Stellentabelle, summen } from '../components/Stellentabelle.tsx';
import { leseFormular } from '../http/formular.server.ts';
import { fuerTraeger } from '../http/geschuetzt.server.ts';
import { fuehreRichtwertaktionAus } from '../http/richtwerte.server.ts';

export const meta: MetaFunction = () => [{ title: 'Stellen und Auslastung · KIM Case Management' }];

export const loader = fuerTraeger(['leitung'], async ({ akteur }) => {
  const [auslastung, richtwerte] = await Promise.all([getAuslastung(akteur), listRichtwertanpassungen(akteur)]);
  return { ...auslastung, ...richtwerte, traeger: akteur.traeger };
});

export const action = fuerTraeger(['leitung'], async ({ akteur, request }) => {
  const { werte, formularId } = await leseFormular(request);
  return fuehreRichtwertaktionAus(akteur, werte, formularId);
});

const band = (vzae: number): string => {
  const { von, bis } = richtwertband(vzae);
  return `${formatZahl(von)} bis ${formatZahl(bis)}`;
};

const anzahl = (faelle: number): string => (faelle === 1 ? '1 Fall' : `${formatZahl(faelle)} Fälle`);

export default function StellenUndAuslastung() {
  const { stellen, laufend, stichtag, traeger, anpassungen, fachkraefte } = useLoaderData<typeof loader>();
  const summe = summen(stellen, stichtag);
  const tag = formatDatum(stichtag);
  return (
    <>
      <Seitenkopf vorzeile={traeger} titel="Stellen und Auslastung" unterzeile={`Stichtag: heute, ${tag}`} />
      <Raster spalten="schmal">
        <Kennzahl wert={formatVzae(summe.gefoerdert)} beschriftung="VZÄ gefördert" />
        <Kennzahl wert={formatVzae(summe.besetzt)} beschriftung="VZÄ besetzt" />
        <Kennzahl wert={formatVzae(summe.unbesetzt)} beschriftung="VZÄ unbesetzt" />
      </Raster>
      <Stellentabelle stellen={stellen} tag={stichtag} />
      <Abschnitt titel="Laufende Fälle am Richtwert">
        <Auslastungstabelle besetzt={summe.besetzt} gefoerdert={summe.gefoerdert} />
        <p className="kim-leise">
          Gezählt werden laufende Fälle des Trägers (nicht Personen, nicht Familien) am {tag}. Der Richtwert des Landes sind {RICHTWERT.von} bis {RICHTWERT.bis} Fälle je Vollzeitstelle,
          Kurzberatung und Case Management zusammen; Teile einer Stelle sind linear umgerechnet. Verweise zählen nicht mit. Basis der Auslastung sind die besetzten VZÄ.
          Richtwerte dürfen dauerhaft oder phasenweise unterschritten werden. Es gibt keine Fallzahlen je Person.
        </p>
        <Begriff name="VZÄ" />
        <Begriff name="Kurzberatung" />
        <Begriff name="Case Management" />
      </Abschnitt>
      <Abschnitt titel="Anteil Case Management">
        <Quote caseManagement={laufend.case_management} kurzberatung={laufend.kurzberatung} tag={tag} />
      </Abschnitt>
      <Richtwertanpassungen anpassungen={anpassungen} fachkraefte={fachkraefte} antwort={useActionData<typeof action>()} heute={stichtag} />
    </>
  );
}

function Auslastungstabelle({ besetzt, gefoerdert }: { besetzt: number; gefoerdert: number }) {
  const { laufend } = useLoaderData<typeof loader>();
  const faelle = laufend.kurzberatung + laufend.case_management;
  const stand = ordneEin(faelle, besetzt);
  const zeilen = [
    ...KLASSEN.map((klasse) => ({ was: KLASSE[klasse], wert: anzahl(laufend[klasse]) })),
    { was: 'Kurzberatung und Case Management zusammen', wert: anzahl(faelle) },
    { was: `Richtwert für ${formatVzae(besetzt)} VZÄ besetzt`, wert: besetzt > 0 ? `${band(besetzt)} Fälle` : 'ohne besetzte Stelle kein Richtwert' },
    { was: `Zum Vergleich: Richtwert für ${formatVzae(gefoerdert)} VZÄ gefördert`, wert: `${band(gefoerdert)} Fälle` },
    { was: 'Einordnung', wert: stand ? EINORDNUNG[stand] : 'nicht möglich' },
  ];
  return (
    <Tabelle
      beschriftung="Laufende Fälle nach Klasse und Richtwert"
      beschriftungVerborgen
      zeilen={zeilen}
      schluessel={(zeile) => zeile.was}
      spalten={[
        { schluessel: 'was', titel: 'Angabe', kopf: true, zelle: (zeile) => zeile.was },
        { schluessel: 'wert', titel: 'Wert', zahl: true, zelle: (zeile) => zeile.wert },
      ]}
    />
  );
}

function Quote({ caseManagement, kurzberatung, tag }: { caseManagement: number; kurzberatung: number; tag: string }) {
  const anteil = quote(caseManagement, kurzberatung);
  if (anteil === null) return <p>Ohne laufende Fälle gibt es keinen Anteil.</p>;
  return (
    <Kennzahl
      wert={`${formatZahl(anteil, 1)} %`}
      beschriftung="der laufenden Fälle sind Case Management"
      zusatz={`${formatZahl(caseManagement)} von ${formatZahl(caseManagement + kurzberatung)} laufenden Fällen (Kurzberatung und Case Management) am ${tag}. Angestrebt: mindestens ${QUOTE.von} bis ${QUOTE.bis} %.`}
    />
  );
}
