import { GRADE, gradworte } from '@kim/domain/evaluationen/labels.ts';
import { rahmentexteIn } from '@kim/kreis/dokumentsprachen.ts';
import { evaluationstexteIn } from '@kim/kreis/evaluationstexte.ts';
import type { Evaluationstexte } from '@kim/kreis/evaluationstexte.ts';
import { Linie, Zweisprachig } from './Zweisprachig.tsx';

interface EvaluationsblattProps {
  traeger: string;
  /** ISO 639-3 of the client's language; null for German alone. */
  sprache: string | null;
}

/** The empty Evaluationsbogen of the client on A4: German beside her language, steps to tick and lines to write on (R138). */
export function Evaluationsblatt({ traeger, sprache }: EvaluationsblattProps) {
  const rahmen = rahmentexteIn('deu')!;
  const deutsch = evaluationstexteIn('deu')!;
  const fremd = sprache === 'deu' ? null : rahmentexteIn(sprache);
  const fremde = fremd && evaluationstexteIn(fremd.code);
  const wort = (name: Exclude<keyof Evaluationstexte, 'code' | 'bestaetigt'>) => <Zweisprachig deutsch={deutsch[name]} sprache={fremd} text={fremde?.[name]} />;
  // On paper, saying nothing is leaving it empty.
  const grade = Object.entries(gradworte(deutsch)).filter(([grad]) => grad !== '');
  const fremdeGrade = fremde && gradworte(fremde);
  return (
    <article className="kim-blatt kim-stapel">
      <p>{traeger}</p>
      <h1 className="kern-heading-medium">{wort('titel')}</h1>
      <div>{wort('erklaerung')}</div>
      <p>{wort('ankreuzen')}</p>
      {GRADE.map((name) => (
        <section key={name} className="kim-blatt__ziel">
          <h2 className="kern-title kern-title--small">{wort(name)}</h2>
          <ul className="kim-blatt__kreuze kim-blatt__grade">
            {grade.map(([grad, text]) => <li key={grad}><Zweisprachig deutsch={text} sprache={fremd} text={fremdeGrade?.[grad]} /></li>)}
          </ul>
        </section>
      ))}
      {(['geholfen', 'gefehlt', 'weiter'] as const).map((name) => (
        <section key={name} className="kim-blatt__ziel">
          <h2 className="kern-title kern-title--small">{wort(name)}</h2>
          <div><Linie /><Linie /></div>
        </section>
      ))}
      <dl className="kim-blatt__angaben kim-blatt__unterschrift">
        <dt><Zweisprachig deutsch={rahmen.ortDatum} sprache={fremd} text={fremd?.ortDatum} /></dt>
        <dd><Linie /></dd>
      </dl>
    </article>
  );
}
