import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { istId } from '@kim/core/ids.ts';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { getZiel } from '@kim/domain/serviceplanung/data.server.ts';
import type { Arbeitsziel } from '@kim/domain/serviceplanung/data.server.ts';
import { SICHT, SMART, STUFE_ERREICHT, ZIELSTAND } from '@kim/domain/serviceplanung/labels.ts';
import { bewerteZiel, erfasseMassnahme, saveMassnahme, saveZiel } from '@kim/domain/serviceplanung/mutations.server.ts';
import { smart } from '@kim/domain/serviceplanung/rules.ts';
import type { SmartPunkt } from '@kim/domain/serviceplanung/rules.ts';
import { massnahme, massnahmenaenderung, zielaenderung, zielbewertung } from '@kim/domain/serviceplanung/schema.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { Zeitleiste } from '@kim/ui/anzeige/Zeitleiste.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { alsOptionen } from '../components/Anfragefelder.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Massnahmenfelder } from '../components/Massnahmenfelder.tsx';
import { Massnahmenkarte } from '../components/Massnahmenkarte.tsx';
import { Zielkonflikt } from '../components/Zielkonflikt.tsx';
import { Zielfelder } from '../components/Zielfelder.tsx';
import { idAus, nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import type { Feldfehler } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { PLANUNGSGRUND, VERWEIS } from '../http/planung.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => ({ ...oder404(await getZiel(akteur, nummerAus(params), idAus(params))), heute: formatDatum(heute()) }));

type Abgeschickt = Awaited<ReturnType<typeof leseFormular>>;
type Wer = Parameters<typeof saveZiel>[0];

/** `aktion` is „ziel“, „massnahme“, „bewertung“ or the id of the step that is changed. */
export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const [nr, id] = [nummerAus(params), idAus(params)];
  const formular = await leseFormular(request);
  const aktion = formular.werte['aktion']?.[0];
  if (aktion === 'massnahme') return neueMassnahme(akteur, nr, id, formular);
  if (aktion === 'bewertung') return neueBewertung(akteur, nr, id, formular);
  return istId(aktion) ? geaenderteMassnahme(akteur, nr, id, aktion, formular) : geaendertesZiel(akteur, nr, id, formular);
});

