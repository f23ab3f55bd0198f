import { useFetcher } from '@remix-run/react';
import { useRef } from 'react';
import { listWahl, NEUE_PERSON } from '@kim/domain/anfragen/rules.ts';
import type { Fund } from '@kim/domain/anfragen/rules.ts';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { pfade } from '../paths.ts';
import type { useFormular } from './Formular.tsx';

/** Milliseconds without a key before the hits are fetched. */
const PAUSE = 150;
const AB_BUCHSTABEN = 3;

interface PersonenwahlProps {
  formular: ReturnType<typeof useFormular>;
  /** Hits of the answer to a form that was sent without having seen any. */
  gefunden?: readonly Fund[] | undefined;
}

/**
 * The name, and who may be meant by it: search before create, in the same breath. Without JavaScript the question comes
 * once, after sending.
 */
export function Personenwahl({ formular, gefunden }: PersonenwahlProps) {
  const fetcher = useFetcher<{ q: string; treffer: readonly Fund[] }>();
  const pause = useRef(0);
  const funde = fetcher.data?.treffer ?? gefunden ?? [];
  const wahl = listWahl(funde);
  return (
    <>
      <Textfeld
        {...formular.feld('name')}
        beschriftung="Name"
        hinweis="Ein einzelner Name genügt. Wer schon bekannt ist, erscheint darunter."
        autoComplete="off"
        erforderlich
        autoFocus
        onInput={(ereignis) => {
          const q = ereignis.currentTarget.value;
          window.clearTimeout(pause.current);
          if (q.trim().length < AB_BUCHSTABEN) return;
          pause.current = window.setTimeout(() => fetcher.submit({ q }, { method: 'post', action: pfade.fallSuche() }), PAUSE);
        }}
      />
      <div aria-live="polite">
        {wahl.length > 0 && (
          <Optionsgruppe
            {...formular.feld('wahl')}
            wert={formular.feld('wahl').wert}
            beschriftung="Ist es eine dieser Personen?"
            optionen={[...wahl, { wert: NEUE_PERSON, text: 'nein, eine neue Person' }]}
          />
        )}
      </div>
    </>
  );
}
