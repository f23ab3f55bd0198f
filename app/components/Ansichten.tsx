import { Form } from '@remix-run/react';
import type { GespeicherteAnsicht } from '@kim/domain/arbeitsvorrat/data.server.ts';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { pfade } from '../paths.ts';
import { Formular, useFormular } from './Formular.tsx';

interface AnsichtenProps {
  ansichten: readonly GespeicherteAnsicht[];
  /** What the list shows now. */
  auswahl: Readonly<Record<string, string>>;
  antwort: unknown;
}

/** Lists that somebody kept, and the way to keep this one; a list without a filter needs no name. */
export function Ansichten({ ansichten, auswahl, antwort }: AnsichtenProps) {
  const formular = useFormular(antwort, {}, 'ansicht');
  const gefiltert = Object.keys(auswahl).length > 1;
  return (
    <>
      {ansichten.length > 0 && (
        <ul className="kim-liste" aria-label="Gespeicherte Ansichten">
          {ansichten.map(({ id, name, auswahl: gemerkt }) => (
            <li key={id}>
              <Form method="post" action={pfade.fallSuche()} className="kim-reihe">
                <Link href={pfade.faelle(gemerkt)}>{name}</Link>
                <input type="hidden" name="id" value={id} />
                <Knopf art="tertiaer" klein name="aktion" value="vergessen" aria-label={`Ansicht ${name} löschen`}>Löschen</Knopf>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {gefiltert && (
        <Formular formular={formular} aktion="ansicht">
          <input type="hidden" name="auswahl" value={new URLSearchParams(auswahl).toString()} />
          <Textfeld {...formular.feld('name')} beschriftung="Diese Auswahl merken als" breite="mittel" autoComplete="off" />
          <Knopf art="tertiaer" klein>Ansicht merken</Knopf>
        </Formular>
      )}
    </>
  );
}
