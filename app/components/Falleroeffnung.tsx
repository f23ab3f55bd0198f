import { KERNKRITERIEN, ZUGAENGE } from '@kim/kreis/zugaenge.ts';
import type { Treffer } from '@kim/domain/suche/data.server.ts';
import { Name } from '@kim/ui/anzeige/Name.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { alsOptionen } from './Anfragefelder.tsx';
import { Formular } from './Formular.tsx';
import type { useFormular } from './Formular.tsx';
import { Gleichnamige } from './Gleichnamige.tsx';
import { Personenfelder } from './Personenfelder.tsx';
import { Trefferliste } from './Trefferliste.tsx';

interface FalleroeffnungProps {
  formular: ReturnType<typeof useFormular>;
  kommunen: readonly { id: string; name: string }[];
  /** Somebody who is recorded already; else she is recorded here. */
  bekannt: { id: string; name: string } | null;
  /** Who is recorded under the name that was sent. */
  gleichnamige?: readonly Treffer[] | undefined;
}

/** The person, where she is new, and what a case begins with. */
export function Falleroeffnung({ formular, kommunen, bekannt, gleichnamige }: FalleroeffnungProps) {
  return (
    <Abschnitt titel={bekannt ? <>Fall eröffnen für <Name voll={bekannt.name} /></> : '2. Person erfassen und Fall eröffnen'}>
      <Formular formular={formular}>
        {bekannt ? <input type="hidden" name="person" value={bekannt.id} /> : <Personenfelder formular={formular} />}
        <Auswahl {...formular.feld('kommune')} beschriftung="Kommune" leer={kommunen.length > 1 ? 'Bitte wählen' : undefined} optionen={kommunen.map(({ id, name }) => ({ wert: id, text: name }))} erforderlich />
        <Raster>
          <Datumsfeld {...formular.feld('eroeffnetAm')} beschriftung="Eröffnet am" erforderlich />
          <Auswahl {...formular.feld('zugang')} beschriftung="Zugang" optionen={alsOptionen(ZUGAENGE)} erforderlich />
          <Auswahl {...formular.feld('kernkriterium')} beschriftung="Kernkriterium" leer="noch nicht bekannt" optionen={alsOptionen(KERNKRITERIEN)} />
        </Raster>
        <Textbereich {...formular.feld('anliegen')} beschriftung="Anliegen in den Worten der Person" />
        {gleichnamige && <Gleichnamige formular={formular}><Trefferliste treffer={gleichnamige} /></Gleichnamige>}
        <Knopf>Fall eröffnen</Knopf>
      </Formular>
    </Abschnitt>
  );
}
