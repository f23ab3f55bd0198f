import { useEffect } from 'react';
import { pfade } from '../paths.ts';

/** Minutes without a key, a click or a scroll until the screen is covered (R143). */
const MINUTEN = 10;

/**
 * Locks the session when nobody is at the desk. Typed text is posted to its own page afterwards: the server keeps a
 * post on a locked session as a draft for the same person (D14), so lock and expiry share one way.
 */
export function Sperrwaechter() {
  useEffect(() => {
    let frist = 0;
    const neuStellen = () => {
      window.clearTimeout(frist);
      frist = window.setTimeout(() => void sperre(), MINUTEN * 60_000);
    };
    const ereignisse = ['keydown', 'pointerdown', 'scroll', 'input'] as const;
    ereignisse.forEach((ereignis) => window.addEventListener(ereignis, neuStellen, { passive: true }));
    neuStellen();
    return () => {
      window.clearTimeout(frist);
      ereignisse.forEach((ereignis) => window.removeEventListener(ereignis, neuStellen));
    };
  }, []);
  return null;
}

/** Locks and leaves by a whole new document: nothing of the page before stays in the browser's memory. */
export async function sperre(): Promise<void> {
  await fetch(pfade.sperren(), { method: 'POST', body: new URLSearchParams(), redirect: 'manual' });
  const offen = [...document.querySelectorAll<HTMLFormElement>('form[data-sichern]')].find(wurdeBearbeitet);
  if (offen) offen.submit();
  else window.location.assign(pfade.entsperren(window.location.pathname + window.location.search));
}

function wurdeBearbeitet(formular: HTMLFormElement): boolean {
  return [...formular.elements].some(
    (feld) => (feld instanceof HTMLInputElement || feld instanceof HTMLTextAreaElement) && feld.type !== 'hidden' && feld.value !== feld.defaultValue,
  );
}
