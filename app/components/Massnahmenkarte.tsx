import { formatDatum } from '@kim/core/zeit.ts';
import type { Arbeitsmassnahme } from '@kim/domain/serviceplanung/data.server.ts';
import { MASSNAHMENSTAND } from '@kim/domain/serviceplanung/labels.ts';
import { Aufklapper } from '@kim/ui/anzeige/Aufklapper.tsx';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { Karte } from '@kim/ui/anzeige/Karte.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { alsOptionen } from './Anfragefelder.tsx';
import { Formular, useFormular } from './Formular.tsx';
import { Massnahmenfelder } from './Massnahmenfelder.tsx';
import { useHandelnde } from './personenwort.ts';

/** One step with the form that changes it. */
export function Massnahmenkarte({ massnahme, antwort, nurLesen }: { massnahme: Arbeitsmassnahme; antwort: unknown; nurLesen: boolean }) {
  const { id, was, wer, grund, bis, stand, version } = massnahme;
  const formular = useFormular(antwort, { was, wer, grund, bis: bis ? formatDatum(bis) : '', stand }, id);
  return (
    <Karte vorzeile={`${useHandelnde()[wer]} · ${bis ? `bis ${formatDatum(bis)}` : 'ohne Frist'} · ${MASSNAHMENSTAND[stand]}`}>
      <Freitext>{was}</Freitext>
      {grund && <p className="kim-leise">Grund: <bdi>{grund}</bdi></p>}
      {!nurLesen && (
        <Aufklapper titel="Ändern" offen={Object.keys(formular.fehler).length > 0}>
          <Formular formular={formular} aktion={id}>
            <input type="hidden" name="version" value={version} />
            <Massnahmenfelder formular={formular} kennung={id} />
            <Auswahl {...formular.feld('stand')} id={`feld-stand-${id}`} beschriftung="Stand" optionen={alsOptionen(MASSNAHMENSTAND)} />
            <Knopf art="sekundaer">Schritt speichern</Knopf>
          </Formular>
        </Aufklapper>
      )}
    </Karte>
  );
}
