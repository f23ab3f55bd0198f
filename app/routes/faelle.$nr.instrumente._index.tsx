import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { formatDatum } from '@kim/core/zeit.ts';
import { getInstrumente } from '@kim/domain/instrumente/data.server.ts';
import { INSTRUMENTSTAND, VORDRUCKE } from '@kim/domain/instrumente/labels.ts';
import { beginneInstrument } from '@kim/domain/instrumente/mutations.server.ts';
import { vordruckVon, waehlbare } from '@kim/domain/instrumente/rules.ts';
import { instrumentbeginn } from '@kim/domain/instrumente/schema.ts';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { HAUSHALT, Personenbezug } from '../components/Personenbezug.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { BOGENGRUND } from '../http/bogen.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => oder404(await getInstrumente(akteur, nummerAus(params))));

const FELD = { person: 'Bitte wählen Sie eine Person, die zu diesem Fall gehört.', art: 'Bitte wählen Sie ein Instrument.' };

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId } = await leseFormular(request);
  const gelesen = pruefe(instrumentbeginn, werte);
  if (!gelesen.ok) return abgelehnt(werte, { ...gelesen.fehler, ...(gelesen.fehler['art'] ? { art: FELD.art } : {}) });
  const ergebnis = await beginneInstrument(akteur, nr, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.fallInstrument(nr, ergebnis.wert.ergebnis));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  if (ergebnis.grund === 'person') return abgelehnt(werte, { person: FELD.person });
  if (ergebnis.grund === 'vordruck') return abgelehnt(werte, { art: FELD.art });
  return abgelehnt(werte, { '': BOGENGRUND[ergebnis.grund] }, 409);
});

export default function Instrumente() {
  const { instrumente, personen, klasse, nurLesen } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const formular = useFormular(useActionData<typeof action>(), { person: personen.find(({ hauptperson }) => hauptperson)?.id });
  const wessen = (personId: string | null) => (personId === null ? HAUSHALT : (personen.find(({ id }) => id === personId)?.name ?? ''));
  const imVerfahren = klasse === 'case_management';
  return (
    <>
      <Abschnitt titel="Instrumente">
        {!imVerfahren && <LeererZustand titel="Kein Case Management">Die Instrumente gehören zum Case Management. Darüber entscheiden Sie in der Klärung.</LeererZustand>}
        <Tabelle
          beschriftung="Ausgefüllte Instrumente" beschriftungVerborgen zeilen={instrumente} schluessel={({ id }) => id}
          leer={imVerfahren && <LeererZustand titel="Noch kein Instrument">Kein Instrument ist Pflicht. Was Sie nutzen, gehört zur Akte.</LeererZustand>}
          spalten={[
            { schluessel: 'art', titel: 'Instrument', kopf: true, zelle: ({ id, art, fassung }) => <Link href={pfade.fallInstrument(nr, id)}>{vordruckVon(VORDRUCKE, art, fassung, []).titel}</Link> },
            { schluessel: 'fuer', titel: 'Für', zelle: ({ personId }) => <bdi>{wessen(personId)}</bdi> },
            { schluessel: 'am', titel: 'Am', zelle: ({ am }) => formatDatum(am) },
            { schluessel: 'stand', titel: 'Stand', zelle: ({ stand }) => INSTRUMENTSTAND[stand] },
            { schluessel: 'fassung', titel: 'Vordruck', zelle: ({ fassung }) => `Fassung ${fassung}` },
            { schluessel: 'von', titel: 'Gespeichert von', zelle: ({ gespeichertVon }) => gespeichertVon },
          ]}
        />
      </Abschnitt>
      {imVerfahren && !nurLesen && (
        <Abschnitt titel="Instrument beginnen">
          <Formular formular={formular} key={instrumente.length}>
            <Optionsgruppe {...formular.feld('art')} beschriftung="Instrument" optionen={waehlbare(VORDRUCKE).map(({ art, titel, zweck }) => ({ wert: art, text: titel, hinweis: zweck }))} erforderlich />
            <Personenbezug formular={formular} beschriftung="Für" personen={personen} bisher={null} />
            <Knopf>Beginnen</Knopf>
          </Formular>
        </Abschnitt>
      )}
    </>
  );
}
