import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { formatZeitpunkt } from '@kim/core/zeit.ts';
import { listDokumente } from '@kim/domain/dokumente/data.server.ts';
import { DATEIFEHLER, DATEITYP, DOKUMENTART, formatGroesse } from '@kim/domain/dokumente/labels.ts';
import { legeDokumentAb } from '@kim/domain/dokumente/mutations.server.ts';
import { DATEITYPEN, dokument } from '@kim/domain/dokumente/schema.ts';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Dateifeld } from '@kim/ui/formular/Dateifeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abdruck, abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => ({ dokumente: oder404(await listDokumente(akteur, nummerAus(params))) }));

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId, datei: lies } = await leseFormular(request);
  const datei = await lies('datei');
  const gelesen = pruefe(dokument, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  if (!datei) return abgelehnt(werte, { datei: 'Bitte wählen Sie eine Datei.' });
  const { name, art } = gelesen.eingabe;
  const ergebnis = await legeDokumentAb(akteur, nr, art, { name: name || datei.name, bytes: datei.bytes }, { formularId, inhalt: { werte, datei: abdruck(datei) } });
  if (ergebnis.ok) throw redirect(pfade.fallDokumente(nr));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  if (ergebnis.grund === 'anderer_inhalt') return abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Das frühere Dokument steht in der Liste.' }, 409);
  return abgelehnt(werte, { datei: DATEIFEHLER[ergebnis.grund] });
});

export default function Dokumente() {
  const { dokumente } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const formular = useFormular(useActionData<typeof action>(), { art: 'anlage' });
  return (
    <>
      <Abschnitt titel="Dokumente">
        <Tabelle
          beschriftung="Dokumente dieses Falls, das neueste zuerst"
          beschriftungVerborgen
          zeilen={dokumente}
          schluessel={({ id }) => id}
          leer={<LeererZustand titel="Noch kein Dokument">Hier liegen unterschriebene Erklärungen und Anlagen. Sie werden verschlüsselt gespeichert und nie verändert.</LeererZustand>}
          spalten={[
            { schluessel: 'name', titel: 'Name', kopf: true, zelle: ({ id, name }) => <Link href={pfade.fallDokument(nr, id)} download=""><bdi>{name}</bdi></Link> },
            { schluessel: 'art', titel: 'Art', zelle: ({ art }) => DOKUMENTART[art] },
            { schluessel: 'datei', titel: 'Datei', zelle: ({ dateityp, groesse }) => `${DATEITYP[dateityp]}, ${formatGroesse(groesse)}` },
            { schluessel: 'wer', titel: 'Abgelegt', zelle: ({ erfasstVon, erfasstAm }) => `${formatZeitpunkt(new Date(erfasstAm))}, ${erfasstVon}` },
          ]}
        />
      </Abschnitt>
      <Abschnitt titel="Dokument ablegen">
        <Formular formular={formular} mitDatei key={dokumente[0]?.id}>
          <Dateifeld {...formular.feld('datei')} beschriftung="Datei" hinweis="PDF, PNG oder JPEG, höchstens 10 MB" annahme={DATEITYPEN.join(',')} erforderlich />
          <Textfeld {...formular.feld('name')} beschriftung="Bezeichnung" hinweis="Ohne Bezeichnung gilt der Name der Datei." optional autoComplete="off" />
          <Auswahl {...formular.feld('art')} beschriftung="Art" optionen={(['anlage', 'nachweis'] as const).map((wert) => ({ wert, text: DOKUMENTART[wert] }))} breite="mittel" erforderlich />
          <Knopf>Dokument ablegen</Knopf>
        </Formular>
      </Abschnitt>
    </>
  );
}
