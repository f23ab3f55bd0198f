import { Form, Link as RemixLink, useLocation, useMatches } from '@remix-run/react';
import type { FormEvent, ReactNode } from 'react';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Fusszeile } from '@kim/ui/seite/Fusszeile.tsx';
import { Hauptnavigation } from '@kim/ui/seite/Hauptnavigation.tsx';
import { Kopfzeile } from '@kim/ui/seite/Kopfzeile.tsx';
import type { LinkProps } from '@kim/ui/seite/Link.tsx';
import { Seite } from '@kim/ui/seite/Seite.tsx';
import { pfade } from '../paths.ts';
import { useSeite } from './Formular.tsx';
import { navigationFuer } from './navigation.ts';
import { sperre } from './Sperrwaechter.tsx';

/** Fragments, mails and files stay with the browser, everything else goes through the router. */
export function Verweis({ href, children, ...rest }: LinkProps) {
  return href.startsWith('/') && rest.download === undefined ? <RemixLink to={href} {...rest}>{children}</RemixLink> : <a href={href} {...rest}>{children}</a>;
}

const FUSS = [
  { href: pfade.fachbegriffe(), text: 'Fachbegriffe' },
  { href: pfade.barrierefreiheit(), text: 'Barrierefreiheit' },
];

/** The frame of every page. */
export function Rahmen({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const wer = useSeite()?.wer ?? null;
  const nackt = useMatches().some(({ handle }) => istNackt(handle));
  if (nackt) return <Seite breite="schmal">{children}</Seite>;
  if (!wer) {
    return (
      <Seite breite="schmal" kopfzeile={<Kopfzeile titel="KIM Case Management" href="/" />} fusszeile={<Fusszeile eintraege={FUSS} />}>
        {children}
      </Seite>
    );
  }
  return (
    <Seite
      kopfzeile={
        <Kopfzeile titel="KIM Case Management" href="/" zusatz={wer.traeger} menue>
          <Schalter blickschutz={wer.blickschutz} name={wer.name} />
        </Kopfzeile>
      }
      navigation={<Hauptnavigation {...navigationFuer(wer.rollen, pathname)} />}
      fusszeile={<Fusszeile eintraege={FUSS} />}
    >
      {children}
    </Seite>
  );
}

/** A page that is handed to a client shows nothing around it. */
const istNackt = (handle: unknown): boolean => typeof handle === 'object' && handle !== null && 'nackt' in handle;

function sperreStattdessen(ereignis: FormEvent): void {
  ereignis.preventDefault();
  void sperre();
}

function Schalter({ blickschutz, name }: { blickschutz: boolean; name: string }) {
  const { pathname, search } = useLocation();
  return (
    <>
      <Form method="post" action={pfade.einstellung()}>
        <input type="hidden" name="zurueck" value={pathname + search} />
        <Knopf art="tertiaer" klein schmalNurSymbol name="blickschutz" value={blickschutz ? 'aus' : 'an'} aria-pressed={blickschutz} symbol={blickschutz ? 'visibility-off' : 'visibility'}>
          Blickschutz
        </Knopf>
      </Form>
      <Form method="post" action={pfade.sperren()} onSubmit={sperreStattdessen}>
        <input type="hidden" name="zurueck" value={pathname + search} />
        <Knopf art="tertiaer" klein>
          Sperren
        </Knopf>
      </Form>
      <Knopf art="tertiaer" klein schmalNurSymbol symbol="account-circle" href={pfade.konto()}>
        {name}
      </Knopf>
      <Form method="post" action={pfade.abmelden()} reloadDocument>
        <Knopf art="tertiaer" klein schmalNurSymbol symbol="logout">
          Abmelden
        </Knopf>
      </Form>
    </>
  );
}
