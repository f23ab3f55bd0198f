import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { z } from 'zod';
import { HAUSHALTSROLLE } from '@kim/domain/haushalte/labels.ts';
import { haushaltsrolle, HAUSHALTSROLLEN } from '@kim/domain/haushalte/schema.ts';
import { listPersonen } from '@kim/domain/ratsuchende/data.server.ts';
import { ROLLE_IM_FALL } from '@kim/domain/ratsuchende/labels.ts';
import { fuegePersonHinzu } from '@kim/domain/ratsuchende/mutations.server.ts';
import { vollerName } from '@kim/domain/ratsuchende/rules.ts';
import { person } from '@kim/domain/ratsuchende/schema.ts';
import { Karte } from '@kim/ui/anzeige/Karte.tsx';
import { Name } from '@kim/ui/anzeige/Name.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Personenfelder } from '../components/Personenfelder.tsx';
import { Personenangaben } from '../components/Personenangaben.tsx';
import { nummerAus } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => {
  const personen = await listPersonen(akteur, nummerAus(params));
  if (personen.length === 0) throw nichtGefunden();
  return { personen };
});

const eingabe = person.extend({ haushalt: haushaltsrolle, rolle: z.enum(['familie', 'weitere'], 'Bitte wählen Sie, wie die Person zum Fall gehört.') });

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId } = await leseFormular(request);
  const gelesen = pruefe(eingabe, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await fuegePersonHinzu(akteur, nr, gelesen.eingabe, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.fallPersonen(nr));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Prüfen Sie die Liste der Personen.' }, 409);
});

export default function Personen() {
  const { personen } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const formular = useFormular(useActionData<typeof action>(), { rolle: 'familie' });
  return (
    <>
      <Abschnitt titel="Personen im Fall">
        <Raster>
          {personen.map((eine) => (
            <Karte
              key={eine.id}
              vorzeile={[ROLLE_IM_FALL[eine.rolle as keyof typeof ROLLE_IM_FALL], eine.haushaltsrolle && `Haushalt: ${HAUSHALTSROLLE[eine.haushaltsrolle]}`].filter(Boolean).join(' · ')}
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
        <Formular formular={formular} key={personen.length}>
          <Optionsgruppe {...formular.feld('rolle')} beschriftung="Wie gehört sie zum Fall?" waagerecht optionen={[{ wert: 'familie', text: ROLLE_IM_FALL.familie }, { wert: 'weitere', text: ROLLE_IM_FALL.weitere }]} />
          <Auswahl
            {...formular.feld('haushalt')}
            beschriftung="Lebt im Haushalt der Hauptperson als"
            leer="lebt nicht im selben Haushalt"
            optionen={HAUSHALTSROLLEN.map((wert) => ({ wert, text: HAUSHALTSROLLE[wert] ?? wert }))}
          />
          <Personenfelder formular={formular} />
          <Knopf>Person aufnehmen</Knopf>
        </Formular>
      </Abschnitt>
    </>
  );
}
