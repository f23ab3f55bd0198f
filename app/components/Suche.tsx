import { Form, useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { Treffer } from '@kim/domain/suche/data.server.ts';
import { Suchfeld } from '@kim/ui/formular/Suchfeld.tsx';
import { pfade } from '../paths.ts';
import { Trefferliste } from './Trefferliste.tsx';

interface Gesucht {
  q: string;
  treffer: readonly Treffer[];
}

/** Milliseconds without a key before the hits are fetched. */
const PAUSE = 120;

/**
 * Looks for a person or a Fallnummer. Without JavaScript the form posts and shows the hits; with it they appear while
 * one types, and Enter opens the first.
 */
export function Suche({ gesucht }: { gesucht?: Gesucht | undefined }) {
  const fetcher = useFetcher<Gesucht>();
  const pause = useRef(0);
  const [sofort, setSofort] = useState(false);
  useEffect(() => setSofort(true), []);
  const zeige = fetcher.data ?? gesucht;
  return (
    <>
      <Form
        method="post"
        action={pfade.fallSuche()}
        role="search"
        onInput={(ereignis) => {
          const formular = ereignis.currentTarget;
          window.clearTimeout(pause.current);
          pause.current = window.setTimeout(() => {
            const q = String(new FormData(formular).get('q') ?? '');
            fetcher.submit({ q }, { method: 'post', action: pfade.fallSuche() });
          }, PAUSE);
        }}
      >
        {sofort && <input type="hidden" name="direkt" value="1" />}
        <Suchfeld
          name="q"
          wert={gesucht?.q}
          beschriftung="Fall oder Person suchen"
          hinweis="Die ersten Buchstaben eines Namens genügen, oder die Fallnummer. Die Eingabetaste öffnet den ersten Treffer."
          autoFocus
        />
      </Form>
      <div aria-live="polite">{zeige && zeige.q !== '' && <Trefferliste treffer={zeige.treffer} q={zeige.q} />}</div>
    </>
  );
}
