import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { istId } from '@kim/core/ids.ts';
import { fehler } from '@kim/core/result.ts';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getBedarfe } from '@kim/domain/bedarfe/data.server.ts';
import { erfasseBedarf, saveBedarf } from '@kim/domain/bedarfe/mutations.server.ts';
import { BEDARFE_DER_KURZBERATUNG, istOffen } from '@kim/domain/bedarfe/rules.ts';
import { bedarf, bedarfsaenderung } from '@kim/domain/bedarfe/schema.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { alsOptionen } from '../components/Anfragefelder.tsx';
import { Bedarfskarte, DRINGLICHKEITEN_AUSWAHL } from '../components/Bedarfskarte.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Personenbezug } from '../components/Personenbezug.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => ({ ...oder404(await getBedarfe(akteur, nummerAus(params))), heute: formatDatum(heute()) }));

/** `aktion` is „neu“ or the id of the Bedarf that is changed. */
export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId } = await leseFormular(request);
  const ergebnis = await schreibe(akteur, nr, werte, formularId);
  if (ergebnis.ok) throw redirect(pfade.fallBedarfe(nr));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  if (ergebnis.grund === 'eingabe') return abgelehnt(werte, ergebnis.fehler);
  if (ergebnis.grund === 'person') return abgelehnt(werte, { person: 'Bitte wählen Sie eine Person, die zu diesem Fall gehört.' });
  return abgelehnt(werte, { '': MELDUNG[ergebnis.grund] }, 409);
});

async function schreibe(akteur: TraegerAkteur, nr: string, werte: Record<string, string[]>, formularId: string) {
  const id = werte['aktion']?.[0];
  if (istId(id)) {
    const gelesen = pruefe(bedarfsaenderung, werte);
    return gelesen.ok ? saveBedarf(akteur, nr, id, gelesen.eingabe) : fehler('eingabe', { fehler: gelesen.fehler });
  }
  const gelesen = pruefe(bedarf, werte);
  return gelesen.ok ? erfasseBedarf(akteur, nr, gelesen.eingabe, { formularId, inhalt: werte }) : fehler('eingabe', { fehler: gelesen.fehler });
}

const MELDUNG = {
  beendet: 'Der Fall ist beendet.',
  konflikt: 'Inzwischen wurde eine andere Fassung gespeichert; sie steht unten. Ihre Eingaben sind erhalten. Bitte prüfen und noch einmal speichern.',
  anderer_inhalt: 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Der frühere Eintrag steht unten.',
};

export default function Bedarfe() {
  const { bedarfe, personen, heute } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const formular = useFormular(antwort, { dringlichkeit: 'mittel', erkanntAm: heute, person: personen.find(({ hauptperson }) => hauptperson)?.id }, 'neu');
  const offen = bedarfe.filter(({ stand }) => istOffen(stand)).length;
  return (
    <>
      <Abschnitt titel={`Bedarfe (${offen} offen)`}>
        {offen > BEDARFE_DER_KURZBERATUNG && <p>Eine Kurzberatung hat in der Regel höchstens zwei Bedarfe. Vielleicht lohnt ein neuer Blick auf die Kriterien.</p>}
        {bedarfe.length === 0 && <LeererZustand titel="Noch kein Bedarf">Wobei die Person Unterstützung braucht, nach Bereich. Gezählt wird nur der Bereich, nie der Text.</LeererZustand>}
        <Raster>{bedarfe.map((eintrag) => <Bedarfskarte key={`${eintrag.id}-${eintrag.version}`} bedarf={eintrag} personen={personen} antwort={antwort} />)}</Raster>
      </Abschnitt>
      <Abschnitt titel="Bedarf aufnehmen">
        <Formular formular={formular} aktion="neu" key={bedarfe.length}>
          <Raster>
            <Auswahl {...formular.feld('bereich')} beschriftung="Bereich" leer="Bitte wählen" optionen={alsOptionen(BEDARFSBEREICHE)} erforderlich />
            <Auswahl {...formular.feld('dringlichkeit')} beschriftung="Dringlichkeit" optionen={DRINGLICHKEITEN_AUSWAHL} />
            <Datumsfeld {...formular.feld('erkanntAm')} beschriftung="Bekannt seit" erforderlich />
            <Personenbezug formular={formular} beschriftung="Betrifft" personen={personen} bisher={null} />
          </Raster>
          <Textbereich {...formular.feld('beschreibung')} beschriftung="Beschreibung" zeilen={2} />
          <Knopf>Bedarf aufnehmen</Knopf>
        </Formular>
      </Abschnitt>
    </>
  );
}
