import { NEUPRUEFUNG } from '@kim/domain/klaerung/labels.ts';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { pfade } from '../paths.ts';

/** Suggests to check the criteria anew; changes nothing (U1). */
export function Neupruefung({ nr, vorschlag, mitNummer = false }: { nr: string; vorschlag: keyof typeof NEUPRUEFUNG | null; mitNummer?: boolean }) {
  if (!vorschlag) return null;
  return (
    <Meldung art="info" titel={mitNummer ? `Kriterien in ${nr} erneut prüfen?` : 'Kriterien erneut prüfen?'}>
      <p>{NEUPRUEFUNG[vorschlag]} Vielleicht passt inzwischen ein Case Management. Die Klasse bleibt, bis Sie etwas anderes entscheiden.</p>
      <p><Link href={pfade.fallKriterien(nr)}>Kriterien prüfen</Link></p>
    </Meldung>
  );
}
