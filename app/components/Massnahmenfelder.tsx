import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { alsOptionen } from './Anfragefelder.tsx';
import type { useFormular } from './Formular.tsx';
import { useHandelnde } from './personenwort.ts';

/** Fields of a step. @param kennung makes the ids of several such forms on one page differ */
export function Massnahmenfelder({ formular, kennung }: { formular: ReturnType<typeof useFormular>; kennung: string }) {
  const feld = (name: string) => ({ ...formular.feld(name), id: `feld-${name}-${kennung}` });
  return (
    <>
      <Textbereich {...feld('was')} beschriftung="Schritt" zeilen={2} erforderlich />
      <Optionsgruppe {...feld('wer')} beschriftung="Wer handelt?" hinweis="Zuerst die Person selbst, dann Dritte, die Fachkraft nur als Ausnahme." waagerecht optionen={alsOptionen(useHandelnde())} erforderlich />
      <Textbereich {...feld('grund')} beschriftung="Warum die Fachkraft?" hinweis="Nur nötig, wenn Sie den Schritt selbst übernehmen." zeilen={2} />
      <Datumsfeld {...feld('bis')} beschriftung="Bis" />
    </>
  );
}