async function geaendertesZiel(akteur: Wer, nr: string, id: string, { werte }: Abgeschickt) {
  const gelesen = pruefe(zielaenderung, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await saveZiel(akteur, nr, id, gelesen.eingabe);
  if (ergebnis.ok) throw redirect(pfade.fallServiceplan(nr));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  if (ergebnis.grund === 'verweis') return abgelehnt(werte, { [ergebnis.feld]: VERWEIS[ergebnis.feld] });
  if (ergebnis.grund === 'konflikt') return data({ werte, fehler: {} as Feldfehler, konflikt: ergebnis.aktuell }, { status: 409 });
  return abgelehnt(werte, { '': PLANUNGSGRUND[ergebnis.grund] }, 409);
}

async function neueMassnahme(akteur: Wer, nr: string, id: string, { werte, formularId }: Abgeschickt) {
  const gelesen = pruefe(massnahme, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  return beantworte(await erfasseMassnahme(akteur, nr, id, gelesen.eingabe, { formularId, inhalt: werte }), werte, pfade.fallZiel(nr, id));
}

async function geaenderteMassnahme(akteur: Wer, nr: string, zielId: string, id: string, { werte }: Abgeschickt) {
  const gelesen = pruefe(massnahmenaenderung, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  return beantworte(await saveMassnahme(akteur, nr, zielId, id, gelesen.eingabe), werte, pfade.fallZiel(nr, zielId));
}

async function neueBewertung(akteur: Wer, nr: string, id: string, { werte, formularId }: Abgeschickt) {
  const gelesen = pruefe(zielbewertung, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  return beantworte(await bewerteZiel(akteur, nr, id, gelesen.eingabe, { formularId, inhalt: werte }), werte, pfade.fallZiel(nr, id));
}

type Ausgang = { ok: true } | { ok: false; grund: 'nicht_gefunden' | keyof typeof PLANUNGSGRUND };

function beantworte(ergebnis: Ausgang, werte: Abgeschickt['werte'], ziel: string) {
  if (ergebnis.ok) throw redirect(ziel);
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return abgelehnt(werte, { '': PLANUNGSGRUND[ergebnis.grund] }, 409);
}

/** A stored goal as the form shows it. */
const alsFelder = ({ text, woran, ressource, prioritaet, bis, oberzielId, personId, bedarfId, stand }: Arbeitsziel): Record<string, string> => ({
  text, woran, ressource, prioritaet, bis: bis ? formatDatum(bis) : '', oberziel: oberzielId ?? '', person: personId ?? '', bedarf: bedarfId ?? '', stand,
});

export default function Ziel() {
  const { ziel, personen, bedarfe, leitziele, hatTeilziele, bewertungen, nurLesen, heute: tag } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const { nr = '' } = useParams();
  const konflikt = (antwort && 'konflikt' in antwort ? antwort.konflikt : null) as Arbeitsziel | null;
  const formular = useFormular(antwort, alsFelder(ziel), 'ziel');
  const istTeilziel = ziel.oberzielId !== null;
  return (
    <>
      <Abschnitt titel={istTeilziel ? 'Teilziel' : 'Leitziel'}>
        {konflikt && <Zielkonflikt aktuell={alsFelder(konflikt)} werte={(antwort as { werte: Record<string, string[]> }).werte} leitziele={leitziele} personen={personen} bedarfe={bedarfe} />}
        <Raster spalten="seite">
          <Formular formular={formular} aktion="ziel">
            <input type="hidden" name="version" value={konflikt?.version ?? ziel.version} />
            <Zielfelder formular={formular} leitziele={hatTeilziele ? [] : leitziele} personen={personen} bedarfe={bedarfe} />
            <Auswahl {...formular.feld('stand')} beschriftung="Stand" optionen={alsOptionen(ZIELSTAND)} breite="kurz" />
            <Knopfreihe>
              <Knopf gesperrtWeil={nurLesen ? 'In diesem Fall wird nichts mehr aufgeschrieben.' : undefined}>{konflikt ? 'Meine Fassung speichern' : 'Ziel speichern'}</Knopf>
              <Knopf art="sekundaer" href={pfade.fallServiceplan(nr)}>{konflikt ? 'Gespeicherte Fassung behalten' : 'Zurück zum Plan'}</Knopf>
            </Knopfreihe>
          </Formular>
          {istTeilziel && <Smarthilfe punkte={smart(ziel, heute())} />}
        </Raster>
      </Abschnitt>
      {istTeilziel && (
        <Abschnitt titel="Schritte">
          <Raster>{ziel.massnahmen.map((eine) => <Massnahmenkarte key={`${eine.id}-${eine.version}`} massnahme={eine} antwort={antwort} nurLesen={nurLesen} />)}</Raster>
          {!nurLesen && <NeuerSchritt key={ziel.massnahmen.length} antwort={antwort} />}
        </Abschnitt>
      )}
      <Abschnitt titel="Wie weit ist das Ziel erreicht?">
        <Zeitleiste
          beschriftung="Bewertungen"
          eintraege={bewertungen.map(({ id, am, stufe, sicht, notiz, erfasstVon }) => ({
            schluessel: id, zeit: formatDatum(am), zeitIso: am, titel: `${STUFE_ERREICHT[stufe]} (${stufe} von 5)`, zusatz: <span className="kim-leise">{SICHT[sicht]}, {erfasstVon}</span>,
            inhalt: notiz && <Freitext>{notiz}</Freitext>,
          }))}
        />
        {!nurLesen && <NeueBewertung key={bewertungen.length} antwort={antwort} tag={tag} />}
      </Abschnitt>
    </>
  );
}

/** The five points beside the form; they show what is stored. */
function Smarthilfe({ punkte }: { punkte: Record<SmartPunkt, boolean> }) {
  return (
    <Abschnitt titel="SMART" ebene={3}>
      <p className="kim-leise">Hilft beim Formulieren. Die Worte der Person gehen vor.</p>
      <ul className="kim-stapel">
        {(Object.keys(SMART) as SmartPunkt[]).map((punkt) => (
          <li key={punkt}><Abzeichen art={punkte[punkt] ? 'erfolg' : 'neutral'}>{SMART[punkt].titel}</Abzeichen>{!punkte[punkt] && <> {SMART[punkt].fehlt}</>}</li>
        ))}
      </ul>
    </Abschnitt>
  );
}

function NeuerSchritt({ antwort }: { antwort: unknown }) {
  const formular = useFormular(antwort, { wer: 'ratsuchende' }, 'massnahme');
  return (
    <Abschnitt titel="Schritt hinzufügen" ebene={3}>
      <Formular formular={formular} aktion="massnahme">
        <Massnahmenfelder formular={formular} kennung="neu" />
        <Knopf>Schritt hinzufügen</Knopf>
      </Formular>
    </Abschnitt>
  );
}

function NeueBewertung({ antwort, tag }: { antwort: unknown; tag: string }) {
  const formular = useFormular(antwort, { am: tag, sicht: 'gemeinsam' }, 'bewertung');
  return (
    <Formular formular={formular} aktion="bewertung">
      <Optionsgruppe {...formular.feld('stufe')} beschriftung="Heute" waagerecht optionen={alsOptionen(STUFE_ERREICHT)} erforderlich />
      <Raster spalten="schmal">
        <Auswahl {...formular.feld('sicht')} beschriftung="Wer sieht das so?" optionen={alsOptionen(SICHT)} />
        <Datumsfeld {...formular.feld('am')} beschriftung="Tag" erforderlich />
      </Raster>
      <Textbereich {...formular.feld('notiz')} beschriftung="Anmerkung" zeilen={2} optional />
      <Knopf art="sekundaer">Bewertung speichern</Knopf>
    </Formular>
  );
}
