import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { z } from 'zod';
import { formatDatum } from '@kim/core/zeit.ts';
import { EINWILLIGUNGSFORM } from '@kim/domain/einwilligungen/labels.ts';
import { getServiceplanung } from '@kim/domain/serviceplanung/data.server.ts';
import type { Arbeitsziel } from '@kim/domain/serviceplanung/data.server.ts';
import { PLANMANGEL, PRIORITAET, ZIELSTAND } from '@kim/domain/serviceplanung/labels.ts';
import { hakeMassnahmeAb } from '@kim/domain/serviceplanung/mutations.server.ts';
import { selbstAnteil } from '@kim/domain/serviceplanung/rules.ts';
import { Aufklapper } from '@kim/ui/anzeige/Aufklapper.tsx';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Planaenderungen } from '../components/Planaenderungen.tsx';
import { Teilzielkarte } from '../components/Teilzielkarte.tsx';
import { kuerze } from '../components/Zielfelder.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { PLANUNGSGRUND } from '../http/planung.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => oder404(await getServiceplanung(akteur, nummerAus(params))));

const eingabe = z.object({ aktion: z.uuid(), version: z.coerce.number().int().positive(), stand: z.enum(['offen', 'erledigt']) });

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte } = await leseFormular(request);
  const gelesen = pruefe(eingabe, werte);
  if (!gelesen.ok) throw nichtGefunden();
  const { aktion: id, version, stand } = gelesen.eingabe;
  const ergebnis = await hakeMassnahmeAb(akteur, nr, id, version, stand);
  if (ergebnis.ok) throw redirect(pfade.fallServiceplan(nr));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return abgelehnt(werte, { '': PLANUNGSGRUND[ergebnis.grund] }, 409);
});

type Lage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Serviceplanung() {
  const lage = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const { nr = '' } = useParams();
  const { ziele, personen, nurLesen, mitbringen } = lage;
  const kannPlanen = !nurLesen && lage.klasse === 'case_management';
  const wessen = (personId: string | null) => (personen.length < 2 ? '' : (personen.find(({ id }) => id === personId)?.name ?? 'ganzer Haushalt'));
  const leitziele = ziele.filter(({ oberzielId }) => oberzielId === null);
  const teilziele = (leitziel: Arbeitsziel) => ziele.filter(({ oberzielId }) => oberzielId === leitziel.id);
  return (
    <>
      <Planstand nr={nr} lage={lage} kannPlanen={kannPlanen} />
      {(mitbringen.staerken || mitbringen.wuensche) && (
        <Aufklapper titel="Was die Person mitbringt und will" offen={ziele.length === 0}>
          {mitbringen.staerken && <><p><strong>Stärken</strong></p><Freitext>{mitbringen.staerken}</Freitext></>}
          {mitbringen.wuensche && <><p><strong>Wünsche</strong></p><Freitext>{mitbringen.wuensche}</Freitext></>}
        </Aufklapper>
      )}
      {leitziele.map((leitziel) => (
        <Abschnitt
          key={leitziel.id} titel={<bdi>{leitziel.text}</bdi>}
          aktionen={kannPlanen && <><Knopf art="sekundaer" href={pfade.fallZielNeu(nr, { oberziel: leitziel.id })}>Teilziel aufnehmen</Knopf><Knopf art="tertiaer" href={pfade.fallZiel(nr, leitziel.id)}>Leitziel bearbeiten</Knopf></>}
        >
          <p className="kim-leise">{['Leitziel', ZIELSTAND[leitziel.stand], `Priorität ${PRIORITAET[leitziel.prioritaet]}`, wessen(leitziel.personId)].filter(Boolean).join(' · ')}</p>
          {teilziele(leitziel).filter(({ stand }) => stand !== 'aufgegeben').map((ziel) => <Teilzielkarte key={ziel.id} nr={nr} ziel={ziel} wessen={wessen(ziel.personId)} antwort={antwort} nurLesen={!kannPlanen} />)}
          {teilziele(leitziel).some(({ stand }) => stand === 'aufgegeben') && (
            <Aufklapper titel="Aufgegebene Teilziele">
              <ul>{teilziele(leitziel).filter(({ stand }) => stand === 'aufgegeben').map(({ id, text }) => <li key={id}><Link href={pfade.fallZiel(nr, id)}><bdi>{text}</bdi></Link></li>)}</ul>
            </Aufklapper>
          )}
        </Abschnitt>
      ))}
      <Fassungen nr={nr} lage={lage} />
    </>
  );
}

