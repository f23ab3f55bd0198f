import { formatDatum } from '@kim/core/zeit.ts';
import { MASSNAHMENSTAND, PRIORITAET } from '@kim/domain/serviceplanung/labels.ts';
import type { Serviceplan } from '@kim/domain/serviceplanung/rules.ts';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { useHandelnde } from './personenwort.ts';

/** A plan to read: Leitziele, their Teilziele, who does what until when. */
export function Planliste({ plan, personen }: { plan: Serviceplan; personen: readonly { id: string; name: string }[] }) {
  const handelnde = useHandelnde();
  const wessen = (personId: string | null) => (personen.length < 2 ? '' : (personen.find(({ id }) => id === personId)?.name ?? 'ganzer Haushalt'));
  return (
    <>
      {plan.map((leitziel) => (
        <Abschnitt key={leitziel.id} titel={<bdi>{leitziel.text}</bdi>} ebene={3}>
          {wessen(leitziel.personId) && <p className="kim-leise">{wessen(leitziel.personId)}</p>}
          {leitziel.teilziele.map((ziel) => (
            <div key={ziel.id} className="kim-stapel">
              <Freitext>{ziel.text}</Freitext>
              <p className="kim-leise">{[ziel.bis ? `bis ${formatDatum(ziel.bis)}` : 'ohne Frist', `Priorität ${PRIORITAET[ziel.prioritaet]}`, wessen(ziel.personId)].filter(Boolean).join(' · ')}</p>
              {ziel.woran && <p>Woran merken wir es: <bdi>{ziel.woran}</bdi></p>}
              {ziel.ressource && <p>Was hilft dabei: <bdi>{ziel.ressource}</bdi></p>}
              <ul>
                {ziel.massnahmen.map(({ id, was, wer, grund, bis, stand }) => (
                  <li key={id}>{handelnde[wer]}: <bdi>{was}</bdi>{bis && `, bis ${formatDatum(bis)}`}{stand === 'erledigt' && ` (${MASSNAHMENSTAND[stand]})`}{grund && <>; Grund: <bdi>{grund}</bdi></>}</li>
                ))}
              </ul>
            </div>
          ))}
        </Abschnitt>
      ))}
    </>
  );
}
