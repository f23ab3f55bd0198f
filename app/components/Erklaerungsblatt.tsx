import type { ReactNode } from 'react';
import type { Einwilligungsart } from '@kim/domain/einwilligungen/schema.ts';
import { rahmentexteIn } from '@kim/kreis/dokumentsprachen.ts';
import type { Rahmentexte } from '@kim/kreis/dokumentsprachen.ts';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { Linie, Zweisprachig } from './Zweisprachig.tsx';

interface ErklaerungsblattProps {
  art: Einwilligungsart;
  traeger: string;
  wortlaut: { bezeichnung: string; text: string };
  /** ISO 639-3 of the client's language; null for German alone. */
  sprache: string | null;
  person?: string;
  /** What was filled in, or lines to write on. */
  children?: ReactNode;
  unterschrift: ReactNode;
}

/** A paper on A4: the binding German text, and the words around it also in the client's language (R138). */
export function Erklaerungsblatt({ art, traeger, wortlaut, sprache, person, children, unterschrift }: ErklaerungsblattProps) {
  const fremd = sprache === 'deu' ? null : rahmentexteIn(sprache);
  const deutsch = rahmentexteIn('deu')!;
  const beides = (wort: (texte: Rahmentexte) => string) => <Zweisprachig deutsch={wort(deutsch)} sprache={fremd} text={fremd && wort(fremd)} />;
  return (
    <article className="kim-blatt kim-stapel">
      <p>{traeger}</p>
      <h1 className="kern-heading-medium">{beides((t) => t.titel[art])}</h1>
      <div>{beides((t) => t.klaerung)}</div>
      <dl className="kim-blatt__angaben">
        <dt>{beides((t) => t.name)}</dt>
        <dd>{person ? <bdi>{person}</bdi> : <Linie />}</dd>
        {children}
      </dl>
      <Freitext>{wortlaut.text}</Freitext>
      <div>{beides((t) => t.widerruf)}</div>
      <dl className="kim-blatt__angaben kim-blatt__unterschrift">
        <dt>{beides((t) => t.ortDatum)}</dt>
        <dd><Linie /></dd>
        <dt>{beides((t) => t.unterschrift)}</dt>
        <dd>{unterschrift}</dd>
      </dl>
      <p className="kim-leise">{wortlaut.bezeichnung}</p>
    </article>
  );
}
