import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { formatDatum } from '@kim/core/zeit.ts';
import { HAUSHALTSROLLE } from '@kim/domain/haushalte/labels.ts';
import { listPersonen } from '@kim/domain/ratsuchende/data.server.ts';
import type { Person } from '@kim/domain/ratsuchende/data.server.ts';
import { ROLLE_IM_FALL } from '@kim/domain/ratsuchende/labels.ts';
import { vollerName } from '@kim/domain/ratsuchende/rules.ts';
import { Karte } from '@kim/ui/anzeige/Karte.tsx';
import { Name } from '@kim/ui/anzeige/Name.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Sprungmarke } from '@kim/ui/seite/Sprungmarke.tsx';
import { BekanntePerson, beschreibe, Zugehoerigkeitsfelder } from '../components/BekanntePerson.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Gleichnamige } from '../components/Gleichnamige.tsx';
import { Personenfelder } from '../components/Personenfelder.tsx';
import { Personenangaben } from '../components/Personenangaben.tsx';
import { nummerAus } from '../http/antwort.server.ts';
import { fuehreAufnahmeAus } from '../http/aufnahme.server.ts';
import { leseFormular } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => {
  const personen = await listPersonen(akteur, nummerAus(params));
  if (personen.length === 0) throw nichtGefunden();
  return { personen };
});

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const { werte, formularId } = await leseFormular(request);
  return fuehreAufnahmeAus({ akteur, nr: nummerAus(params), werte, formularId });
});

/** Role, household, and until when; what is over says so. */
function nenneZugehoerigkeit({ rolle, haushaltsrolle, ausgezogenAm, ausgeschiedenAm }: Person): string {
  return [
    ausgeschiedenAm && `ausgeschieden am ${formatDatum(ausgeschiedenAm)}`,
    ROLLE_IM_FALL[rolle as keyof typeof ROLLE_IM_FALL],
    haushaltsrolle && `Haushalt: ${HAUSHALTSROLLE[haushaltsrolle]}${ausgezogenAm ? ` bis ${formatDatum(ausgezogenAm)}` : ''}`,
  ].filter(Boolean).join(' · ');
}

export default function Personen() {
  const { personen } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const antwort = useActionData<typeof action>();
  const formular = useFormular(antwort, { rolle: 'familie' }, 'neue');
  const gleichnamige = antwort && 'gleichnamige' in antwort ? antwort.gleichnamige : null;
  const gesucht = gleichnamige ? { q: formular.feld('nachname').wert, treffer: gleichnamige } : antwort && 'gesucht' in antwort ? antwort.gesucht : null;
  return (
    <>
      <Abschnitt titel="Personen im Fall">
        <Raster>
          {personen.map((eine) => (
            <Karte
              key={eine.id}
              vorzeile={nenneZugehoerigkeit(eine)}
              titel={<Name voll={vollerName(eine)} />}
              fuss={
                <>
                  <Knopf art="sekundaer" klein href={pfade.fallPerson(nr, eine.id)}>Angaben bearbeiten</Knopf>
                  <Knopf art="sekundaer" klein href={pfade.fallStatus(nr, eine.id)}>Aufenthalt und Leistungen</Knopf>
                </>
              }
            >
              <Personenangaben person={eine} />
            </Karte>
          ))}
        </Raster>
      </Abschnitt>
      <Abschnitt titel="Weitere Person aufnehmen">
        <BekanntePerson gesucht={gesucht} antwort={antwort} key={`${gesucht?.q} ${personen.length}`} />
      </Abschnitt>
      <Abschnitt titel="Neue Person erfassen">
        <Formular formular={formular} aktion="neue" key={personen.length}>
          <Zugehoerigkeitsfelder formular={formular} idZusatz="neue" />
          <Personenfelder formular={formular} />
          {gleichnamige && (
            <Gleichnamige formular={formular}>
              <ul className="kim-liste">{gleichnamige.map((treffer) => <li key={treffer.personId}><Name voll={treffer.name} /> · {beschreibe(treffer)}</li>)}</ul>
              <p><Sprungmarke ziel="feld-person">Die erfasste Person oben aufnehmen</Sprungmarke></p>
            </Gleichnamige>
          )}
          <Knopf>Person aufnehmen</Knopf>
        </Formular>
      </Abschnitt>
    </>
  );
}
