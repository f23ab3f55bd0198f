import type { ReactNode } from 'react';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Kontrollkaestchen } from '@kim/ui/formular/Kontrollkaestchen.tsx';
import type { useFormular } from './Formular.tsx';

/** Asks once whether somebody of this name is meant, before she is recorded a second time. */
export function Gleichnamige({ formular, children }: { formular: ReturnType<typeof useFormular>; children: ReactNode }) {
  return (
    <Meldung art="warnung" titel="Ist die Person schon erfasst?">
      {children}
      <Kontrollkaestchen name="trotzdem" fehler={formular.fehler['trotzdem']} beschriftung="Es ist eine andere Person: trotzdem neu erfassen" />
    </Meldung>
  );
}
