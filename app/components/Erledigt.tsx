import { Form } from '@remix-run/react';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { pfade } from '../paths.ts';

/** Says that a step is done. @param nr of the case when the button stands on another page, to which it comes back */
export function Erledigt({ id, was, nr }: { id: string; was: string; nr?: string }) {
  return (
    <Form method="post" action={nr && pfade.fallSchritte(nr)}>
      {nr && <input type="hidden" name="zurueck" value="start" />}
      <Knopf art="sekundaer" klein name="erledigt" value={id} aria-label={`Erledigt: ${was}`}>Erledigt</Knopf>
    </Form>
  );
}
