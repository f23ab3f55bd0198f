import type { Anfrage } from '@kim/domain/anfragen/data.server.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import type { Bedarfsbereich } from '@kim/kreis/bedarfsbereiche.ts';
import { sprachname } from '@kim/kreis/sprachen.ts';
import { SPRACHMITTLUNG, ZUGAENGE } from '@kim/kreis/zugaenge.ts';
import { Beschreibungsliste } from '@kim/ui/anzeige/Beschreibungsliste.tsx';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';

/** What somebody said when she asked. */
export function Anfrageangaben({ anfrage }: { anfrage: Anfrage }) {
  return (
    <Abschnitt titel="Anliegen">
      {anfrage.anliegen && <Freitext>{anfrage.anliegen}</Freitext>}
      <Beschreibungsliste
        eintraege={[
          { begriff: 'Zugang', inhalt: ZUGAENGE[anfrage.zugang as keyof typeof ZUGAENGE] },
          { begriff: 'Kommune', inhalt: anfrage.kommune },
          { begriff: 'Sprache', inhalt: anfrage.sprache && sprachname(anfrage.sprache) },
          { begriff: 'Sprachmittlung', inhalt: anfrage.sprachmittlung && SPRACHMITTLUNG[anfrage.sprachmittlung as keyof typeof SPRACHMITTLUNG] },
          { begriff: 'Bedarfe', inhalt: anfrage.bedarfe.map((bereich) => BEDARFSBEREICHE[bereich as Bedarfsbereich]).join(', ') },
          { begriff: 'Telefon', inhalt: anfrage.telefon },
          { begriff: 'Aufgenommen von', inhalt: anfrage.erfasstVon },
        ]}
      />
    </Abschnitt>
  );
}
