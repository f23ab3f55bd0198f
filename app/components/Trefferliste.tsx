import { Form } from '@remix-run/react';
import { KLASSE } from '@kim/domain/faelle/labels.ts';
import type { Treffer } from '@kim/domain/suche/data.server.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Name } from '@kim/ui/anzeige/Name.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { pfade } from '../paths.ts';

/**
 * Persons found, with every case of hers; a colleague's Case Management shows number and Fachkraft only (D2).
 * @param q what was looked for, where nobody found leads to a new person
 */
export function Trefferliste({ treffer, q }: { treffer: readonly Treffer[]; q?: string }) {
  return (
    <Tabelle
      beschriftung={`Gefundene Personen (${treffer.length})`}
      zeilen={treffer}
      schluessel={(person) => person.personId}
      leer={
        <LeererZustand titel="Niemand gefunden" symbol="search" aktion={q !== undefined && <NeuMit q={q} />}>
          Prüfen Sie die Schreibweise; gesucht wird nach dem Anfang jedes Namensteils bei allen Personen Ihres Trägers.
        </LeererZustand>
      }
      spalten={[
        { schluessel: 'name', titel: 'Person', kopf: true, zelle: (person) => <Person person={person} /> },
        { schluessel: 'jahr', titel: 'Geburtsjahr', zelle: (person) => person.geburtsjahr ?? '' },
        { schluessel: 'faelle', titel: 'Fälle', zelle: (person) => <Faelle person={person} /> },
      ]}
    />
  );
}

/** Takes the name that was looked for to the form, in the body of a post. */
function NeuMit({ q }: { q: string }) {
  return (
    <Form method="post" action={pfade.fallNeu()}>
      <input type="hidden" name="aktion" value="suche" />
      <input type="hidden" name="q" value={q} />
      <Knopf>Person erfassen und Fall eröffnen</Knopf>
    </Form>
  );
}

function Person({ person }: { person: Treffer }) {
  const erster = person.faelle[0];
  if (!erster) return <Name voll={person.name} />;
  return (
    <>
      <Link href={pfade.fall(erster.fallnummer)}><Name voll={person.name} /></Link>
      {person.doppelt && <> · <Link href={pfade.fallPerson(erster.fallnummer, person.personId)}>doppelt erfasst?</Link></>}
    </>
  );
}

function Faelle({ person }: { person: Treffer }) {
  return (
    <ul className="kim-liste">
      {person.faelle.map((fall) => (
        <li key={fall.fallnummer}>
          <Link href={pfade.fall(fall.fallnummer)}>{fall.fallnummer}</Link> {KLASSE[fall.klasse]}
          {!fall.meiner && `, ${fall.fachkraft}`} {fall.beendet && <Abzeichen>beendet</Abzeichen>}
        </li>
      ))}
      {person.kollegen.map((fall) => (
        <li key={fall.fallnummer}>
          {fall.fallnummer}, bei {fall.fachkraft}
        </li>
      ))}
      {person.kollegen.length === 0 && person.faelle.every(({ beendet }) => beendet) && (
        <li>{person.faelle.length === 0 && 'kein Fall · '}<Link href={pfade.fallNeu({ person: person.personId })}>Neuer Fall<span className="kern-sr-only"> für <Name voll={person.name} /></span></Link></li>
      )}
    </ul>
  );
}