/** Draft or agreed, what is missing, and what to do about it. */
function Planstand({ nr, lage, kannPlanen }: { nr: string; lage: Lage; kannPlanen: boolean }) {
  const { fassungen, maengel, aenderungen, plan, klasse, personen } = lage;
  const neueste = fassungen[0];
  const selbst = selbstAnteil(plan);
  const vereinbart = neueste && aenderungen?.length === 0;
  return (
    <Abschnitt titel="Serviceplan">
      {klasse !== 'case_management' && <LeererZustand titel="Kein Case Management">Ziele und Maßnahmen werden im Case Management vereinbart. Darüber entscheiden Sie in der Klärung.</LeererZustand>}
      {vereinbart && <Meldung art="erfolg" titel={`Fassung ${neueste.fassung} ist vereinbart, seit ${formatDatum(neueste.vereinbartAm)}`} />}
      {neueste && !vereinbart && <Meldung art="info" titel={`Der Plan ist seit Fassung ${neueste.fassung} geändert und noch nicht neu vereinbart`}><Planaenderungen aenderungen={aenderungen ?? []} personen={personen} /></Meldung>}
      {!neueste && plan.length > 0 && <Meldung art="info" titel="Der Plan ist ein Entwurf"><p>Er gilt, wenn die Person ihn vereinbart hat.</p></Meldung>}
      {plan.length === 0 && klasse === 'case_management' && <LeererZustand titel="Noch kein Ziel">Fragen Sie zuerst, was die Person erreichen will; daraus wird ein Leitziel. Teilziele und Schritte folgen.</LeererZustand>}
      {plan.length > 0 && maengel.length > 0 && kannPlanen && (
        <Meldung art="warnung" titel="Vor der Vereinbarung fehlt noch etwas">
          <ul>
            {maengel.map(({ mangel, zielId, text }) => (
              <li key={`${mangel}-${zielId}`}>{zielId ? <Link href={pfade.fallZiel(nr, zielId)}><bdi>{kuerze(text)}</bdi></Link> : null}{zielId && ': '}{PLANMANGEL[mangel]}</li>
            ))}
          </ul>
        </Meldung>
      )}
      {selbst !== null && <p>{selbst} % der Schritte geht die Person selbst.</p>}
      <Knopfreihe>
        {kannPlanen && <Knopf art={plan.length === 0 ? 'primaer' : 'sekundaer'} href={pfade.fallZielNeu(nr)} symbol="add">Leitziel aufnehmen</Knopf>}
        {kannPlanen && plan.length > 0 && !vereinbart && maengel.length === 0 && <Knopf href={pfade.fallVereinbarung(nr)}>Plan vereinbaren</Knopf>}
        {plan.length > 0 && <Knopf art="sekundaer" href={pfade.fallPlandruck(nr)}>Zum Mitgeben drucken</Knopf>}
      </Knopfreihe>
    </Abschnitt>
  );
}

function Fassungen({ nr, lage: { fassungen } }: { nr: string; lage: Lage }) {
  if (fassungen.length === 0) return null;
  return (
    <Abschnitt titel="Vereinbarte Fassungen">
      <Tabelle
        beschriftung="Vereinbarte Fassungen" beschriftungVerborgen zeilen={fassungen} schluessel={({ id }) => id}
        spalten={[
          { schluessel: 'fassung', titel: 'Fassung', kopf: true, zelle: ({ id, fassung }) => <Link href={pfade.fallPlanfassung(nr, id)}>Fassung {fassung}</Link> },
          { schluessel: 'am', titel: 'Vereinbart am', zelle: ({ vereinbartAm }) => formatDatum(vereinbartAm) },
          { schluessel: 'form', titel: 'Form', zelle: ({ form }) => EINWILLIGUNGSFORM[form] },
          { schluessel: 'von', titel: 'Erfasst von', zelle: ({ erfasstVon }) => erfasstVon },
        ]}
      />
    </Abschnitt>
  );
}
