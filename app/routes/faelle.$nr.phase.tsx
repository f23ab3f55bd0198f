import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { formatDatum } from '@kim/core/zeit.ts';
import { PHASE } from '@kim/domain/faelle/labels.ts';
import { getPhasen } from '@kim/domain/phasen/data.server.ts';
import { BELEG, PHASENZWECK } from '@kim/domain/phasen/labels.ts';
import { wechslePhase } from '@kim/domain/phasen/mutations.server.ts';
import { PHASENTABELLE, uebergaenge } from '@kim/domain/phasen/rules.ts';
import { phasenwechsel } from '@kim/domain/phasen/schema.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Zeitleiste } from '@kim/ui/anzeige/Zeitleiste.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params, url }) => ({ ...oder404(await getPhasen(akteur, nummerAus(params))), nach: url.searchParams.get('nach') ?? '' }));

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId } = await leseFormular(request);
  const gelesen = pruefe(phasenwechsel, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await wechslePhase(akteur, nr, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.fall(nr));
  switch (ergebnis.grund) {
    case 'nicht_gefunden': throw nichtGefunden();
    case 'begruendung_fehlt': return abgelehnt(werte, { begruendung: ergebnis.zurueck
      ? 'Bitte begründen Sie kurz, warum es in eine frühere Phase zurückgeht.'
      : `Es fehlt: ${ergebnis.fehlend.map((beleg) => BELEG[beleg].titel).join(', ')}. Bitte begründen Sie, warum es trotzdem weitergeht.` });
    case 'nicht_moeglich': return abgelehnt(werte, { nach: 'Diese Phase folgt hier nicht. Bitte wählen Sie eine der angebotenen.' });
    default: return abgelehnt(werte, { '': MELDUNG[ergebnis.grund] }, 409);
  }
});

const MELDUNG = {
  beendet: 'Der Fall ist beendet.',
  kein_case_management: 'Dieser Fall ist kein Case Management; Phasen gibt es nur dort. Entschieden wird das in der Klärung.',
  konflikt: 'Inzwischen wurde die Phase gewechselt. Bitte prüfen Sie die Anzeige und entscheiden Sie noch einmal.',
  anderer_inhalt: 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Der Wechsel steht unten.',
};

export default function Phasenwechsel() {
  const { phase, belege, schritte, beendetAm, gestopptAm, nach } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const formular = useFormular(useActionData<typeof action>(), { nach });
  const moeglich = phase ? uebergaenge(phase, belege) : [];
  const braucht = phase ? PHASENTABELLE[phase].braucht : [];
  return (
    <>
      <Abschnitt titel={phase ? `Phase: ${PHASE[phase]}` : 'Phasen'}>
        {phase && <p>{PHASENZWECK[phase]}</p>}
        {braucht.length > 0 && (
          <ul className="kim-stapel">
            {braucht.map((beleg) => <li key={beleg}>{BELEG[beleg].titel} <Abzeichen art={belege[beleg] ? 'erfolg' : 'warnung'}>{belege[beleg] ? 'liegt vor' : 'fehlt'}</Abzeichen></li>)}
          </ul>
        )}
        {moeglich.length === 0 || beendetAm || gestopptAm ? (
          <LeererZustand titel="Hier wird keine Phase gewechselt">{phase === 'klaerung' ? 'Ins Assessment führt die Entscheidung in der Klärung.' : 'Phasen gibt es in einem laufenden Case Management.'}</LeererZustand>
        ) : (
          <Formular formular={formular}>
            <input type="hidden" name="von" value={phase ?? ''} />
            <Optionsgruppe
              {...formular.feld('nach')} beschriftung="Wohin?" erforderlich
              optionen={moeglich.map(({ nach: ziel, art, begruenden }) => ({
                wert: ziel, text: `${art === 'weiter' ? 'weiter zu' : 'zurück zu'}: ${PHASE[ziel]}${begruenden ? ' (mit Begründung)' : ''}` }))}
            />
            <Textbereich {...formular.feld('begruendung')} beschriftung="Begründung" hinweis="Nötig, wenn es zurückgeht oder etwas fehlt." zeilen={3} />
            <Knopfreihe>
              <Knopf>Phase wechseln</Knopf>
              <Knopf art="sekundaer" href={pfade.fall(nr)}>Abbrechen</Knopf>
            </Knopfreihe>
          </Formular>
        )}
      </Abschnitt>
      {schritte.length > 0 && (
        <Abschnitt titel="Bisheriger Weg">
          <Zeitleiste
            beschriftung="Phasenwechsel"
            eintraege={schritte.map(({ id, von, nach: ziel, am, begruendung, erfasstVon }) => ({
              schluessel: id, zeit: formatDatum(am), zeitIso: am, titel: `${PHASE[von]} → ${PHASE[ziel]}`, zusatz: <span className="kim-leise">{erfasstVon}</span>,
              inhalt: begruendung && <Freitext>{begruendung}</Freitext>,
            }))}
          />
        </Abschnitt>
      )}
    </>
  );
}
