import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from '@remix-run/react';
import type { MetaFunction } from '@remix-run/node';
import { useContext } from 'react';
import type { ReactNode } from 'react';
import { BlickschutzContext } from '@kim/ui/anzeige/Blickschutz.ts';
import { LinkContext } from '@kim/ui/seite/Link.tsx';
import kern from '@kim/ui/stile/kern.css?url';
import stile from '@kim/ui/stile/kim.css?url';
import symbol from './symbol.svg?url';
import { Fehlerseite } from './components/Fehlerseite.tsx';
import { useSeite } from './components/Formular.tsx';
import { NonceContext } from './components/nonce.ts';
import { Rahmen, Verweis } from './components/Rahmen.tsx';
import { Sperrwaechter } from './components/Sperrwaechter.tsx';
import { angemeldet } from './http/akteur.server.ts';
import { nimmEntwurf } from './http/entwurf.server.ts';
import { neueFormularId } from './http/formular.server.ts';
import { oeffentlich } from './http/geschuetzt.server.ts';
import { istAndereSeiteUebergeben } from './http/uebergabe.server.ts';

export const links = () => [
  { rel: 'stylesheet', href: kern },
  { rel: 'stylesheet', href: stile },
  { rel: 'icon', href: symbol, type: 'image/svg+xml' },
];

export const meta: MetaFunction = () => [{ title: 'KIM Case Management' }];

/**
 * The frame's data: who is at the desk, and what she had typed before the session expired. Reads no case. Pages without an
 * account have this frame too: on a screen that was handed to a client it names nobody and leaves the draft where it is.
 */
export const loader = oeffentlich(async ({ request, context }) => {
  const formularId = neueFormularId();
  const wer = await angemeldet(request, context);
  if (!wer || wer.sitzung.zustand !== 'gueltig' || istAndereSeiteUebergeben(request)) return { formularId, wer: null, entwurf: null };
  const { sitzung } = wer;
  const url = new URL(request.url);
  const entwurf =
    url.searchParams.has('entwurf') && sitzung.mitgliedschaftId
      ? await nimmEntwurf(wer.geheimnis, sitzung.mitgliedschaftId, url.pathname.replace(/\.data$/, ''))
      : null;
  return {
    formularId,
    entwurf,
    wer: {
      name: sitzung.name ?? '',
      traeger: sitzung.traeger ?? 'Koordination',
      rollen: sitzung.rollen,
      blickschutz: sitzung.blickschutz,
      schreibweise: sitzung.schreibweise,
    },
  };
});

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const wer = useSeite()?.wer ?? null;
  return (
    <html lang="de">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <Meta />
        <Links />
      </head>
      <body>
        <LinkContext.Provider value={Verweis}>
          <BlickschutzContext.Provider value={wer?.blickschutz ?? false}>
            <Rahmen>{children}</Rahmen>
            {wer && <Sperrwaechter />}
          </BlickschutzContext.Provider>
        </LinkContext.Provider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <Fehlerseite fehler={useRouteError()} />;
}
