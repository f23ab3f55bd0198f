import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { istId } from '@kim/core/ids.ts';
import { fehler } from '@kim/core/result.ts';
import { formatZeitpunkt } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { setzeSchutz } from '@kim/domain/dokumente/mutations.server.ts';
import { getSchutzbereich } from '@kim/domain/schutzbereich/data.server.ts';
import { OEFFNUNGSANLASS } from '@kim/domain/schutzbereich/labels.ts';
import { erfasseSchutzeintrag, loescheSchutzeintrag, oeffneSchutzbereich, saveSchutzeintrag, schliesseSchutzbereich } from '@kim/domain/schutzbereich/mutations.server.ts';
import { OFFEN_MINUTEN } from '@kim/domain/schutzbereich/rules.ts';
import { schutzeintrag, schutzeintragsaenderung, schutzoeffnung } from '@kim/domain/schutzbereich/schema.ts';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { alsOptionen } from '../components/Anfragefelder.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import type { Antwort } from '../components/Formular.tsx';
import { Schutzanlagen } from '../components/Schutzanlagen.tsx';
import { Schutzeintragsfelder } from '../components/Schutzeintragsfelder.tsx';
import { Schutzeintragskarte } from '../components/Schutzeintragskarte.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => oder404(await getSchutzbereich(akteur, nummerAus(params))));

type Werte = Record<string, string[]>;

/** `aktion` is „oeffnen“, „schliessen“, „neu“, „loeschen:“ or „schutz:“ with an id, or the id of the entry that is changed. */
export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId } = await leseFormular(request);
  const ergebnis = await fuehreAus(akteur, nr, werte, formularId);
  // What was typed before it closed comes back into its form; nothing of it is saved by opening.
  if (ergebnis.ok && werte['weiter']?.[0]) return data<Antwort>({ werte: { ...werte, aktion: werte['weiter'] }, fehler: {} });
  if (ergebnis.ok) throw redirect(pfade.fallSchutzbereich(nr));
  switch (ergebnis.grund) {
    case 'nicht_gefunden': throw nichtGefunden();
    case 'eingabe': return abgelehnt(werte, ergebnis.fehler);
    case 'person': return abgelehnt(werte, { person: 'Bitte wählen Sie eine Person, die zu diesem Fall gehört.' });
    case 'grund_fehlt': return abgelehnt(werte, { grund: 'Sie sind für diesen Fall nicht zuständig. Bitte nennen Sie den Grund.' });
    default: return abgelehnt(werte, { '': MELDUNG[ergebnis.grund] }, 409);
  }
});

const MELDUNG = {
  geschlossen: 'Der geschützte Bereich hat sich inzwischen geschlossen. Ihre Eingaben sind erhalten.',
  konflikt: 'Inzwischen wurde eine andere Fassung gespeichert; sie steht unten. Ihre Eingaben sind erhalten. Bitte prüfen und noch einmal speichern.',
  anderer_inhalt: 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Der frühere Eintrag steht unten.',
};

async function fuehreAus(akteur: TraegerAkteur, nr: string, werte: Werte, formularId: string) {
  const [was = '', id] = werte['aktion']?.[0]?.split(':') ?? [];
  switch (was) {
    case 'oeffnen': return oeffne(akteur, nr, werte, formularId);
    case 'schliessen': return schliesseSchutzbereich(akteur, nr);
    case 'loeschen': return istId(id) ? loescheSchutzeintrag(akteur, nr, id, Number(werte['version']?.[0]) || 0) : fehler('nicht_gefunden');
    case 'schutz': return setzeDokument(akteur, nr, id ?? werte['dokument']?.[0] ?? '', id === undefined);
    case 'neu': {
      const gelesen = pruefe(schutzeintrag, werte);
      return gelesen.ok ? erfasseSchutzeintrag(akteur, nr, gelesen.eingabe, { formularId, inhalt: werte }) : fehler('eingabe', { fehler: gelesen.fehler });
    }
    default: {
      const gelesen = pruefe(schutzeintragsaenderung, werte);
      if (!istId(was)) return fehler('nicht_gefunden');
      return gelesen.ok ? saveSchutzeintrag(akteur, nr, was, gelesen.eingabe) : fehler('eingabe', { fehler: gelesen.fehler });
    }
  }
}

/** Without a reason for who is responsible; the form of everybody else has one. */
async function oeffne(akteur: TraegerAkteur, nr: string, werte: Werte, formularId: string) {
  const eingang = { formularId, inhalt: werte };
  if (!werte['anlass'] && !werte['grund']) return oeffneSchutzbereich(akteur, nr, null, eingang);
  const gelesen = pruefe(schutzoeffnung, werte);
  return gelesen.ok ? oeffneSchutzbereich(akteur, nr, gelesen.eingabe, eingang) : fehler('eingabe', { fehler: gelesen.fehler });
}

