import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData, useParams } from '@remix-run/react';
import { getEvaluation } from '@kim/domain/evaluationen/data.server.ts';
import { RAHMENTEXTE } from '@kim/kreis/dokumentsprachen.ts';
import { sprachname } from '@kim/kreis/sprachen.ts';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Brotkrumen } from '@kim/ui/seite/Brotkrumen.tsx';
import { Druckhinweis } from '../components/Druckhinweis.tsx';
import { Evaluationsblatt } from '../components/Evaluationsblatt.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { dokumentsprache } from '../http/dokumentsprache.server.ts';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = ({ params }) => [{ title: `${params['nr']} · KIM Case Management` }];

/** The paper names nobody: it may lie on a table. */
export const loader = fuerFachkraft(async ({ akteur, params, url }) => {
  const nr = nummerAus(params);
  const { traeger, hauptperson } = oder404(await getEvaluation(akteur, nr));
  return { traeger, sprache: await dokumentsprache(akteur, nr, hauptperson, url) };
});

export default function Evaluationsdruck() {
  const { traeger, sprache } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  return (
    <>
      <Brotkrumen eintraege={[{ text: nr, href: pfade.fall(nr) }, { text: 'Evaluation', href: pfade.fallEvaluation(nr) }, { text: 'Druckansicht' }]} />
      <Form method="get" className="kim-nur-bildschirm kim-stapel">
        <Auswahl name="sprache" beschriftung="Sprache neben dem Deutschen" wert={sprache} breite="mittel" optionen={RAHMENTEXTE.map(({ code }) => ({ wert: code, text: code === 'deu' ? 'nur Deutsch' : sprachname(code) }))} />
        <Knopf art="sekundaer">Anzeigen</Knopf>
      </Form>
      <Druckhinweis sprache={sprache} />
      <Evaluationsblatt traeger={traeger} sprache={sprache} />
    </>
  );
}
