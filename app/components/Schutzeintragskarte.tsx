import { formatZeitpunkt } from '@kim/core/zeit.ts';
import { THEMA } from '@kim/domain/schutzbereich/labels.ts';
import type { Thema } from '@kim/domain/schutzbereich/schema.ts';
import { Aufklapper } from '@kim/ui/anzeige/Aufklapper.tsx';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { Karte } from '@kim/ui/anzeige/Karte.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Formular, useFormular } from './Formular.tsx';
import { HAUSHALT } from './Personenbezug.tsx';
import type { Beteiligte } from './Personenbezug.tsx';
import { Schutzeintragsfelder } from './Schutzeintragsfelder.tsx';

interface SchutzeintragskarteProps {
  eintrag: { id: string; personId: string | null; thema: Thema; text: string; erfasstVon: string; erfasstAm: Date; version: number };
  personen: readonly Beteiligte[];
  antwort: unknown;
}

/** One entry of the protected part with the forms that change it or take it away. */
export function Schutzeintragskarte({ eintrag, personen, antwort }: SchutzeintragskarteProps) {
  const { id, version, personId } = eintrag;
  const formular = useFormular(antwort, { thema: eintrag.thema, person: personId ?? '', text: eintrag.text }, id);
  const wen = personId === null ? HAUSHALT : (personen.find((person) => person.id === personId)?.name ?? '');
  return (
    <Karte titel={THEMA[eintrag.thema]} vorzeile={`${formatZeitpunkt(new Date(eintrag.erfasstAm))}, ${eintrag.erfasstVon}`}>
      {personen.length > 1 && <p className="kim-leise">Betrifft: <bdi>{wen}</bdi></p>}
      <Freitext>{eintrag.text}</Freitext>
      <Aufklapper titel="Ändern" offen={Object.keys(formular.fehler).length > 0}>
        <Formular formular={formular} aktion={id}>
          <input type="hidden" name="version" value={version} />
          <Schutzeintragsfelder formular={formular} personen={personen} bisher={personId} zusatz={id} />
          <Knopf art="sekundaer">Speichern</Knopf>
        </Formular>
      </Aufklapper>
      <Aufklapper titel="Löschen">
        <p>Was nicht mehr gebraucht wird, soll hier nicht stehen bleiben. Gelöschtes kommt nicht wieder.</p>
        <Formular formular={useFormular(null)} aktion={`loeschen:${id}`}>
          <input type="hidden" name="version" value={version} />
          <Knopf art="sekundaer">Eintrag löschen</Knopf>
        </Formular>
      </Aufklapper>
    </Karte>
  );
}
