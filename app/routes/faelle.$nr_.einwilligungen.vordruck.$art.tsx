import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData, useParams } from '@remix-run/react';
import { heute } from '@kim/core/zeit.ts';
import { getEinwilligungsakte } from '@kim/domain/einwilligungen/data.server.ts';
import { DATENART, RICHTUNG } from '@kim/domain/einwilligungen/labels.ts';
import { DATENARTEN, istEinwilligungsart, RICHTUNGEN } from '@kim/domain/einwilligungen/schema.ts';
import { wortlautAm } from '@kim/domain/einwilligungstexte/data.server.ts';
import { getPerson } from '@kim/domain/ratsuchende/data.server.ts';
import { RAHMENTEXTE, rahmentexteIn } from '@kim/kreis/dokumentsprachen.ts';
import { sprachname } from '@kim/kreis/sprachen.ts';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Brotkrumen } from '@kim/ui/seite/Brotkrumen.tsx';
import { Druckhinweis } from '../components/Druckhinweis.tsx';
import { Erklaerungsblatt } from '../components/Erklaerungsblatt.tsx';
import { Linie } from '../components/Zweisprachig.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = ({ params }) => [{ title: `${params['nr']} · KIM Case Management` }];

/** Beside the German the language of the person, where there is a text in it; another one by choice. */
export const loader = fuerFachkraft(async ({ akteur, params, url }) => {
  const art = oder404(istEinwilligungsart(params['art']) ? params['art'] : null);
  const nr = nummerAus(params);
  const { bestand, personen } = oder404(await getEinwilligungsakte(akteur, nr));
  const person = personen.find(({ hauptperson }) => hauptperson);
  const gewaehlt = url.searchParams.get('sprache');
  const eigene = gewaehlt === null && person ? (await getPerson(akteur, nr, person.id))?.sprachen : [];
  const sprache = [gewaehlt, ...(eigene ?? [])].flatMap((code) => rahmentexteIn(code)?.code ?? [])[0] ?? 'deu';
  return { art, sprache, traeger: bestand.traeger, wortlaut: wortlautAm(bestand, art, heute()), person: person?.name };
});

export default function Vordruck() {
  const { art, sprache, traeger, wortlaut, person } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  return (
    <>
      <Brotkrumen eintraege={[{ text: nr, href: pfade.fall(nr) }, { text: 'Einwilligungen', href: pfade.fallEinwilligungen(nr) }, { text: 'Vordruck' }]} />
      <Form method="get" className="kim-nur-bildschirm kim-stapel">
        <Auswahl name="sprache" beschriftung="Sprache neben dem Deutschen" wert={sprache} breite="mittel" optionen={RAHMENTEXTE.map(({ code }) => ({ wert: code, text: code === 'deu' ? 'nur Deutsch' : sprachname(code) }))} />
        <Knopf art="sekundaer">Anzeigen</Knopf>
      </Form>
      <Druckhinweis sprache={sprache} />
      <Erklaerungsblatt art={art} traeger={traeger} wortlaut={wortlaut} sprache={sprache} person={person} unterschrift={<Linie />}>
        {art === 'schweigepflichtentbindung' && <LeereEntbindung />}
      </Erklaerungsblatt>
    </>
  );
}

function LeereEntbindung() {
  return (
    <>
      <dt>Stelle oder Person</dt>
      <dd><Linie /></dd>
      <dt>Zweck</dt>
      <dd><Linie /></dd>
      <dt>Angaben</dt>
      <dd><ul className="kim-blatt__kreuze">{DATENARTEN.map((eine) => <li key={eine}>{DATENART[eine]}</li>)}</ul></dd>
      <dt>Wer wem</dt>
      <dd><ul className="kim-blatt__kreuze">{RICHTUNGEN.map((eine) => <li key={eine}>{RICHTUNG[eine]}</li>)}</ul></dd>
      <dt>Gilt bis</dt>
      <dd><Linie /></dd>
    </>
  );
}
