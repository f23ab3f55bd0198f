import type { MetaFunction } from '@remix-run/node';
import { FACHBEGRIFFE } from '@kim/kreis/fachbegriffe.ts';
import { Beschreibungsliste } from '@kim/ui/anzeige/Beschreibungsliste.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';

export const meta: MetaFunction = () => [{ title: 'Fachbegriffe · KIM Case Management' }];

export default function Fachbegriffe() {
  const sortiert = FACHBEGRIFFE.toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
  return (
    <>
      <Seitenkopf titel="Fachbegriffe" unterzeile="So werden die Wörter in dieser Anwendung gebraucht. Die Kapitel nennen die Stelle im Konzept des Kreises." />
      <Beschreibungsliste
        gestapelt
        eintraege={sortiert.map(({ name, text, kapitel }) => ({ begriff: name, inhalt: <>{text} <span className="kim-leise">({kapitel})</span></> }))}
      />
    </>
  );
}
