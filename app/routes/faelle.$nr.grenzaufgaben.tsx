import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { getGrenzaufgaben } from '@kim/domain/grenzaufgaben/data.server.ts';
import { UMGANG } from '@kim/domain/grenzaufgaben/labels.ts';
import { erfasseGrenzaufgabe } from '@kim/domain/grenzaufgaben/mutations.server.ts';
import { grenzaufgabe } from '@kim/domain/grenzaufgaben/schema.ts';
import { GRENZAUFGABEN, istGrenzaufgabe } from '@kim/kreis/grenzaufgaben.ts';
import type { Grenzaufgabenart } from '@kim/kreis/grenzaufgaben.ts';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { Karte } from '@kim/ui/anzeige/Karte.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { alsOptionen } from '../components/Anfragefelder.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params, url }) => {
  const gefragt = url.searchParams.get('aufgabe');
  const aufgabe = istGrenzaufgabe(gefragt) ? gefragt : null;
  return { ...oder404(await getGrenzaufgaben(akteur, nummerAus(params), aufgabe)), aufgabe, heute: formatDatum(heute()) };
});

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId } = await leseFormular(request);
  const gelesen = pruefe(grenzaufgabe, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await erfasseGrenzaufgabe(akteur, nr, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.fallGrenzaufgaben(nr));
  switch (ergebnis.grund) {
    case 'nicht_gefunden': throw nichtGefunden();
    case 'angebot': return abgelehnt(werte, { angebot: 'Diese Stelle ist geschlossen oder steht nicht im Verzeichnis.' });
    default: return abgelehnt(werte, { '': MELDUNG[ergebnis.grund] }, 409);
  }
});

const MELDUNG = {
  beendet: 'Der Fall ist beendet.',
  anderer_inhalt: 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Der frühere Eintrag steht in der Liste.',
};

export default function Grenzaufgaben() {
  const { aufgabe, eintraege, nurLesen, uebergabekriterien } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  return (
    <>
      <Abschnitt titel="Nicht Aufgabe von KIM">
        <p>Manche Aufgaben gehören nicht zum Case Management (Kapitel 10). Wählen Sie eine, dann steht hier die richtige Stelle.</p>
        <Raster spalten="schmal">
          {(Object.keys(GRENZAUFGABEN) as Grenzaufgabenart[]).map((art) => (
            <Link key={art} href={pfade.fallGrenzaufgaben(nr, { aufgabe: art })} aria-current={art === aufgabe ? 'true' : undefined}>{GRENZAUFGABEN[art].titel}</Link>
          ))}
        </Raster>
      </Abschnitt>
      {aufgabe && <Gewaehlt key={aufgabe} nr={nr} aufgabe={aufgabe} nurLesen={nurLesen} />}
      <Abschnitt titel="Übergabe an einen Wohlfahrtsverband">
        {uebergabekriterien === null && <p>Kriterien sind noch nicht beschlossen. Entscheiden Sie im Einzelfall, gemeinsam mit der Person.</p>}
        {uebergabekriterien && <><p>Kriterien, {uebergabekriterien.beschluss}:</p><ul>{uebergabekriterien.kriterien.map((eines) => <li key={eines}>{eines}</li>)}</ul></>}
      </Abschnitt>
      <Abschnitt titel="Bisher">
        <Tabelle
          beschriftung="Grenzaufgaben dieses Falls" beschriftungVerborgen zeilen={eintraege} schluessel={({ id }) => id} leer={<p>Noch nichts festgehalten.</p>}
          spalten={[
            { schluessel: 'aufgabe', titel: 'Aufgabe', kopf: true, zelle: (eintrag) => GRENZAUFGABEN[eintrag.aufgabe].titel },
            { schluessel: 'umgang', titel: 'Umgang', zelle: ({ umgang, stelle }) => <>{UMGANG[umgang]}{stelle && `: ${stelle}`}</> },
            { schluessel: 'am', titel: 'Am', zelle: ({ am, erfasstVon }) => `${formatDatum(am)}, ${erfasstVon}` },
            { schluessel: 'grund', titel: 'Grund', zelle: ({ grund }) => <bdi>{grund}</bdi> },
          ]}
        />
      </Abschnitt>
    </>
  );
}

function Gewaehlt({ nr, aufgabe, nurLesen }: { nr: string; aufgabe: Grenzaufgabenart; nurLesen: boolean }) {
  const { stellen, angebote, heute: tag } = useLoaderData<typeof loader>();
  const formular = useFormular(useActionData<typeof action>(), { umgang: 'verwiesen', angebot: stellen[0]?.id, am: tag });
  const { titel, warum, erlaubt } = GRENZAUFGABEN[aufgabe];
  return (
    <Abschnitt titel={titel}>
      <p>{warum}{erlaubt && ` Möglich ist: ${erlaubt}`}</p>
      <Raster>
        {stellen.map((stelle) => (
          <Karte key={stelle.id} titel={<Link href={pfade.angebot(stelle.id)}>{stelle.name}</Link>}>
            <Freitext>{[stelle.anschrift, stelle.telefon, stelle.zeiten].filter(Boolean).join('\n') || 'Anschrift und Telefon sind noch nicht erfasst.'}</Freitext>
          </Karte>
        ))}
      </Raster>
      {stellen.length === 0 && <p>Für diese Kommune steht keine Stelle im Verzeichnis. <Link href={pfade.fallLuecke(nr)}>Kein Angebot vorhanden?</Link></p>}
      {!nurLesen && (
        <Formular formular={formular}>
          <input type="hidden" name="aufgabe" value={aufgabe} />
          <Optionsgruppe {...formular.feld('umgang')} beschriftung="Was haben Sie getan?" optionen={alsOptionen(UMGANG)} erforderlich />
          <Raster spalten="schmal">
            <Auswahl {...formular.feld('angebot')} beschriftung="Stelle" leer="keine" optionen={angebote.filter(({ geschlossen }) => !geschlossen).map(({ id, name }) => ({ wert: id, text: name }))} />
            <Datumsfeld {...formular.feld('am')} beschriftung="Tag" erforderlich />
          </Raster>
          <Textbereich {...formular.feld('grund')} beschriftung="Grund" hinweis="Nötig bei einer Ausnahme." zeilen={3} />
          <Knopfreihe>
            <Knopf>Festhalten</Knopf>
            <Knopf art="sekundaer" href={pfade.fallGrenzaufgaben(nr)}>Abbrechen</Knopf>
          </Knopfreihe>
        </Formular>
      )}
    </Abschnitt>
  );
}