const setzeDokument = async (akteur: TraegerAkteur, nr: string, id: string, hinein: boolean) =>
  istId(id) ? setzeSchutz(akteur, nr, id, hinein) : fehler('eingabe', { fehler: { dokument: 'Bitte wählen Sie ein Dokument.' } });

export default function Schutzbereich() {
  const { offenBis, oeffnungen } = useLoaderData<typeof loader>();
  return (
    <>
      <Abschnitt titel="Geschützter Bereich">
        <p>Hier steht, was niemand nebenbei lesen soll: Gesundheit, Gewalt, sexuelle Orientierung, Glaube, Gefährdung. Nichts davon erscheint in Listen, Ausdrucken oder Briefen.</p>
        {offenBis ? <Offen bis={offenBis} /> : <Geschlossen />}
      </Abschnitt>
      {offenBis && <Inhalt />}
      <Abschnitt titel="Wer hat geöffnet?">
        <Tabelle
          beschriftung="Öffnungen des geschützten Bereichs, die neueste zuerst" beschriftungVerborgen zeilen={oeffnungen} schluessel={({ id }) => id} leer={<p>Noch niemand.</p>}
          spalten={[
            { schluessel: 'wer', titel: 'Wer', kopf: true, zelle: ({ wer }) => wer },
            { schluessel: 'am', titel: 'Wann', zelle: ({ am }) => formatZeitpunkt(new Date(am)) },
            { schluessel: 'anlass', titel: 'Anlass', zelle: ({ anlass }) => OEFFNUNGSANLASS[anlass] },
            { schluessel: 'grund', titel: 'Grund', zelle: ({ grund }) => <bdi>{grund || '–'}</bdi> },
          ]}
        />
      </Abschnitt>
    </>
  );
}

function Offen({ bis }: { bis: Date }) {
  return (
    <>
      <Meldung art="warnung" titel={`Für Sie geöffnet bis ${formatZeitpunkt(new Date(bis))}`}><p>Achten Sie darauf, wer Ihren Bildschirm sieht.</p></Meldung>
      <Formular formular={useFormular(null)} aktion="schliessen"><Knopf art="sekundaer">Jetzt schließen</Knopf></Formular>
    </>
  );
}

/** Fields of an entry. */
const GETIPPT = ['thema', 'person', 'text', 'version'];

/** What was typed before it closed goes along, and stands in its form when it is open again. */
function Geschlossen() {
  const { zustaendig } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const aktion = antwort?.werte['aktion']?.[0] ?? '';
  const weiter = antwort?.werte['weiter']?.[0] ?? (aktion === 'neu' || istId(aktion) ? aktion : null);
  const formular = useFormular(antwort, {}, weiter ? aktion : 'oeffnen');
  return (
    <Formular formular={formular} aktion="oeffnen">
      {!zustaendig && (
        <>
          <p>Sie sind für diesen Fall nicht zuständig. Öffnen Sie nur, was nicht warten kann; die zuständige Fachkraft sieht es in „Mein Tag“.</p>
          <Auswahl {...formular.feld('anlass')} beschriftung="Anlass" leer="Bitte wählen" optionen={alsOptionen(OEFFNUNGSANLASS).filter(({ wert }) => wert !== 'zustaendig')} breite="mittel" erforderlich />
          <Textfeld {...formular.feld('grund')} beschriftung="Warum jetzt?" erforderlich autoComplete="off" />
        </>
      )}
      {weiter && [...GETIPPT.map((name) => [name, antwort?.werte[name]?.[0]]), ['weiter', weiter]].map(([name, wert]) => <input key={name} type="hidden" name={name} value={wert} />)}
      <p className="kim-leise">Der Bereich bleibt {OFFEN_MINUTEN} Minuten offen, nur für Sie. Jede Öffnung wird festgehalten.</p>
      <Knopf>Öffnen</Knopf>
    </Formular>
  );
}

function Inhalt() {
  const { eintraege, personen, anlagen } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const formular = useFormular(antwort, { person: personen.find(({ hauptperson }) => hauptperson)?.id }, 'neu');
  return (
    <>
      <Abschnitt titel={`Einträge (${eintraege.length})`}>
        {eintraege.length === 0 && <LeererZustand titel="Noch kein Eintrag">Schreiben Sie nur auf, was Sie für die Arbeit brauchen.</LeererZustand>}
        {eintraege.map((eintrag) => <Schutzeintragskarte key={`${eintrag.id}-${eintrag.version}`} eintrag={eintrag} personen={personen} antwort={antwort} />)}
      </Abschnitt>
      <Abschnitt titel="Eintrag aufnehmen">
        <Formular formular={formular} aktion="neu" key={eintraege[0]?.id}>
          <Schutzeintragsfelder formular={formular} personen={personen} bisher={null} />
          <Knopf>Eintrag aufnehmen</Knopf>
        </Formular>
      </Abschnitt>
      <Schutzanlagen anlagen={anlagen} antwort={antwort} />
    </>
  );
}
