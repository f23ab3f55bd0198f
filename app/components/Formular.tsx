import { Form, useNavigation, useRouteLoaderData } from '@remix-run/react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Fehlerliste } from '@kim/ui/formular/Fehlerliste.tsx';
import type { loader } from '../root.tsx';

/** What a refused form answers; see http/formular.server.ts. */
export interface Antwort {
  werte: Record<string, string[]>;
  fehler: Record<string, string>;
}

export const useSeite = () => useRouteLoaderData<typeof loader>('root');

/**
 * Values and messages of a form: what was just typed, else a draft saved after the session expired, else what is stored.
 * @param aktion name of the form on a page with several; each button posts it as `_aktion`
 */
export function useFormular(antwort: unknown, gespeichert: Record<string, string | readonly string[] | undefined> = {}, aktion?: string) {
  const entwurf = useSeite()?.entwurf ?? null;
  const meine = (werte: Antwort['werte'] | undefined) => werte && (!aktion || !werte['aktion'] || werte['aktion'][0] === aktion);
  const abgelehnt = istAntwort(antwort) && meine(antwort.werte) ? antwort : null;
  const getippt = abgelehnt?.werte ?? (meine(entwurf ?? undefined) ? entwurf : null);
  const alle = (name: string): string[] => getippt?.[name] ?? (getippt ? [] : [gespeichert[name] ?? []].flat().filter(Boolean));
  return {
    entwurf: !abgelehnt && !!getippt,
    fehler: abgelehnt?.fehler ?? {},
    feld: (name: string) => ({ name, wert: alle(name)[0] ?? '', fehler: abgelehnt?.fehler[name] }),
    /** A single yes. */
    kaestchen: (name: string) => ({ name, gewaehlt: alle(name)[0] === 'ja', fehler: abgelehnt?.fehler[name] }),
    gruppe: (name: string) => ({ name, werte: alle(name), fehler: abgelehnt?.fehler[name] }),
  };
}

function istAntwort(antwort: unknown): antwort is Antwort {
  return typeof antwort === 'object' && antwort !== null && 'werte' in antwort && 'fehler' in antwort;
}

interface FormularProps {
  formular: ReturnType<typeof useFormular>;
  aktion?: string;
  /** One of the fields is a file. */
  mitDatei?: boolean;
  children: ReactNode;
}

/** A form that posts to its own page, works without JavaScript and names its mistakes above and beside the fields. */
export function Formular({ formular, aktion, mitDatei = false, children }: FormularProps) {
  const seite = useSeite();
  const sendet = useNavigation().state === 'submitting';
  // The list takes the focus when it is a new one: made anew at each render it would take it from who is typing.
  const meldungen = useMemo(() => Object.entries(formular.fehler).map(([feld, text]) => ({ feld: feld || undefined, text })), [formular.fehler]);
  return (
    <Form method="post" encType={mitDatei ? 'multipart/form-data' : undefined} noValidate className="kim-stapel" aria-busy={sendet} data-sichern="">
      <Fehlerliste fehler={meldungen} />
      {formular.entwurf && <p role="status">Ihre nicht gespeicherten Eingaben wurden wiederhergestellt. Bitte prüfen und speichern Sie sie.</p>}
      <input type="hidden" name="_formular" value={seite?.formularId} />
      {aktion && <input type="hidden" name="aktion" value={aktion} />}
      {children}
    </Form>
  );
}
