import type { Doppelte } from '@kim/domain/doppelte/data.server.ts';
import { Name } from '@kim/ui/anzeige/Name.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Formular, useFormular } from './Formular.tsx';

interface DoppeltErfasstProps {
  verbunden: readonly Doppelte[];
  vielleicht: readonly Doppelte[];
}

/** Records that stand for the same person, and those that could; a human decides, and can take it back. */
export function DoppeltErfasst({ verbunden, vielleicht }: DoppeltErfasstProps) {
  if (verbunden.length + vielleicht.length === 0) return null;
  return (
    <Abschnitt titel="Doppelt erfasst?">
      {verbunden.length > 0 && (
        <ul className="kim-liste">
          {verbunden.map((eine) => <Zeile key={eine.id} eine={eine} vor="Auch erfasst als" aktion="trennen" knopf="Trennen" />)}
        </ul>
      )}
      {vielleicht.length > 0 && (
        <>
          <p>Diese Einträge haben denselben Namen und kein anderes Geburtsjahr. Beide Einträge und ihre Fälle bleiben erhalten; das Zusammenführen lässt sich aufheben.</p>
          <ul className="kim-liste">
            {vielleicht.map((eine) => <Zeile key={eine.id} eine={eine} vor="Vielleicht dieselbe Person:" aktion="zusammenfuehren" knopf="Zusammenführen" />)}
          </ul>
        </>
      )}
    </Abschnitt>
  );
}

interface ZeileProps {
  eine: Doppelte;
  vor: string;
  aktion: 'trennen' | 'zusammenfuehren';
  knopf: string;
}

function Zeile({ eine: { id, name, geburtsjahr, faelle }, vor, aktion, knopf }: ZeileProps) {
  return (
    <li>
      <p>{vor} <Name voll={name} />{geburtsjahr && `, geboren ${geburtsjahr}`}, {faelle.join(', ') || 'ohne Fall'}</p>
      <Formular formular={useFormular(null)} aktion={aktion}>
        <Knopf art="sekundaer" klein name="mit" value={id} aria-label={`${knopf}: ${faelle[0] ?? 'ohne Fall'}`}>{knopf}</Knopf>
      </Formular>
    </li>
  );
}
