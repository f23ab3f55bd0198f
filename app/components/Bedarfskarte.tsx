import { formatDatum } from '@kim/core/zeit.ts';
import type { Bedarf } from '@kim/domain/bedarfe/data.server.ts';
import { BEDARFSSTAND, DRINGLICHKEIT } from '@kim/domain/bedarfe/labels.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { Aufklapper } from '@kim/ui/anzeige/Aufklapper.tsx';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { Karte } from '@kim/ui/anzeige/Karte.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { alsOptionen } from './Anfragefelder.tsx';
import { Formular, useFormular } from './Formular.tsx';
import { HAUSHALT, Personenbezug } from './Personenbezug.tsx';
import type { Beteiligte } from './Personenbezug.tsx';

export const DRINGLICHKEITEN_AUSWAHL = alsOptionen(DRINGLICHKEIT);

/** One Bedarf with the form that changes it. */
export function Bedarfskarte({ bedarf, personen, antwort }: { bedarf: Bedarf; personen: readonly Beteiligte[]; antwort: unknown }) {
  const formular = useFormular(antwort, { stand: bedarf.stand, dringlichkeit: bedarf.dringlichkeit, person: bedarf.personId ?? '', beschreibung: bedarf.beschreibung }, bedarf.id);
  const feld = (name: string) => ({ ...formular.feld(name), id: `feld-${name}-${bedarf.id}` });
  const seit = bedarf.erledigtAm ? `${BEDARFSSTAND[bedarf.stand]} am ${formatDatum(bedarf.erledigtAm)}` : `${BEDARFSSTAND[bedarf.stand]} seit ${formatDatum(bedarf.erkanntAm)}`;
  const wen = bedarf.personId === null ? HAUSHALT : (personen.find(({ id }) => id === bedarf.personId)?.name ?? '');
  return (
    <Karte titel={BEDARFSBEREICHE[bedarf.bereich]} vorzeile={`${seit} · Dringlichkeit ${DRINGLICHKEIT[bedarf.dringlichkeit]}`}>
      {personen.length > 1 && <p className="kim-leise">Betrifft: <bdi>{wen}</bdi></p>}
      {bedarf.beschreibung && <Freitext>{bedarf.beschreibung}</Freitext>}
      <Aufklapper titel="Ändern" offen={Object.keys(formular.fehler).length > 0}>
        <Formular formular={formular} aktion={bedarf.id}>
          <input type="hidden" name="version" value={bedarf.version} />
          <Auswahl {...feld('stand')} beschriftung="Stand" optionen={alsOptionen(BEDARFSSTAND)} />
          <Auswahl {...feld('dringlichkeit')} beschriftung="Dringlichkeit" optionen={DRINGLICHKEITEN_AUSWAHL} />
          <Personenbezug formular={formular} id={`feld-person-${bedarf.id}`} beschriftung="Betrifft" personen={personen} bisher={bedarf.personId} />
          <Textbereich {...feld('beschreibung')} beschriftung="Beschreibung" zeilen={2} />
          <Knopf art="sekundaer">Speichern</Knopf>
        </Formular>
      </Aufklapper>
    </Karte>
  );
}
