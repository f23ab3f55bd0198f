import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { nenneZeitraum, RUNDUNGSHINWEIS } from '@kim/auswertung/blatt.ts';
import { FORMATE } from '@kim/auswertung/formate.ts';
import { leseBlatt } from '@kim/auswertung/lesen.ts';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Blattansicht, zeitangabe } from '../components/Blattansicht.tsx';
import { Schaubild } from '../components/Schaubild.tsx';
import { oder404 } from '../http/antwort.server.ts';
import { fuerKoordination } from '../http/geschuetzt.server.ts';
import { stichtagAus } from '../http/stichtag.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Tabelle · KIM Case Management' }];

export const loader = fuerKoordination(async ({ akteur, params, url }) => oder404(await leseBlatt(akteur, params['tabelle'] ?? '', stichtagAus(url))));

export default function Tabellenseite() {
  const blatt = useLoaderData<typeof loader>();
  return (
    <>
      <Seitenkopf vorzeile={<Link className="kern-link" href={pfade.koordinationTabellen()}>Tabellen</Link>} titel={blatt.titel} unterzeile={`${blatt.mass}, ${zeitangabe(blatt)}`} />
      <Blattansicht blatt={blatt} />
      <p className="kim-leise">{RUNDUNGSHINWEIS}</p>
      <Abschnitt titel="Schaubild">
        <Schaubild src={pfade.koordinationBild('balken', blatt.tabelle, blatt.stichtag)} alt={`Balken zur Tabelle „${blatt.titel}“; die Werte stehen in der Tabelle darüber.`} />
      </Abschnitt>
      <Abschnitt titel="Was gezählt wird">
        <ul className="kim-liste">{blatt.definitionen.map((eine) => <li key={eine}>{eine}</li>)}</ul>
      </Abschnitt>
      <Abschnitt titel="Herunterladen">
        <p>Nur Werte, immer alle Zeilen, mit einem Blatt „Angaben“. Die JSON-Adresse bleibt gleich; ohne Stichtag liefert sie den neuesten.</p>
        <ul className="kim-liste">
          {Object.entries(FORMATE).map(([format, { titel }]) => (
            <li key={format}><a className="kern-link" download href={pfade.koordinationTabellendatei(blatt.tabelle, format, blatt.stichtag)}>{titel}</a></li>
          ))}
        </ul>
      </Abschnitt>
      <Abschnitt titel="Andere Stichtage">
        <ul className="kim-liste kim-liste--zeile">
          {blatt.stichtage.map((tag) => (
            <li key={tag}>{tag === blatt.stichtag ? <strong>{nenneZeitraum(tag, 'monat')}</strong> : <Link className="kern-link" href={pfade.koordinationTabelle(blatt.tabelle, { stichtag: tag })}>{nenneZeitraum(tag, 'monat')}</Link>}</li>
          ))}
        </ul>
      </Abschnitt>
    </>
  );
}
