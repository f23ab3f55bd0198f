import { data, redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatDatum } from '@kim/core/zeit.ts';
import { getOrt } from '@kim/domain/orte/data.server.ts';
import type { Ort } from '@kim/domain/orte/data.server.ts';
import { EIGENSCHAFTEN, ORTSART } from '@kim/domain/orte/labels.ts';
import { saveOrt } from '@kim/domain/orte/mutations.server.ts';
import { ort } from '@kim/domain/orte/schema.ts';
import { Konfliktansicht } from '@kim/ui/anzeige/Konfliktansicht.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Brotkrumen } from '@kim/ui/seite/Brotkrumen.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Ortsfelder } from '../components/Ortsfelder.tsx';
import { idAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerVerwaltung, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Dienstort · KIM Case Management' }];

export const loader = fuerVerwaltung(async ({ akteur, params }) => oder404(await getOrt(akteur, idAus(params))));

const eingabe = ort.extend({ version: z.coerce.number().int().positive() });

export const action = fuerVerwaltung(async ({ akteur, request, params }) => {
  const { werte } = await leseFormular(request);
  const gelesen = pruefe(eingabe, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await saveOrt(akteur, idAus(params), gelesen.eingabe.version, gelesen.eingabe);
  if (ergebnis.ok) throw redirect(pfade.verwaltungDienstorte());
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return data({ werte, fehler: {}, konflikt: ergebnis.aktuell }, { status: 409 });
});

const ja = (wert: boolean): string => (wert ? 'ja' : '');

const alsFelder = (eine: Ort): Record<string, string> => ({
  name: eine.name, art: eine.art, kommune: eine.kommuneId, sprechzeiten: eine.sprechzeiten, aufgegebenAm: eine.aufgegebenAm ? formatDatum(eine.aufgegebenAm) : '',
  vertraulich: ja(eine.vertraulich), familiengerecht: ja(eine.familiengerecht), barrierefrei: ja(eine.barrierefrei),
});

export default function Dienstort() {
  const { ort: gespeichert, kommunen } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const konflikt = antwort && 'konflikt' in antwort ? antwort.konflikt : null;
  const formular = useFormular(antwort, alsFelder(gespeichert));
  return (
    <>
      <Brotkrumen eintraege={[{ text: 'Dienstorte', href: pfade.verwaltungDienstorte() }, { text: gespeichert.name }]} />
      <Seitenkopf titel={<bdi>{gespeichert.name}</bdi>} />
      {konflikt && <Vergleich formular={formular} konflikt={konflikt} kommunen={kommunen} />}
      <Formular formular={formular}>
        <input type="hidden" name="version" value={(konflikt ?? gespeichert).version} />
        <Ortsfelder formular={formular} kommunen={kommunen} aufgebbar />
        <Knopfreihe>
          <Knopf>{konflikt ? 'Meine Fassung speichern' : 'Speichern'}</Knopf>
          <Knopf art="sekundaer" href={pfade.verwaltungDienstorte()}>{konflikt ? 'Gespeicherte Fassung behalten' : 'Abbrechen'}</Knopf>
        </Knopfreihe>
      </Formular>
    </>
  );
}

interface VergleichProps {
  formular: ReturnType<typeof useFormular>;
  konflikt: Ort;
  kommunen: readonly { id: string; name: string }[];
}

function Vergleich({ formular, konflikt, kommunen }: VergleichProps) {
  const gespeichert = alsFelder(konflikt);
  const feld = (name: string, beschriftung: string, wort: (wert: string) => string | undefined = (wert) => wert) => ({
    beschriftung, ihre: wort(formular.feld(name).wert), gespeicherte: wort(gespeichert[name] ?? ''),
  });
  return (
    <Konfliktansicht
      felder={[
        feld('name', 'Name'),
        feld('art', 'Art', (wert) => ORTSART[wert as keyof typeof ORTSART]),
        feld('kommune', 'Kommune', (wert) => kommunen.find(({ id }) => id === wert)?.name),
        ...Object.entries(EIGENSCHAFTEN).map(([name, text]) => feld(name, text)),
        feld('sprechzeiten', 'Sprechzeiten'),
        feld('aufgegebenAm', 'Aufgegeben ab'),
      ]}
    />
  );
}
