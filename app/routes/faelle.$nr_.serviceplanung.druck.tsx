import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData, useParams } from '@remix-run/react';
import { istId } from '@kim/core/ids.ts';
import { getPerson } from '@kim/domain/ratsuchende/data.server.ts';
import { getPlanblatt } from '@kim/domain/serviceplanung/data.server.ts';
import { RAHMENTEXTE, rahmentexteIn } from '@kim/kreis/dokumentsprachen.ts';
import { sprachname } from '@kim/kreis/sprachen.ts';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Brotkrumen } from '@kim/ui/seite/Brotkrumen.tsx';
import { Druckhinweis } from '../components/Druckhinweis.tsx';
import { Planblatt } from '../components/Planblatt.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = ({ params }) => [{ title: `${params['nr']} · KIM Case Management` }];

/** Beside the German the language of the person, where there is a text in it; another one by choice. */
export const loader = fuerFachkraft(async ({ akteur, params, url }) => {
  const nr = nummerAus(params);
  const fassungId = url.searchParams.get('fassung') || null;
  if (fassungId !== null && !istId(fassungId)) throw nichtGefunden();
  const { plan, fassung, personen, traeger } = oder404(await getPlanblatt(akteur, nr, fassungId));
  const person = personen.find(({ id, hauptperson }) => (fassung ? id === fassung.personId : hauptperson));
  const gewaehlt = url.searchParams.get('sprache');
  const eigene = gewaehlt === null && person ? (await getPerson(akteur, nr, person.id))?.sprachen : [];
  const sprache = [gewaehlt, ...(eigene ?? [])].flatMap((code) => rahmentexteIn(code)?.code ?? [])[0] ?? 'deu';
  const vereinbart = fassung && { ort: fassung.ort, am: fassung.vereinbartAm, vertreten: fassung.vertreten };
  return { plan, traeger, sprache, personen, vereinbart, person: person?.name ?? '', fassungId };
});

export default function Plandruck() {
  const { plan, traeger, sprache, personen, vereinbart, person, fassungId } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  return (
    <>
      <Brotkrumen eintraege={[{ text: nr, href: pfade.fall(nr) }, { text: 'Serviceplan', href: pfade.fallServiceplan(nr) }, { text: 'Druckansicht' }]} />
      <Form method="get" className="kim-nur-bildschirm kim-stapel">
        {fassungId && <input type="hidden" name="fassung" value={fassungId} />}
        <Auswahl name="sprache" beschriftung="Sprache neben dem Deutschen" wert={sprache} breite="mittel" optionen={RAHMENTEXTE.map(({ code }) => ({ wert: code, text: code === 'deu' ? 'nur Deutsch' : sprachname(code) }))} />
        <Knopf art="sekundaer">Anzeigen</Knopf>
      </Form>
      <Druckhinweis sprache={sprache} />
      <Planblatt plan={plan} traeger={traeger} person={person} sprache={sprache} vereinbart={vereinbart} personen={personen} />
    </>
  );
}
