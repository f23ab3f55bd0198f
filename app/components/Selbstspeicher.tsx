import type { ShouldRevalidateFunction, useFetcher } from '@remix-run/react';
import { useEffect, useRef } from 'react';

/** Milliseconds without typing after which a form saves itself. */
const PAUSE = 2_000;

/** What a form that saved itself shows: pages around it need not be read again. */
export const ohneSelbstspeichern: ShouldRevalidateFunction = ({ formData, defaultShouldRevalidate }) =>
  formData?.get('_aktion') === 'selbst' ? false : defaultShouldRevalidate;

interface SelbstspeicherProps {
  fetcher: Pick<ReturnType<typeof useFetcher>, 'state' | 'submit'>;
  /** While two versions are to be compared, nothing is overwritten unasked. */
  ruht: boolean;
  /** What is shown when nothing is on its way. */
  meldung: string;
}

/**
 * Inside a form: sends it as `_aktion=selbst` after a pause in typing and says how that went. One sending at a time: a
 * button pressed meanwhile takes effect afterwards, with the version that was written.
 */
export function Selbstspeicher({ fetcher, ruht, meldung }: SelbstspeicherProps) {
  const anker = useRef<HTMLParagraphElement>(null);
  const offen = useRef(false);
  const danach = useRef(false);
  const { state, submit } = fetcher;
  useEffect(() => {
    const formular = anker.current?.closest('form');
    if (!formular || ruht) return undefined;
    let wecker: number | undefined;
    const speichere = () => {
      offen.current = false;
      const daten = new FormData(formular);
      daten.set('_aktion', 'selbst');
      submit(daten, { method: 'post' });
    };
    const warte = () => {
      window.clearTimeout(wecker);
      wecker = window.setTimeout(speichere, PAUSE);
    };
    const getippt = () => {
      offen.current = true;
      if (state === 'idle') warte();
    };
    const abgeschickt = (ereignis: Event) => {
      window.clearTimeout(wecker);
      if (state === 'idle') return;
      ereignis.preventDefault();
      ereignis.stopPropagation();
      danach.current = true;
    };
    if (state === 'idle' && danach.current) {
      danach.current = false;
      formular.requestSubmit();
      return undefined;
    }
    if (state === 'idle' && offen.current) warte();
    formular.addEventListener('input', getippt);
    formular.addEventListener('submit', abgeschickt, true);
    return () => {
      window.clearTimeout(wecker);
      formular.removeEventListener('input', getippt);
      formular.removeEventListener('submit', abgeschickt, true);
    };
  }, [state, submit, ruht]);
  return <p ref={anker} role="status" aria-live="polite" className="kim-leise">{state === 'idle' ? meldung : 'Wird gespeichert …'}</p>;
}
