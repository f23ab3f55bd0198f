import type { MetaFunction } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { formatDatum } from '@kim/core/zeit.ts';
import { getFall } from '@kim/domain/faelle/data.server.ts';
import { KLASSE } from '@kim/domain/faelle/labels.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Name } from '@kim/ui/anzeige/Name.tsx';
import { Brotkrumen } from '@kim/ui/seite/Brotkrumen.tsx';
import { Reiter } from '@kim/ui/seite/Reiter.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Aufbewahrung } from '../components/Aufbewahrung.tsx';
import { Fallphasen } from '../components/Fallphasen.tsx';
import { ohneSelbstspeichern } from '../components/Selbstspeicher.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

/** Title and history show the Fallnummer, never a name. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.fall.fallnummer ?? 'Fall'} · KIM Case Management` }];

/** Head of every page of a case. Each page below has its own loader and checks for itself. */
export const loader = fuerFachkraft(async ({ akteur, params }) => {
  const fall = oder404(await getFall(akteur, nummerAus(params)));
  return { fall, ich: akteur.nutzerId };
});

export const shouldRevalidate = ohneSelbstspeichern;

export default function Fall() {
  const { fall } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const nr = fall.fallnummer;
  const seiten = [
    { href: pfade.fall(nr), text: 'Überblick' },
    ...(fall.phase ? [] : [{ href: pfade.fallKlaerung(nr), text: 'Klärung' }]),
    { href: pfade.fallVerlauf(nr), text: 'Verlauf' },
    { href: pfade.fallSchritte(nr), text: 'Nächste Schritte' },
    { href: pfade.fallBedarfe(nr), text: 'Bedarfe' },
    ...(fall.phase ? [{ href: pfade.fallInstrumente(nr), text: 'Instrumente' }] : []),
    { href: pfade.fallGrenzaufgaben(nr), text: 'Grenzen' },
    { href: pfade.fallPersonen(nr), text: 'Personen' },
    { href: pfade.fallEinwilligungen(nr), text: 'Einwilligungen' },
    { href: pfade.fallDokumente(nr), text: 'Dokumente' },
    { href: pfade.fallSchutzbereich(nr), text: 'Geschützt' },
    { href: pfade.fallZustaendigkeit(nr), text: 'Zuständigkeit' },
    { href: pfade.fallProtokoll(nr), text: 'Protokoll' },
  ];
  return (
    <>
      <Brotkrumen eintraege={[{ text: 'Fälle', href: pfade.faelle() }, { text: nr }]} />
      <Seitenkopf
        vorzeile={nr}
        titel={<Name voll={fall.name} />}
        unterzeile={
          <>
            <Abzeichen art={fall.klasse === 'case_management' ? 'info' : 'neutral'}>{KLASSE[fall.klasse]}</Abzeichen>{fall.beendetAm && <> <Abzeichen art="warnung">beendet am {formatDatum(fall.beendetAm)}</Abzeichen></>} {fall.kommune} · seit {formatDatum(fall.eroeffnetAm)} ·{' '}
            {fall.fachkraft}
          </>
        }
      />
      <Fallphasen fall={fall} />
      <Reiter
        beschriftung="Seiten des Falls"
        eintraege={seiten.map((seite) => ({ ...seite, aktiv: pathname === seite.href || (seite.href !== pfade.fall(nr) && pathname.startsWith(`${seite.href}/`)) }))}
      />
      {fall.gestopptAm && (
        <Meldung art="warnung" titel={`Seit dem ${formatDatum(fall.gestopptAm)} darf hier nichts mehr erfasst werden`}>
          <p>Die Einwilligung in die Datenerfassung wurde widerrufen. Der Fall kann gelesen, gedruckt und beendet werden. Mit einer neuen Datenschutzvereinbarung geht es weiter.</p>
          <p><Aufbewahrung klasse={fall.klasse} lage={fall} /></p>
        </Meldung>
      )}
      <Outlet />
    </>
  );
}
