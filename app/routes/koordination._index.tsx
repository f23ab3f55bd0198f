import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { nenneZeitraum, RUNDUNGSHINWEIS } from '@kim/auswertung/blatt.ts';
import type { Blatt } from '@kim/auswertung/blatt.ts';
import { leseLagebild } from '@kim/auswertung/lagebild.ts';
import { formatZahl } from '@kim/core/zahl.ts';
import { formatDatum } from '@kim/core/zeit.ts';
import { leseKreis, TRAEGERART } from '@kim/kreis/verzeichnis.ts';
import { Aufklapper } from '@kim/ui/anzeige/Aufklapper.tsx';
import { Kennzahl } from '@kim/ui/anzeige/Kennzahl.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { Blattansicht, zeitangabe } from '../components/Blattansicht.tsx';
import { Schaubild } from '../components/Schaubild.tsx';
import { fuerKoordination } from '../http/geschuetzt.server.ts';
import { stichtagAus } from '../http/stichtag.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Lagebild · KIM Case Management' }];

export const loader = fuerKoordination(async ({ akteur, url }) => {
  const [kreis, lage] = await Promise.all([leseKreis(akteur), leseLagebild(akteur, stichtagAus(url), stichtagAus(url, 'vergleich'))]);
  return { kreis, lage };
});

export default function Lagebild() {
  const { kreis, lage } = useLoaderData<typeof loader>();
  return (
    <>
      <Seitenkopf titel={kreis.name} vorzeile="Lagebild" unterzeile={lage && `Stand ${nenneZeitraum(lage.stichtag, 'monat')}, Stichtag ${formatDatum(lage.stichtag)}`} />
      {lage ? <Lage lage={lage} /> : (
        <LeererZustand titel="Noch keine Zahlen">
          Hier steht das Lagebild des Kreises. Es erscheint mit der ersten Veröffentlichung; bis dahin verlässt keine Zahl die Träger.
        </LeererZustand>
      )}
      <Begriff name="Veröffentlichung" />
      <Aufklapper titel={`Träger (${kreis.traeger.length}) und Kommunen (${kreis.kommunen.length})`}>
        <ul className="kim-liste">{kreis.traeger.map(({ id, name, kennung, art }) => <li key={id}>{name} <span className="kim-leise">({kennung}, {TRAEGERART[art]})</span></li>)}</ul>
        <ul className="kim-liste">{kreis.kommunen.map(({ id, name, ags }) => <li key={id}>{name} <span className="kim-leise">(Gemeindeschlüssel {ags})</span></li>)}</ul>
      </Aufklapper>
    </>
  );
}

const VORZEICHEN: Readonly<Record<number, string>> = { [-1]: '−', 0: '±', 1: '+' };

type Lagedaten = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['lage']>;

function Lage({ lage }: { lage: Lagedaten }) {
  const { stichtag, kennzahlen, abschnitte } = lage;
  return (
    <>
      <Zeitwahl lage={lage} />
      <Raster spalten="schmal">
        {kennzahlen.map(({ titel, wert, einheit, veraenderung, gegen, zusatz }) => (
          <Kennzahl key={titel} wert={`${formatZahl(wert)}${einheit}`} beschriftung={titel} zusatz={[veraenderung !== null && `${VORZEICHEN[Math.sign(veraenderung)] ?? ''}${formatZahl(Math.abs(veraenderung))}${einheit && ' Punkte'} gegenüber ${gegen}`, zusatz].filter(Boolean).join('. ')} />
        ))}
      </Raster>
      <p className="kim-leise">{RUNDUNGSHINWEIS}</p>
      <Abschnitt titel="Verlauf">
        <Schaubild src={pfade.koordinationBild('verlauf', 'bestand_klasse', stichtag)} alt="Laufende Fälle nach Klasse über die letzten Stichtage; die Werte stehen in der Tabelle „Laufende Fälle nach Klasse“ jedes Monats." />
      </Abschnitt>
      {abschnitte.map(({ titel, frage, bild, blatt }) => <Blattabschnitt key={blatt.tabelle} titel={titel} frage={frage} bild={bild} blatt={blatt} />)}
    </>
  );
}

/** Which month, set against which: links among what has been released. */
function Zeitwahl({ lage: { stichtag, monate, vergleich, vergleiche } }: { lage: Lagedaten }) {
  return (
    <Aufklapper titel="Anderer Monat, anderer Vergleich">
      <p>Vergleichen mit</p>
      <ul className="kim-liste kim-liste--zeile">
        {vergleiche.map(({ titel, tag }) => <li key={titel}>{tag === vergleich ? <strong>{titel}</strong> : <Link className="kern-link" href={pfade.koordination({ stichtag, vergleich: tag })}>{titel}</Link>}</li>)}
        {vergleiche.length === 0 && <li>Noch gibt es keinen früheren Stichtag.</li>}
      </ul>
      <p>Stand</p>
      <ul className="kim-liste kim-liste--zeile">
        {monate.map((tag) => <li key={tag}>{tag === stichtag ? <strong>{nenneZeitraum(tag, 'monat')}</strong> : <Link className="kern-link" href={pfade.koordination({ stichtag: tag })}>{nenneZeitraum(tag, 'monat')}</Link>}</li>)}
      </ul>
    </Aufklapper>
  );
}

/** A table of many columns gets the whole width. */
const Nebeneinander = ({ schmal, children }: { schmal: boolean; children: ReactNode }) => (schmal ? <Raster spalten="breit">{children}</Raster> : <>{children}</>);

function Blattabschnitt({ titel, frage, bild, blatt }: { titel: string; frage: string; bild: string; blatt: Blatt }) {
  return (
    <Abschnitt titel={titel} aktionen={<Link className="kern-link" href={pfade.koordinationTabelle(blatt.tabelle, { stichtag: blatt.stichtag })}>Tabelle und Definition</Link>}>
      <p className="kim-leise">{frage} {blatt.mass}, {zeitangabe(blatt)}.</p>
      <Nebeneinander schmal={blatt.spalten.length === 1}>
        <Schaubild src={pfade.koordinationBild(bild, blatt.tabelle, blatt.stichtag)} alt={`Schaubild: ${blatt.titel}. Die Werte stehen in der Tabelle dabei.`} />
        <div><Blattansicht blatt={blatt} verborgen /></div>
      </Nebeneinander>
    </Abschnitt>
  );
}
