import { formatDatum, heute } from '@kim/core/zeit.ts';
import type { Arbeitsmassnahme, Arbeitsziel } from '@kim/domain/serviceplanung/data.server.ts';
import { PRIORITAET, STUFE_ERREICHT, ZIELSTAND } from '@kim/domain/serviceplanung/labels.ts';
import { smart } from '@kim/domain/serviceplanung/rules.ts';
import { HANDELNDE } from '@kim/domain/serviceplanung/schema.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { Karte } from '@kim/ui/anzeige/Karte.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { pfade } from '../paths.ts';
import { Formular, useFormular } from './Formular.tsx';
import { useHandelnde } from './personenwort.ts';

interface TeilzielkarteProps {
  nr: string;
  ziel: Arbeitsziel;
  wessen: string;
  antwort: unknown;
  nurLesen: boolean;
}

/** A Teilziel with its steps in the three columns of the Zielarbeitsbogen: who acts (R43). */
export function Teilzielkarte({ nr, ziel, wessen, antwort, nurLesen }: TeilzielkarteProps) {
  const handelnde = useHandelnde();
  const punkte = Object.values(smart(ziel, heute())).filter(Boolean).length;
  const ueberfaellig = ziel.stand === 'offen' && ziel.bis !== null && ziel.bis < heute();
  return (
    <Karte
      titel={<Link href={pfade.fallZiel(nr, ziel.id)}><bdi>{ziel.text}</bdi></Link>}
      vorzeile={`${ziel.bis ? `bis ${formatDatum(ziel.bis)}` : 'ohne Frist'} · Priorität ${PRIORITAET[ziel.prioritaet]}${wessen ? ` · ${wessen}` : ''}`}
      unterzeile={
        <span className="kim-reihe">
          <Abzeichen art={ziel.stand === 'erreicht' ? 'erfolg' : 'neutral'}>{ZIELSTAND[ziel.stand]}</Abzeichen>
          {ueberfaellig && <Abzeichen art="warnung">Frist vorbei</Abzeichen>}
          {ziel.bewertung && <Abzeichen art="info">{`${STUFE_ERREICHT[ziel.bewertung.stufe]} (${formatDatum(ziel.bewertung.am)})`}</Abzeichen>}
          <Abzeichen art={punkte === 5 ? 'erfolg' : 'neutral'}>{`SMART ${punkte} von 5`}</Abzeichen>
        </span>
      }
      fuss={!nurLesen && <Knopf art="tertiaer" href={pfade.fallZiel(nr, ziel.id)}>Bearbeiten und Schritt hinzufügen</Knopf>}
    >
      <Raster spalten="schmal">
        {HANDELNDE.map((wer) => (
          <div key={wer} className="kim-stapel">
            <h4 className="kern-title kern-title--small">{handelnde[wer]}</h4>
            <ul className="kim-stapel">
              {ziel.massnahmen.filter((m) => m.wer === wer && m.stand !== 'entfallen').map((massnahme) => (
                <li key={`${massnahme.id}-${massnahme.version}`}><Schritt massnahme={massnahme} antwort={antwort} nurLesen={nurLesen} />{wer === 'dritte' && massnahme.stand === 'offen' && !nurLesen && <Link href={pfade.fallVermittlungNeu(nr, { massnahme: massnahme.id })}>Vermitteln</Link>}</li>
              ))}
            </ul>
          </div>
        ))}
      </Raster>
    </Karte>
  );
}

/** One step, done with one click. */
function Schritt({ massnahme: { id, was, grund, bis, stand, erledigtAm, version }, antwort, nurLesen }: { massnahme: Arbeitsmassnahme; antwort: unknown; nurLesen: boolean }) {
  const formular = useFormular(antwort, {}, id);
  const erledigt = stand === 'erledigt';
  return (
    <>
      <Freitext>{was}</Freitext>
      <p className="kim-leise">
        {erledigt && erledigtAm ? `erledigt am ${formatDatum(erledigtAm)}` : bis ? `bis ${formatDatum(bis)}` : 'ohne Frist'}{grund && <> · Grund: <bdi>{grund}</bdi></>}
      </p>
      {!nurLesen && (
        <Formular formular={formular} aktion={id}>
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="stand" value={erledigt ? 'offen' : 'erledigt'} />
          <Knopf art="sekundaer" klein aria-label={`${erledigt ? 'Wieder öffnen' : 'Erledigt'}: ${was}`}>{erledigt ? 'Wieder öffnen' : 'Erledigt'}</Knopf>
        </Formular>
      )}
    </>
  );
}
