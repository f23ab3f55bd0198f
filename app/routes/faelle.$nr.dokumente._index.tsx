import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { formatZeitpunkt } from '@kim/core/zeit.ts';
import { listDokumente } from '@kim/domain/dokumente/data.server.ts';
import { DATEIFEHLER, DATEITYP, DOKUMENTART, formatGroesse } from '@kim/domain/dokumente/labels.ts';
import { legeDokumentAb } from '@kim/domain/dokumente/mutations.server.ts';
import { fassungen, KONTINGENT } from '@kim/domain/dokumente/rules.ts';
import { DATEITYPEN, dokument } from '@kim/domain/dokumente/schema.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Dateifeld } from '@kim/ui/formular/Dateifeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Kontrollkaestchen } from '@kim/ui/formular/Kontrollkaestchen.tsx';
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
  const { name, art, ersetzt, geschuetzt } = gelesen.eingabe;
  const ergebnis = await legeDokumentAb(akteur, nr, art, { name: name || datei.name, bytes: datei.bytes }, { formularId, inhalt: { werte, datei: abdruck(datei) } }, { ersetzt, geschuetzt });
  if (ergebnis.ok) throw redirect(pfade.fallDokumente(nr));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  if (ergebnis.grund === 'ersetzt') return abgelehnt(werte, { ersetzt: 'Dieses Dokument wurde inzwischen ersetzt oder ist nicht mehr sichtbar.' });
  if (ergebnis.grund === 'anderer_inhalt') return abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Das frühere Dokument steht in der Liste.' }, 409);
  return abgelehnt(werte, { datei: DATEIFEHLER[ergebnis.grund] });
});

export default function Dokumente() {
  const { dokumente } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const formular = useFormular(useActionData<typeof action>(), { art: 'anlage' });
  const aktuelle = fassungen(dokumente);
  const ersetzbare = aktuelle.filter(({ art }) => art !== 'unterschrift');
  const belegt = dokumente.reduce((summe, { groesse }) => summe + groesse, 0);
  return (
    <>
      <Abschnitt titel="Dokumente">
        <Tabelle
          beschriftung="Dokumente dieses Falls, das neueste zuerst"
          beschriftungVerborgen
          zeilen={aktuelle}
          schluessel={({ id }) => id}
          leer={<LeererZustand titel="Noch kein Dokument">Hier liegen unterschriebene Erklärungen und Anlagen. Sie werden verschlüsselt gespeichert und nie verändert.</LeererZustand>}
          spalten={[
            { schluessel: 'name', titel: 'Name', kopf: true, zelle: ({ id, name, fruehere }) => <><Link href={pfade.fallDokument(nr, id)} download=""><bdi>{name}</bdi></Link><Fruehere nr={nr} fruehere={fruehere} /></> },
            { schluessel: 'ansehen', titel: 'Ansehen', zelle: ({ id, name }) => <Ansehen nr={nr} id={id} name={name} /> },
            { schluessel: 'art', titel: 'Art', zelle: ({ art, geschuetzt }) => <>{DOKUMENTART[art]}{geschuetzt && <> <Abzeichen art="warnung">geschützt</Abzeichen></>}</> },
            { schluessel: 'datei', titel: 'Datei', zelle: ({ dateityp, groesse }) => `${DATEITYP[dateityp]}, ${formatGroesse(groesse)}` },
            { schluessel: 'wer', titel: 'Abgelegt', zelle: ({ erfasstVon, erfasstAm }) => `${formatZeitpunkt(new Date(erfasstAm))}, ${erfasstVon}` },
          ]}
        />
        <p className="kim-leise">{formatGroesse(belegt)} von {formatGroesse(KONTINGENT)} belegt. Was geschützt ist, steht unter „Geschützt“.</p>
      </Abschnitt>
      <Abschnitt titel="Dokument ablegen">
        <Formular formular={formular} mitDatei key={dokumente[0]?.id}>
          <Dateifeld {...formular.feld('datei')} beschriftung="Datei" hinweis="PDF, PNG oder JPEG, höchstens 10 MB" annahme={DATEITYPEN.join(',')} erforderlich />
          <Textfeld {...formular.feld('name')} beschriftung="Bezeichnung" hinweis="Ohne Bezeichnung gilt der Name der Datei." optional autoComplete="off" />
          <Auswahl {...formular.feld('art')} beschriftung="Art" optionen={(['anlage', 'nachweis'] as const).map((wert) => ({ wert, text: DOKUMENTART[wert] }))} breite="mittel" erforderlich />
          {ersetzbare.length > 0 && <Auswahl {...formular.feld('ersetzt')} beschriftung="Neue Fassung von" leer="keinem: neues Dokument" optionen={ersetzbare.map(({ id, name }) => ({ wert: id, text: name }))} breite="mittel" />}
          <Kontrollkaestchen {...formular.kaestchen('geschuetzt')} beschriftung="In den geschützten Bereich legen" hinweis="Dann erscheint die Anlage nur dort, und nur, wenn ihn jemand geöffnet hat." />
          <Knopf>Dokument ablegen</Knopf>
        </Formular>
      </Abschnitt>
    </>
  );
}

/** In a window of its own, so that nothing typed here is lost. */
function Ansehen({ nr, id, name }: { nr: string; id: string; name: string }) {
  return <Link href={pfade.fallDokumentansicht(nr, id)} target="_blank" rel="noopener" aria-label={`„${name}“ ansehen, öffnet ein neues Fenster`}>Ansehen</Link>;
}

function Fruehere({ nr, fruehere }: { nr: string; fruehere: readonly { id: string; name: string; erfasstAm: Date }[] }) {
  if (fruehere.length === 0) return null;
  return (
    <ul className="kim-leise">
      {fruehere.map(({ id, name, erfasstAm }) => <li key={id}>früher: <Link href={pfade.fallDokument(nr, id)} download=""><bdi>{name}</bdi></Link>, {formatZeitpunkt(new Date(erfasstAm))}</li>)}
    </ul>
  );
}
