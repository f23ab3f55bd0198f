import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { getPersonalakte } from '@kim/domain/traeger/personal/data.server.ts';
import type { Stellenanteil } from '@kim/domain/traeger/personal/data.server.ts';
import { alsText } from '@kim/domain/traeger/personal/rules.ts';
import { formatVzae } from '@kim/domain/traeger/stellen/labels.ts';
import { nenneRollen } from '@kim/policies/labels.ts';
import { Beschreibungsliste } from '@kim/ui/anzeige/Beschreibungsliste.tsx';
import { Konfliktansicht } from '@kim/ui/anzeige/Konfliktansicht.tsx';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Brotkrumen } from '@kim/ui/seite/Brotkrumen.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Linkzustellung } from '../components/Linkzustellung.tsx';
import { Rollenfeld, Zustandsabzeichen } from '../components/Personalfelder.tsx';
import { Personalzugang } from '../components/Personalzugang.tsx';
import { istFreigabeNoetig, Vertretungsformular, Vertretungstabelle } from '../components/Vertretungen.tsx';
import { idAus, oder404 } from '../http/antwort.server.ts';
import { leseFormular } from '../http/formular.server.ts';
import { fuerVerwaltung, nichtGefunden } from '../http/geschuetzt.server.ts';
import { istPersonalaktion, PERSONALAKTIONEN } from '../http/personal.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Person · KIM Case Management' }];

export const loader = fuerVerwaltung(async ({ akteur, params }) => ({
  ...oder404(await getPersonalakte(akteur, idAus(params))),
  ich: akteur.nutzerId,
  heute: formatDatum(heute()),
}));

export const action = fuerVerwaltung(async ({ akteur, request, params }) => {
  const { werte, formularId } = await leseFormular(request);
  const aktion = werte['aktion']?.[0];
  const { person: wer } = oder404(await getPersonalakte(akteur, idAus(params)));
  if (!istPersonalaktion(aktion)) throw nichtGefunden();
  return PERSONALAKTIONEN[aktion]({ akteur, wer, werte, formularId });
});

const NACH: Record<string, string> = {
  name: 'Der Name ist gespeichert.',
  rollen: 'Die Rollen sind gespeichert. Sie gelten ab dem nächsten Klick der Person.',
  freigabe: 'Die Freigabe ist beantragt. Unter „Freigaben“ sehen Sie, wie entschieden wurde.',
  vertretung: 'Die Vertretung ist eingerichtet. Beide sehen das in ihrem Protokoll.',
  vertretung_beenden: 'Die Vertretung ist beendet.',
  abgemeldet: 'Die Person ist auf allen Geräten abgemeldet.',
  beendet: 'Der Zugang ist beendet.',
};

export default function Person() {
  const { person, besetzungen, vertretungen, fachkraefte, zugangsfreigabe, ich, heute } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const [suche] = useSearchParams();
  const nach = suche.get('nach') ?? '';
  const link = antwort && 'link' in antwort ? antwort.link : null;
  const aktiveFachkraft = fachkraefte.some(({ id }) => id === person.id);
  return (
    <>
      <Brotkrumen eintraege={[{ text: 'Personal', href: pfade.verwaltungPersonal() }, { text: person.name }]} />
      <Seitenkopf titel={<bdi>{person.name}</bdi>} unterzeile={<Zustandsabzeichen zustand={person.zustand} />} />
      {!antwort && Object.hasOwn(NACH, nach) && <Meldung art="erfolg" titel={NACH[nach] ?? ''} />}
      {link && <Linkzustellung email={link.email} art={link.art} zustellung={link.zustellung} />}
      <Beschreibungsliste
        eintraege={[
          { begriff: 'E-Mail-Adresse', inhalt: person.email },
          { begriff: 'Rollen', inhalt: nenneRollen(person.rollen) },
          { begriff: 'Zweiter Faktor', inhalt: person.zustand === 'aktiv' ? (person.zweiterFaktor ? 'eingerichtet' : 'noch nicht eingerichtet') : '' },
          { begriff: 'Laufende Fälle', inhalt: person.laufend },
        ]}
      />
      {person.zustaendig > 0 && (
        <p><Knopf art="sekundaer" href={pfade.verwaltungUebergabe(person.id)}>Fälle übergeben</Knopf></p>
      )}
      <Name key={`n${person.version}`} />
      {person.zustand !== 'ausgeschieden' && <Rollen key={alsText(person.rollen)} />}
      <Stellen besetzungen={besetzungen} />
      {(aktiveFachkraft || vertretungen.length > 0) && (
        <Abschnitt titel="Vertretung">
          <Vertretungstabelle zeigt="vertretung" beschriftung="Wird vertreten" leer="Bisher keine Vertretung." vertretungen={vertretungen.filter(({ vertreteneId }) => vertreteneId === person.id)} />
          <Vertretungstabelle zeigt="vertretene" beschriftung="Vertritt andere" leer="Vertritt zurzeit niemanden." vertretungen={vertretungen.filter(({ vertretungId }) => vertretungId === person.id)} />
          {aktiveFachkraft && <Vertretungsformular key={vertretungen[0]?.id} antwort={antwort} waehlbar={fachkraefte.filter(({ id }) => id !== person.id)} ich={ich} heute={heute} />}
          <Begriff name="Vertretung" />
        </Abschnitt>
      )}
      <Personalzugang person={person} selbst={person.id === ich} zugangsfreigabe={zugangsfreigabe} antwort={antwort} />
    </>
  );
}

