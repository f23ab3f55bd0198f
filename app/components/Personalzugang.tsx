import type { Freigabe } from '@kim/domain/traeger/freigaben/data.server.ts';
import type { Person } from '@kim/domain/traeger/personal/data.server.ts';
import { RUECKSETZART } from '@kim/domain/traeger/personal/labels.ts';
import { RUECKSETZARTEN } from '@kim/domain/traeger/personal/schema.ts';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Kontrollkaestchen } from '@kim/ui/formular/Kontrollkaestchen.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { pfade } from '../paths.ts';
import { Formular, useFormular } from './Formular.tsx';
import { Rollenfeld } from './Personalfelder.tsx';
import { istFreigabeNoetig } from './Vertretungen.tsx';

interface ZugangProps {
  person: Person;
  /** It is the account of who asks. */
  selbst: boolean;
  zugangsfreigabe: Freigabe | null;
  antwort: unknown;
}

/** What the administration can do to an account, by the state it is in. */
export function Personalzugang({ person, selbst, zugangsfreigabe, antwort }: ZugangProps) {
  if (person.zustand === 'ausgeschieden') return <Wiedereinladung antwort={antwort} />;
  return (
    <Abschnitt titel="Zugang">
      {selbst && <p>Ihr eigenes Passwort und Ihren zweiten Faktor ändern Sie unter <Link href={pfade.konto()}>Mein Konto</Link>.</p>}
      {person.zustand === 'eingeladen' && <Einladung antwort={antwort} />}
      {person.zustand === 'aktiv' && !selbst && <Zuruecksetzen name={person.name} freigabe={zugangsfreigabe} antwort={antwort} />}
      {person.zustand === 'aktiv' && !selbst && <Abmelden antwort={antwort} />}
      {!selbst && <Beenden person={person} antwort={antwort} />}
    </Abschnitt>
  );
}

function Einladung({ antwort }: { antwort: unknown }) {
  return (
    <Abschnitt titel="Einladung" ebene={3}>
      <p>Die Person hat ihre Einladung noch nicht angenommen. Der Link gilt sieben Tage; ein neuer Link macht den alten ungültig.</p>
      <Formular formular={useFormular(antwort, {}, 'einladung')} aktion="einladung">
        <Knopf art="sekundaer">Neuen Link erzeugen</Knopf>
      </Formular>
    </Abschnitt>
  );
}

function Wiedereinladung({ antwort }: { antwort: unknown }) {
  const formular = useFormular(antwort, {}, 'wiedereinladung');
  return (
    <Abschnitt titel="Wieder einladen">
      <p>Diese Person ist ausgeschieden und kommt nicht mehr hinein. Kehrt sie zurück, laden Sie sie mit den passenden Rollen wieder ein.</p>
      <Formular formular={formular} aktion="wiedereinladung">
        <Rollenfeld formular={formular} />
        <Knopf art="sekundaer">Wieder einladen</Knopf>
      </Formular>
    </Abschnitt>
  );
}

function Zuruecksetzen({ name, freigabe, antwort }: { name: string; freigabe: Freigabe | null; antwort: unknown }) {
  const formular = useFormular(antwort, { art: 'passwort' }, 'zuruecksetzen');
  const wartet = freigabe?.stand === 'offen';
  return (
    <Abschnitt titel="Passwort oder zweiten Faktor zurücksetzen" ebene={3}>
      {freigabe?.stand === 'zugestimmt' && <Meldung art="info" titel={`${freigabe.entschiedenVon} hat zugestimmt`}>Sie können jetzt einmal einen Link erzeugen, der das Konto ganz öffnet.</Meldung>}
      {wartet && <p role="status">Die Freigabe ist beantragt. Die Leitung oder <bdi>{name}</bdi> muss zustimmen.</p>}
      <Formular formular={formular} aktion="zuruecksetzen">
        <Optionsgruppe {...formular.feld('art')} beschriftung="Was soll neu gesetzt werden?" optionen={RUECKSETZARTEN.map((wert) => ({ wert, text: RUECKSETZART[wert] }))} />
        {istFreigabeNoetig(antwort, 'zuruecksetzen') && !wartet ? <Knopf name="freigabe" value="ja">Freigabe beantragen</Knopf> : <Knopf art="sekundaer">Link erzeugen</Knopf>}
      </Formular>
    </Abschnitt>
  );
}

function Abmelden({ antwort }: { antwort: unknown }) {
  return (
    <Abschnitt titel="Überall abmelden" ebene={3}>
      <p>Etwa nach dem Verlust eines Geräts. Die Person kann sich danach wieder anmelden.</p>
      <Formular formular={useFormular(antwort, {}, 'abmelden')} aktion="abmelden">
        <Knopf art="sekundaer">Auf allen Geräten abmelden</Knopf>
      </Formular>
    </Abschnitt>
  );
}

function Beenden({ person, antwort }: { person: Person; antwort: unknown }) {
  const formular = useFormular(antwort, {}, 'beenden');
  const eingeladen = person.zustand === 'eingeladen';
  return (
    <Abschnitt titel={eingeladen ? 'Einladung zurückziehen' : 'Zugang beenden'} ebene={3}>
      <p>{eingeladen ? 'Der Link öffnet dann nichts mehr.' : 'Der Zugang endet sofort. Besetzungen enden heute, offene Vertretungen auch.'}</p>
      {person.zustaendig > 0 ? (
        <p>
          Vorher müssen alle Fälle übergeben sein. <Link href={pfade.verwaltungUebergabe(person.id)}>{person.zustaendig === 1 ? '1 Fall übergeben' : `${person.zustaendig} Fälle übergeben`}</Link>
        </p>
      ) : (
        <Formular formular={formular} aktion="beenden">
          <Kontrollkaestchen name="sicher" wert="ja" beschriftung={eingeladen ? 'Ja, diese Einladung zurückziehen' : 'Ja, den Zugang dieser Person beenden'} fehler={formular.fehler['sicher']} />
          <Knopf art="sekundaer">{eingeladen ? 'Einladung zurückziehen' : 'Zugang beenden'}</Knopf>
        </Formular>
      )}
    </Abschnitt>
  );
}
