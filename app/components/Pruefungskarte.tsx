import { formatDatum, heute } from '@kim/core/zeit.ts';
import type { GepruefteVermittlung } from '@kim/domain/monitoring/data.server.ts';
import { ANTWORT, FOLGE_TEXT, FRAGE } from '@kim/domain/monitoring/labels.ts';
import { folgen } from '@kim/domain/monitoring/rules.ts';
import type { Folge } from '@kim/domain/monitoring/rules.ts';
import { FRAGEN } from '@kim/domain/monitoring/schema.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Aufklapper } from '@kim/ui/anzeige/Aufklapper.tsx';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { Karte } from '@kim/ui/anzeige/Karte.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { pfade } from '../paths.ts';
import { alsOptionen } from './Anfragefelder.tsx';
import { Formular, useFormular } from './Formular.tsx';

interface PruefungskarteProps {
  nr: string;
  vermittlung: GepruefteVermittlung;
  antwort: unknown;
  tag: string;
  naechste: string;
  nurLesen: boolean;
}

/** Where a suggestion is followed. */
const FOLGESEITE: Partial<Record<Folge, (nr: string, id: string) => string>> = {
  luecke: (nr, vermittlung) => pfade.fallLuecke(nr, { vermittlung }),
  nachfassen: pfade.fallVermittlung,
  abschliessen: pfade.fallVermittlung,
  reassessment: (nr) => pfade.fallPhase(nr, { nach: 'reassessment' }),
  plan_anpassen: pfade.fallServiceplan,
};

/** One referral: how it went last, what that suggests, and the four questions anew. */
export function Pruefungskarte({ nr, vermittlung: { id, angebot, am, pruefenAm, imPlan, letzte }, antwort, tag, naechste, nurLesen }: PruefungskarteProps) {
  const formular = useFormular(antwort, { am: tag, pruefenAm: naechste }, id);
  const feld = (name: string) => ({ ...formular.feld(name), id: `feld-${name}-${id}` });
  const faellig = pruefenAm !== null && pruefenAm <= heute();
  return (
    <Karte titel={angebot} vorzeile={`vermittelt am ${formatDatum(am)}${pruefenAm ? ` · prüfen am ${formatDatum(pruefenAm)}` : ''}`} unterzeile={faellig && <Abzeichen art="warnung">Prüfung fällig</Abzeichen>} betont={faellig}>
      {letzte && (
        <>
          <p>Am {formatDatum(letzte.am)} ({letzte.erfasstVon}):</p>
          <ul>{FRAGEN.map((frage) => <li key={frage}>{FRAGE[frage]} <strong>{ANTWORT[letzte[frage]]}</strong></li>)}</ul>
          {letzte.notiz && <Freitext>{letzte.notiz}</Freitext>}
          {folgen(letzte).length > 0 && (
            <ul>{folgen(letzte).map((folge) => { const ziel = FOLGESEITE[folge]?.(nr, id); return <li key={folge}>{ziel ? <Link href={ziel}>{FOLGE_TEXT[folge]}</Link> : FOLGE_TEXT[folge]}</li>; })}</ul>
          )}
          {!nurLesen && imPlan && folgen(letzte).includes('plan_anpassen') && <Anpassen id={id} />}
        </>
      )}
      {!nurLesen && (
        <Aufklapper titel={letzte ? 'Erneut prüfen' : 'Prüfen'} offen={faellig || !letzte || Object.keys(formular.fehler).length > 0}>
          <Formular formular={formular} aktion={id}>
            {FRAGEN.map((frage) => <Optionsgruppe key={frage} {...feld(frage)} beschriftung={FRAGE[frage]} waagerecht optionen={alsOptionen(ANTWORT)} erforderlich />)}
            <Textbereich {...feld('notiz')} beschriftung="Anmerkung" zeilen={2} optional />
            <Raster spalten="schmal">
              <Datumsfeld {...feld('am')} beschriftung="Tag" erforderlich />
              <Datumsfeld {...feld('pruefenAm')} beschriftung="Nächste Prüfung" hinweis="leer: keine weitere" />
            </Raster>
            <Knopf art="sekundaer">Prüfung speichern</Knopf>
          </Formular>
        </Aufklapper>
      )}
    </Karte>
  );
}

/** The whole adjustment in one click; what it does is said before. */
function Anpassen({ id }: { id: string }) {
  return (
    <Formular formular={useFormular(null)} aktion={`anpassen:${id}`}>
      <p className="kim-leise">Die Vermittlung gilt dann als gescheitert, ihr Schritt entfällt, und am Ziel steht ein neuer, den Sie ausfüllen. Die vereinbarte Fassung bleibt, wie sie ist.</p>
      <Knopf art="sekundaer">Schritt im Plan ersetzen</Knopf>
    </Formular>
  );
}
