import { Form } from '@remix-run/react';
import { HAUSHALTSROLLE } from '@kim/domain/haushalte/labels.ts';
import { HAUSHALTSROLLEN } from '@kim/domain/haushalte/schema.ts';
import { ROLLE_IM_FALL } from '@kim/domain/ratsuchende/labels.ts';
import type { Treffer } from '@kim/domain/suche/data.server.ts';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Suchfeld } from '@kim/ui/formular/Suchfeld.tsx';
import { Formular, useFormular } from './Formular.tsx';

/** Search before create: somebody who is recorded already is taken from the list (D2). */
export function BekanntePerson({ gesucht, antwort }: { gesucht: { q: string; treffer: readonly Treffer[] } | null; antwort: unknown }) {
  const formular = useFormular(antwort, { rolle: 'familie' }, 'bekannte');
  return (
    <>
      <Form method="post" role="search">
        <input type="hidden" name="aktion" value="suche" />
        <Suchfeld name="q" wert={gesucht?.q} beschriftung="Ist die Person schon erfasst?" hinweis="Gesucht wird nach Namensanfängen bei allen Personen Ihres Trägers." />
      </Form>
      {gesucht?.treffer.length === 0 && <p role="status">Niemand gefunden. Sie können die Person unten neu erfassen.</p>}
      {gesucht && gesucht.treffer.length > 0 && (
        <Formular formular={formular} aktion="bekannte">
          <Optionsgruppe {...formular.feld('person')} beschriftung="Gefunden" optionen={gesucht.treffer.map((treffer) => ({ wert: treffer.personId, text: treffer.name, hinweis: beschreibe(treffer) }))} erforderlich />
          <Zugehoerigkeitsfelder formular={formular} idZusatz="bekannte" />
          <input type="hidden" name="q" value={gesucht.q} />
          <Knopf>Diese Person aufnehmen</Knopf>
        </Formular>
      )}
    </>
  );
}

export function beschreibe({ geburtsjahr, faelle, kollegen }: Treffer): string {
  const nummern = [...faelle.map(({ fallnummer }) => fallnummer), ...kollegen.map(({ fallnummer, fachkraft }) => `${fallnummer} bei ${fachkraft}`)];
  return [geburtsjahr && `geboren ${geburtsjahr}`, nummern.join(', ') || 'kein Fall'].filter(Boolean).join(' · ');
}

/** How somebody belongs to the case, and whether she lives with its main person. */
export function Zugehoerigkeitsfelder({ formular, idZusatz }: { formular: ReturnType<typeof useFormular>; idZusatz: string }) {
  const rollen = (['familie', 'weitere'] as const).map((wert) => ({ wert, text: ROLLE_IM_FALL[wert] }));
  return (
    <>
      <Optionsgruppe {...formular.feld('rolle')} id={`feld-rolle-${idZusatz}`} beschriftung="Wie gehört sie zum Fall?" waagerecht optionen={rollen} />
      <Auswahl
        {...formular.feld('haushalt')}
        id={`feld-haushalt-${idZusatz}`}
        beschriftung="Lebt im Haushalt der Hauptperson als"
        leer="lebt nicht im selben Haushalt"
        optionen={HAUSHALTSROLLEN.map((wert) => ({ wert, text: HAUSHALTSROLLE[wert] ?? wert }))}
      />
    </>
  );
}
