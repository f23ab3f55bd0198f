import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { rahmentexteIn } from '@kim/kreis/dokumentsprachen.ts';
import { evaluationstexteIn } from '@kim/kreis/evaluationstexte.ts';
import { Link } from '@kim/ui/seite/Link.tsx';
import { oeffentlich } from '../http/geschuetzt.server.ts';
import { eigenesZiel, pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'KIM' }];

/** No header, no navigation, no footer. */
export const handle = { nackt: true };

/** After the client has sent her Bogen. The session is locked by then; this page reads nothing of anybody. */
export const loader = oeffentlich(async ({ request }) => {
  const { searchParams } = new URL(request.url);
  return { sprache: rahmentexteIn(searchParams.get('sprache'))?.code ?? 'deu', ziel: eigenesZiel(searchParams.get('ziel')) };
});

export default function Danke() {
  const { sprache, ziel } = useLoaderData<typeof loader>();
  const texte = evaluationstexteIn(sprache)!;
  const { lang, rechtsLaeufig } = rahmentexteIn(sprache)!;
  return (
    <div className="kim-stapel">
      <div className="kim-stapel" lang={lang} dir={rechtsLaeufig ? 'rtl' : 'ltr'} role="status">
        <h1 className="kern-heading-medium">{texte.danke}</h1>
        <p>{texte.zurueckgeben}</p>
      </div>
      <p className="kim-leise"><Link href={pfade.entsperren(ziel)}>Für die Fachkraft: Bildschirm entsperren</Link></p>
    </div>
  );
}
