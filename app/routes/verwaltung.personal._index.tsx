import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listPersonal } from '@kim/domain/traeger/personal/data.server.ts';
import { nenneRollen } from '@kim/policies/labels.ts';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Zustandsabzeichen } from '../components/Personalfelder.tsx';
import { fuerVerwaltung } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Personal · KIM Case Management' }];

export const loader = fuerVerwaltung(async ({ akteur }) => ({ personal: await listPersonal(akteur) }));

export default function Personal() {
  const { personal } = useLoaderData<typeof loader>();
  return (
    <>
      <Seitenkopf titel="Personal" aktionen={<Knopf href={pfade.verwaltungEinladen()} symbol="add">Person einladen</Knopf>} />
      <Tabelle
        beschriftung={`Personen (${personal.length})`}
        zeilen={personal}
        schluessel={(person) => person.id}
        spalten={[
          { schluessel: 'name', titel: 'Name', kopf: true, zelle: (person) => <Link href={pfade.verwaltungPerson(person.id)}><bdi>{person.name}</bdi></Link> },
          { schluessel: 'email', titel: 'E-Mail-Adresse', zelle: (person) => person.email },
          { schluessel: 'rollen', titel: 'Rollen', zelle: (person) => nenneRollen(person.rollen) },
          { schluessel: 'zustand', titel: 'Zustand', zelle: (person) => <Zustandsabzeichen zustand={person.zustand} /> },
          { schluessel: 'faktor', titel: 'Zweiter Faktor', zelle: (person) => (person.zustand === 'aktiv' ? (person.zweiterFaktor ? 'ja' : 'nein') : '') },
          { schluessel: 'faelle', titel: 'Laufende Fälle', zahl: true, zelle: (person) => person.laufend },
        ]}
      />
    </>
  );
}
