import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { getStelle } from '@kim/domain/traeger/stellen/data.server.ts';
import type { Stelle } from '@kim/domain/traeger/stellen/data.server.ts';
import { formatVzae, VERTRAGSART } from '@kim/domain/traeger/stellen/labels.ts';
import { Konfliktansicht } from '@kim/ui/anzeige/Konfliktansicht.tsx';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Brotkrumen } from '@kim/ui/seite/Brotkrumen.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { Besetzungsformular } from '../components/Besetzungsformular.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Stellenfelder } from '../components/Stellenfelder.tsx';
import { Stellentabelle } from '../components/Stellentabelle.tsx';
import { idAus, oder404 } from '../http/antwort.server.ts';
import { leseFormular } from '../http/formular.server.ts';
import { fuerVerwaltung } from '../http/geschuetzt.server.ts';
import { fuehreStellenaktionAus } from '../http/stellen.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Stelle · KIM Case Management' }];

export const loader = fuerVerwaltung(async ({ akteur, params, url }) => {
  const gelesen = oder404(await getStelle(akteur, idAus(params)));
  const gewaehlt = url.searchParams.get('besetzung');
  const besetzung = gewaehlt === null ? null : oder404(gelesen.stelle.besetzungen.find(({ id }) => id === gewaehlt));
  return { ...gelesen, besetzung, tag: heute() };
});

export const action = fuerVerwaltung(async ({ akteur, request, params }) => {
  const { werte, formularId } = await leseFormular(request);
  return fuehreStellenaktionAus(werte['aktion']?.[0], { akteur, id: idAus(params), werte, formularId });
});

const NACH: Record<string, string> = { stelle: 'Die Stelle ist gespeichert.', besetzung: 'Die Besetzung ist gespeichert.', entfernt: 'Die Besetzung ist entfernt.' };

export default function Stellenseite() {
  const { stelle, personen, besetzung, tag } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const [suche] = useSearchParams();
  const nach = suche.get('nach') ?? '';
  return (
    <>
      <Brotkrumen eintraege={[{ text: 'Stellen', href: pfade.verwaltungStellen() }, { text: stelle.bezeichnung }]} />
      <Seitenkopf titel={<bdi>{stelle.bezeichnung}</bdi>} />
      {!antwort && Object.hasOwn(NACH, nach) && <Meldung art="erfolg" titel={NACH[nach] ?? ''} />}
      <Stellentabelle stellen={[stelle]} tag={tag} />
      <Abschnitt titel="Besetzungen">
        <Besetzungstabelle stelle={stelle} />
        <Begriff name="Besetzung" />
      </Abschnitt>
      <Besetzungsformular key={besetzung?.id ?? stelle.besetzungen.length} stelleId={stelle.id} personen={personen} besetzung={besetzung} antwort={antwort} heute={formatDatum(tag)} />
      {!besetzung && <Stellenformular key={stelle.version} />}
    </>
  );
}

function Besetzungstabelle({ stelle }: { stelle: Stelle }) {
  return (
    <Tabelle
      beschriftung="Wer die Stelle besetzt oder besetzt hat"
      beschriftungVerborgen
      zeilen={stelle.besetzungen}
      schluessel={(zeile) => zeile.id}
      leer={<p>Diese Stelle war noch nie besetzt.</p>}
      spalten={[
        { schluessel: 'person', titel: 'Person', kopf: true, zelle: (zeile) => <bdi>{zeile.person}</bdi> },
        { schluessel: 'anteil', titel: 'Anteil (VZÄ)', zahl: true, zelle: (zeile) => formatVzae(zeile.anteil) },
        { schluessel: 'von', titel: 'Von', zelle: (zeile) => formatDatum(zeile.von) },
        { schluessel: 'bis', titel: 'Bis', zelle: (zeile) => (zeile.bis ? formatDatum(zeile.bis) : 'offen') },
        {
          schluessel: 'aendern', titel: 'Ändern',
          zelle: (zeile) => <Link href={pfade.verwaltungStelle(stelle.id, { besetzung: zeile.id })} aria-label={`Ändern oder beenden: ${zeile.person}`}>Ändern oder beenden</Link>,
        },
      ]}
    />
  );
}

function Stellenformular() {
  const { stelle, kommunen } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const formular = useFormular(antwort, {
    bezeichnung: stelle.bezeichnung, vzae: formatVzae(stelle.vzae), vertragsart: stelle.vertragsart, kommunen: stelle.kommunen.map(({ id }) => id),
    gefoerdertVon: formatDatum(stelle.gefoerdertVon), gefoerdertBis: stelle.gefoerdertBis ? formatDatum(stelle.gefoerdertBis) : '',
  }, 'stelle');
  const konflikt = antwort && 'konflikt' in antwort && antwort.konflikt === 'stelle';
  const wert = (name: string) => formular.feld(name).wert;
  const namen = (ids: readonly string[]) => kommunen.filter(({ id }) => ids.includes(id)).map(({ name }) => name).join(', ');
  return (
    <Abschnitt titel="Stelle ändern">
      {konflikt && (
        <Konfliktansicht
          felder={[
            { beschriftung: 'Bezeichnung', ihre: wert('bezeichnung'), gespeicherte: stelle.bezeichnung },
            { beschriftung: 'Umfang', ihre: wert('vzae'), gespeicherte: formatVzae(stelle.vzae) },
            { beschriftung: 'Vertragsart', ihre: VERTRAGSART[wert('vertragsart') as keyof typeof VERTRAGSART], gespeicherte: VERTRAGSART[stelle.vertragsart] },
            { beschriftung: 'Gefördert von', ihre: wert('gefoerdertVon'), gespeicherte: formatDatum(stelle.gefoerdertVon) },
            { beschriftung: 'Gefördert bis', ihre: wert('gefoerdertBis'), gespeicherte: stelle.gefoerdertBis ? formatDatum(stelle.gefoerdertBis) : '' },
            { beschriftung: 'Zuständig für', ihre: namen(formular.gruppe('kommunen').werte), gespeicherte: stelle.kommunen.map(({ name }) => name).join(', ') },
          ]}
        />
      )}
      <Formular formular={formular} aktion="stelle">
        <input type="hidden" name="version" value={stelle.version} />
        <Stellenfelder formular={formular} kommunen={kommunen} />
        <Knopf art="sekundaer">{konflikt ? 'Meine Fassung speichern' : 'Stelle speichern'}</Knopf>
      </Formular>
    </Abschnitt>
  );
}
