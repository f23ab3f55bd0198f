import type { MetaFunction } from '@remix-run/node';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';

export const meta: MetaFunction = () => [{ title: 'Erklärung zur Barrierefreiheit · KIM Case Management' }];

export default function Barrierefreiheit() {
  return (
    <>
      <Seitenkopf titel="Erklärung zur Barrierefreiheit" />
      <p>
        Diese Anwendung soll nach § 10 des Behindertengleichstellungsgesetzes Nordrhein-Westfalen und der BITV NRW für alle bedienbar sein. Maßstab sind die
        Europäische Norm EN 301 549 und die WCAG 2.2 auf der Stufe AA.
      </p>
      <Abschnitt titel="Stand der Vereinbarkeit">
        <p>
          Die Anwendung ist mit den Anforderungen teilweise vereinbar. Jede Seite wird bei jeder Änderung automatisch geprüft und mit der Tastatur
          bedient. Eine Prüfung durch eine unabhängige Stelle und durch Menschen mit Behinderungen steht noch aus.
        </p>
      </Abschnitt>
      <Abschnitt titel="So ist die Anwendung gebaut">
        <ul>
          <li>Alle Seiten lassen sich allein mit der Tastatur bedienen und arbeiten auch ohne JavaScript.</li>
          <li>Der Inhalt passt sich bis zu einer Vergrößerung von 400 % an, ohne dass quer gescrollt werden muss.</li>
          <li>Fehler stehen in Worten am Feld und in einer Liste über dem Formular.</li>
          <li>Die Farben folgen der Einstellung Ihres Geräts (hell oder dunkel).</li>
        </ul>
      </Abschnitt>
      <Abschnitt titel="Barriere melden">
        <p>
          Bitte wenden Sie sich mit Hinweisen zuerst an die Administration Ihres Trägers. Erhalten Sie dort keine zufriedenstellende Antwort, hilft die
          Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen bei der oder dem Landesbeauftragten für Menschen mit Behinderung.
        </p>
      </Abschnitt>
    </>
  );
}
