import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { getServiceplanung } from '@kim/domain/serviceplanung/data.server.ts';
import { erfasseZiel } from '@kim/domain/serviceplanung/mutations.server.ts';
import { ziel } from '@kim/domain/serviceplanung/schema.ts';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Zielfelder } from '../components/Zielfelder.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { PLANUNGSGRUND, VERWEIS } from '../http/planung.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params, url }) => {
  const { ziele, personen, bedarfe } = oder404(await getServiceplanung(akteur, nummerAus(params)));
  const leitziele = ziele.filter(({ oberzielId, stand }) => oberzielId === null && stand === 'offen').map(({ id, text, personId, bedarfId }) => ({ id, text, personId, bedarfId }));
  return { leitziele, personen, bedarfe, oberziel: url.searchParams.get('oberziel') ?? '', bedarf: url.searchParams.get('bedarf') ?? '' };
});

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId } = await leseFormular(request);
  const gelesen = pruefe(ziel, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await erfasseZiel(akteur, nr, gelesen.eingabe, { formularId, inhalt: werte });
  // A Teilziel goes on with its steps, a Leitziel with its Teilziele.
  if (ergebnis.ok) throw redirect(gelesen.eingabe.oberziel ? pfade.fallZiel(nr, ergebnis.wert.ergebnis) : pfade.fallServiceplan(nr));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  if (ergebnis.grund === 'verweis') return abgelehnt(werte, { [ergebnis.feld]: VERWEIS[ergebnis.feld] });
  return abgelehnt(werte, { '': PLANUNGSGRUND[ergebnis.grund] }, 409);
});

export default function NeuesZiel() {
  const { leitziele, personen, bedarfe, oberziel, bedarf } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const leitziel = leitziele.find(({ id }) => id === oberziel);
  const formular = useFormular(useActionData<typeof action>(), {
    oberziel, prioritaet: 'mittel', bedarf: bedarf || leitziel?.bedarfId || '', person: (leitziel ? leitziel.personId : personen.find(({ hauptperson }) => hauptperson)?.id) ?? '',
  });
  return (
    <Abschnitt titel={leitziel ? 'Teilziel aufnehmen' : 'Leitziel aufnehmen'}>
      {leitziel && <p>Zum Leitziel: <bdi>{leitziel.text}</bdi></p>}
      <Formular formular={formular}>
        <Zielfelder formular={formular} leitziele={leitziele} personen={personen} bedarfe={bedarfe} />
        <Knopfreihe>
          <Knopf>Ziel speichern</Knopf>
          <Knopf art="sekundaer" href={pfade.fallServiceplan(nr)}>Abbrechen</Knopf>
        </Knopfreihe>
      </Formular>
    </Abschnitt>
  );
}
