import { Form } from '@remix-run/react';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { pfade } from '../paths.ts';

/** The way out of a page that one cannot pass: a form of its own. */
export function Abmeldung({ children = 'Abbrechen und abmelden' }: { children?: string }) {
  return (
    <Form method="post" action={pfade.abmelden()} reloadDocument>
      <Knopf art="tertiaer" symbol="logout">
        {children}
      </Knopf>
    </Form>
  );
}
