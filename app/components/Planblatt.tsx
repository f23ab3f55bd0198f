import type { ReactNode } from 'react';
import { formatDatum } from '@kim/core/zeit.ts';
import type { Leitziel, Serviceplan, Teilziel } from '@kim/domain/serviceplanung/rules.ts';
import { HANDELNDE } from '@kim/domain/serviceplanung/schema.ts';
import type { Handelnde } from '@kim/domain/serviceplanung/schema.ts';
import { rahmentexteIn } from '@kim/kreis/dokumentsprachen.ts';
import type { Rahmentexte } from '@kim/kreis/dokumentsprachen.ts';
import { plantexteIn } from '@kim/kreis/plantexte.ts';
import type { Plantexte } from '@kim/kreis/plantexte.ts';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { Linie, Zweisprachig } from './Zweisprachig.tsx';

interface PlanblattProps {
  plan: Serviceplan;
  traeger: string;
  person: string;
  /** ISO 639-3 of the client's language; null for German alone. */
  sprache: string | null;
  /** „Ort, Datum“ of the agreement; lines to write on while there is none. */
  vereinbart: { ort: string; am: string; vertreten: string } | null;
  personen: readonly { id: string; name: string }[];
}

const SPALTE: Record<Handelnde, 'ich' | 'andere' | 'fachkraft'> = { ratsuchende: 'ich', dritte: 'andere', fachkraft: 'fachkraft' };

/** The Serviceplan to take home on A4: three columns for who acts, German beside the client's language (U12). */
export function Planblatt({ plan, traeger, person, sprache, vereinbart, personen }: PlanblattProps) {
  const fremd = sprache === 'deu' ? null : rahmentexteIn(sprache);
  const fremderPlan = fremd && plantexteIn(fremd.code);
  const rahmen = rahmentexteIn('deu')!;
  const deutsch = plantexteIn('deu')!;
  const wort = (name: Exclude<keyof Plantexte, 'code' | 'bestaetigt'>) => <Zweisprachig deutsch={deutsch[name]} sprache={fremd} text={fremderPlan?.[name]} />;
  const rahmenwort = (welches: (texte: Rahmentexte) => string) => <Zweisprachig deutsch={welches(rahmen)} sprache={fremd} text={fremd && welches(fremd)} />;
  const wessen = (personId: string | null) => (personen.length < 2 || personId === null ? '' : (personen.find(({ id }) => id === personId)?.name ?? ''));
  return (
    <article className="kim-blatt kim-stapel">
      <p>{traeger}</p>
      <h1 className="kern-heading-medium">{wort('titel')}</h1>
      <p><bdi>{person}</bdi></p>
      <div>{wort('erklaerung')}</div>
      {plan.map((leitziel) => <Leitzielblatt key={leitziel.id} leitziel={leitziel} wort={wort} wessen={wessen} />)}
      <dl className="kim-blatt__angaben kim-blatt__unterschrift">
        <dt>{wort('naechstesGespraech')}</dt>
        <dd><Linie /></dd>
        <dt>{rahmenwort((t) => t.ortDatum)}</dt>
        <dd>{vereinbart ? <bdi>{[vereinbart.ort, formatDatum(vereinbart.am)].filter(Boolean).join(', ')}</bdi> : <Linie />}</dd>
        <dt>{rahmenwort((t) => t.unterschrift)}</dt>
        <dd>{vereinbart?.vertreten ? <bdi>{vereinbart.vertreten}</bdi> : <Linie />}</dd>
      </dl>
    </article>
  );
}

interface TeilProps {
  wort: (name: Exclude<keyof Plantexte, 'code' | 'bestaetigt'>) => ReactNode;
  wessen: (personId: string | null) => string;
}

function Leitzielblatt({ leitziel, wort, wessen }: TeilProps & { leitziel: Leitziel }) {
  return (
    <section className="kim-stapel">
      <h2 className="kern-heading-small">{wort('leitziel')}</h2>
      <Freitext>{leitziel.text}</Freitext>
      {wessen(leitziel.personId) && <p><bdi>{wessen(leitziel.personId)}</bdi></p>}
      {leitziel.teilziele.map((ziel) => <Teilzielblatt key={ziel.id} ziel={ziel} wort={wort} wessen={wessen} />)}
    </section>
  );
}

function Teilzielblatt({ ziel, wort, wessen }: TeilProps & { ziel: Teilziel }) {
  return (
    <section className="kim-stapel kim-blatt__ziel">
      <h3 className="kern-title kern-title--small">{wort('teilziel')}</h3>
      <Freitext>{ziel.text}</Freitext>
      {ziel.bis && <p className="kim-blatt__zeile">{wort('bis')} <strong>{formatDatum(ziel.bis)}</strong></p>}
      {wessen(ziel.personId) && <p><bdi>{wessen(ziel.personId)}</bdi></p>}
      <dl className="kim-blatt__angaben">
        {ziel.woran && <><dt>{wort('woran')}</dt><dd><Freitext>{ziel.woran}</Freitext></dd></>}
        {ziel.ressource && <><dt>{wort('hilft')}</dt><dd><Freitext>{ziel.ressource}</Freitext></dd></>}
      </dl>
      <div className="kim-blatt__spalten">
        {HANDELNDE.map((wer) => (
          <div key={wer} className="kim-stapel">
            <h4 className="kern-title kern-title--small">{wort(SPALTE[wer])}</h4>
            <ul className="kim-blatt__kreuze">
              {ziel.massnahmen.filter((massnahme) => massnahme.wer === wer).map(({ id, was, bis, stand }) => (
                <li key={id}><Freitext>{was}</Freitext>{stand === 'erledigt' ? <span className="kim-blatt__zeile">{wort('erledigt')}</span> : bis && <span className="kim-blatt__zeile">{wort('bis')} {formatDatum(bis)}</span>}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
