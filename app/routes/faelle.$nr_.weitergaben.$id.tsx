import type { MetaFunction } from '@remix-run/node';
import { useLoaderData, useParams } from '@remix-run/react';
import { getWeitergabe } from '@kim/domain/vermittlungen/data.server.ts';
import { WEG } from '@kim/domain/vermittlungen/labels.ts';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { Brotkrumen } from '@kim/ui/seite/Brotkrumen.tsx';
import { Druckhinweis } from '../components/Druckhinweis.tsx';
import { idAus, nummerAus, oder404 } from '../http/antwort.server.ts';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = ({ params }) => [{ title: `${params['nr']} · KIM Case Management` }];

export const loader = fuerFachkraft(async ({ akteur, params }) => oder404(await getWeitergabe(akteur, nummerAus(params), idAus(params))));

/** The text that went out, to print or to copy into an e-mail; it is never changed. */
export default function Weitergabe() {
  const { weg, text, vermittlungId } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  return (
    <>
      <Brotkrumen eintraege={[{ text: nr, href: pfade.fall(nr) }, { text: 'Vermittlung', href: pfade.fallVermittlung(nr, vermittlungId) }, { text: WEG[weg] }]} />
      <Druckhinweis sprache={null} />
      <article className="kim-blatt kim-stapel">
        <h1 className="kern-heading-medium kim-nur-bildschirm">{WEG[weg]}</h1>
        <Freitext>{text}</Freitext>
      </article>
    </>
  );
}
