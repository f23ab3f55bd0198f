import { isRouteErrorResponse, useActionData, useFetcher } from '@remix-run/react';
import type { ReactNode } from 'react';
import { formatZeitpunkt } from '@kim/core/zeit.ts';
import type { Bogentafel, Bogenwerte, GespeicherterBogen } from '@kim/domain/boegen/schema.ts';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Bogenfelder } from './Bogenfelder.tsx';
import type { Formularfelder } from './Bogenfelder.tsx';
import { Bogenkonflikt } from './Bogenkonflikt.tsx';
import type { Rahmenfeld } from './Bogenkonflikt.tsx';
import { Formular, useFormular } from './Formular.tsx';
import { Selbstspeicher } from './Selbstspeicher.tsx';

/** What saving a Bogen answers: its new version, a refusal, or what somebody else has stored meanwhile. */
type Antwort = undefined | { version: number; um: string } | { werte: Record<string, string[]>; fehler: Record<string, string>; konflikt?: unknown } | { nichtErreichbar: true };

/** For the `clientAction` of a Bogen: a server that cannot be reached must not take the page away from who is typing. */
export async function sendeBogen<T>(serverAction: () => Promise<T>) {
  try {
    return await serverAction();
  } catch (fehler) {
    if (fehler instanceof TypeError || (isRouteErrorResponse(fehler) && fehler.status === 503)) return { nichtErreichbar: true as const };
    throw fehler;
  }
}

const konfliktIn = (antwort: Antwort) => (antwort && 'konflikt' in antwort && antwort.konflikt ? { aktuell: antwort.konflikt as GespeicherterBogen, werte: antwort.werte } : null);

/** What is said below the form about the last saving. */
function meldung(antwort: Antwort, gespeichert: GespeicherterBogen | null): string {
  if (antwort && 'nichtErreichbar' in antwort) return 'Noch nicht gespeichert: Der Server ist nicht erreichbar. Ihre Eingaben stehen weiter hier.';
  if (antwort && 'fehler' in antwort && Object.values(antwort.fehler)[0]) return `Noch nicht gespeichert: ${Object.values(antwort.fehler)[0]}`;
  if (antwort && 'um' in antwort) return `Gespeichert: ${antwort.um}`;
  return gespeichert ? `Zuletzt gespeichert: ${formatZeitpunkt(new Date(gespeichert.gespeichertAm))}, ${gespeichert.gespeichertVon}` : 'Noch nicht gespeichert.';
}

interface BogenformularProps {
  tafel: Bogentafel;
  /** null before the first entry. */
  gespeichert: GespeicherterBogen | null;
  /** What it starts from before the first entry. */
  vorgabe?: Bogenwerte;
  /** The fields above the table, and the same for the comparison of two versions. */
  rahmen?: (formular: Formularfelder) => ReactNode;
  rahmenfelder?: readonly Rahmenfeld[];
  /** Why nothing is written any more. */
  gesperrtWeil?: string;
  zurueck: { href: string; text: string };
  /** Further buttons. */
  knoepfe?: ReactNode;
  children?: ReactNode;
}

/** A form that a table defines: it saves itself, works without scripts, and shows both versions when two people typed. */
export function Bogenformular({ tafel, gespeichert, vorgabe, rahmen, rahmenfelder = [], gesperrtWeil, zurueck, knoepfe, children }: BogenformularProps) {
  const gesendet = useActionData<Antwort>();
  const selbst = useFetcher<Antwort>();
  const konflikt = konfliktIn(gesendet) ?? konfliktIn(selbst.data);
  const formular = useFormular(gesendet, gespeichert?.werte ?? vorgabe);
  const version = konflikt?.aktuell.version ?? Math.max(gespeichert?.version ?? 0, selbst.data && 'version' in selbst.data ? selbst.data.version : 0);
  return (
    <>
      {konflikt && <Bogenkonflikt konflikt={konflikt} rahmen={rahmenfelder} tafel={tafel} />}
      <Formular formular={formular}>
        <input type="hidden" name="version" value={version} />
        {rahmen?.(formular)}
        <Bogenfelder formular={formular} tafel={tafel} />
        {children}
        {!gesperrtWeil && <Selbstspeicher fetcher={selbst} ruht={konflikt !== null} meldung={meldung(selbst.data ?? gesendet, gespeichert)} />}
        <Knopfreihe>
          <Knopf gesperrtWeil={gesperrtWeil}>{konflikt ? 'Meine Fassung speichern' : 'Speichern'}</Knopf>
          {!gesperrtWeil && !konflikt && knoepfe}
          <Knopf art="sekundaer" href={zurueck.href}>{konflikt ? 'Gespeicherte Fassung behalten' : zurueck.text}</Knopf>
        </Knopfreihe>
      </Formular>
    </>
  );
}
