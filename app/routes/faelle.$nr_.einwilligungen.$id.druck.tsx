import type { MetaFunction } from '@remix-run/node';
import { useLoaderData, useParams } from '@remix-run/react';
import { formatDatum } from '@kim/core/zeit.ts';
import { getEinwilligungsblatt } from '@kim/domain/einwilligungen/data.server.ts';
import { DATENART, EINWILLIGUNGSFORM, RICHTUNG, ZWECK_DER_WEITERGABE } from '@kim/domain/einwilligungen/labels.ts';
import { Brotkrumen } from '@kim/ui/seite/Brotkrumen.tsx';
import { Druckhinweis } from '../components/Druckhinweis.tsx';
import { Erklaerungsblatt } from '../components/Erklaerungsblatt.tsx';
import { idAus, nummerAus, oder404 } from '../http/antwort.server.ts';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = ({ params }) => [{ title: `${params['nr']} · KIM Case Management` }];

export const loader = fuerFachkraft(async ({ akteur, params }) => oder404(await getEinwilligungsblatt(akteur, nummerAus(params), idAus(params))));

export default function Druckansicht() {
  const { einwilligung, person, traeger, wortlaut } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const { art, am, stand, form, sprache, gueltigBis, widerrufenAm, empfaenger, zweck, datenarten, zwecke, richtung, bemerkung, nachweisId } = einwilligung;
  const angaben = [
    ['Entscheidung', `${stand === 'verweigert' ? 'abgelehnt' : 'zugestimmt'} am ${formatDatum(am)}, ${EINWILLIGUNGSFORM[form]}`],
    ['Widerrufen', widerrufenAm ? `am ${formatDatum(widerrufenAm)}` : ''],
    ['Gilt bis', gueltigBis ? formatDatum(gueltigBis) : ''],
    ['Für', empfaenger],
    ['Zweck', zweck],
    ['Wofür', zwecke.map((einer) => ZWECK_DER_WEITERGABE[einer]).join('; ')],
    ['Angaben', datenarten.map((eine) => DATENART[eine]).join('; ')],
    ['Wer wem', richtung ? RICHTUNG[richtung] : ''],
    ['Bemerkung', bemerkung],
  ].filter(([, wert]) => wert);
  return (
    <>
      <Brotkrumen eintraege={[{ text: nr, href: pfade.fall(nr) }, { text: 'Einwilligungen', href: pfade.fallEinwilligungen(nr) }, { text: 'Druckansicht' }]} />
      <Druckhinweis sprache={sprache} />
      <Erklaerungsblatt art={art} traeger={traeger} wortlaut={wortlaut} sprache={sprache} person={person} unterschrift={nachweisId ? 'liegt der Akte bei' : 'liegt nicht vor'}>
        {angaben.map(([begriff, wert]) => [<dt key={`${begriff} begriff`}>{begriff}</dt>, <dd key={begriff}><bdi>{wert}</bdi></dd>])}
      </Erklaerungsblatt>
    </>
  );
}