const hatKonflikt = (antwort: unknown, wo: string): boolean => typeof antwort === 'object' && antwort !== null && 'konflikt' in antwort && antwort.konflikt === wo;

function Name() {
  const { person } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const formular = useFormular(antwort, { name: person.name }, 'name');
  const konflikt = hatKonflikt(antwort, 'name');
  return (
    <Abschnitt titel="Name">
      {konflikt && <Konfliktansicht felder={[{ beschriftung: 'Name', ihre: formular.feld('name').wert, gespeicherte: person.name }]} />}
      <Formular formular={formular} aktion="name">
        <input type="hidden" name="version" value={person.version} />
        <Textfeld {...formular.feld('name')} beschriftung="Vor- und Nachname" autoComplete="off" breite="mittel" erforderlich />
        <Knopf art="sekundaer">{konflikt ? 'Meine Fassung speichern' : 'Namen speichern'}</Knopf>
      </Formular>
    </Abschnitt>
  );
}

function Rollen() {
  const { person, ich } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const formular = useFormular(antwort, { rollen: person.rollen }, 'rollen');
  const konflikt = hatKonflikt(antwort, 'rollen');
  return (
    <Abschnitt titel="Rollen">
      {konflikt && <Meldung art="warnung" titel="Die Rollen wurden zwischenzeitlich geändert">Jetzt gespeichert: {nenneRollen(person.rollen)}. Ihre Auswahl steht unten; speichern Sie sie noch einmal, wenn sie gelten soll.</Meldung>}
      <Formular formular={formular} aktion="rollen">
        <input type="hidden" name="bisher" value={alsText(person.rollen)} />
        <Rollenfeld formular={formular} />
        {istFreigabeNoetig(antwort, 'rollen') && person.id === ich ? <Knopf name="freigabe" value="ja">Rolle Fachkraft bei der Leitung beantragen</Knopf> : <Knopf art="sekundaer">Rollen speichern</Knopf>}
      </Formular>
    </Abschnitt>
  );
}

function Stellen({ besetzungen }: { besetzungen: readonly Stellenanteil[] }) {
  return (
    <Abschnitt titel="Stellen">
      <Tabelle
        beschriftung="Besetzte Stellen"
        beschriftungVerborgen
        zeilen={besetzungen}
        schluessel={(zeile) => `${zeile.stelleId}${zeile.von}${zeile.bis}`}
        leer={<p>Diese Person besetzt keine Stelle. Besetzungen tragen Sie bei der <Link href={pfade.verwaltungStellen()}>Stelle</Link> ein.</p>}
        spalten={[
          { schluessel: 'stelle', titel: 'Stelle', kopf: true, zelle: (zeile) => <Link href={pfade.verwaltungStelle(zeile.stelleId)}>{zeile.bezeichnung}</Link> },
          { schluessel: 'anteil', titel: 'Anteil (VZÄ)', zahl: true, zelle: (zeile) => formatVzae(zeile.anteil) },
          { schluessel: 'von', titel: 'Von', zelle: (zeile) => formatDatum(zeile.von) },
          { schluessel: 'bis', titel: 'Bis', zelle: (zeile) => (zeile.bis ? formatDatum(zeile.bis) : 'offen') },
        ]}
      />
    </Abschnitt>
  );
}
