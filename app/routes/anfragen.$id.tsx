import { redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { getAnfrage } from '@kim/domain/anfragen/data.server.ts';
import { ANFRAGESTAND } from '@kim/domain/anfragen/labels.ts';
import { nimmAnfrageAuf, saveAnfrage, saveAngaben, uebernimmAnfrage } from '@kim/domain/anfragen/mutations.server.ts';
import { anfrageaenderung, anfrageangaben, aufnahme } from '@kim/domain/anfragen/schema.ts';
import { KERNKRITERIEN } from '@kim/kreis/zugaenge.ts';
import { Name } from '@kim/ui/anzeige/Name.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Brotkrumen } from '@kim/ui/seite/Brotkrumen.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { alsOptionen } from '../components/Anfragefelder.tsx';
import { Anfrageangaben } from '../components/Anfrageangaben.tsx';
import { Anfrageberichtigung, angabenVon } from '../components/Anfrageberichtigung.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { idAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Anfrage · KIM Case Management' }];

export const loader = fuerFachkraft(async ({ akteur, params }) => {
  const anfrage = oder404(await getAnfrage(akteur, idAus(params)));
  return { anfrage, heute: formatDatum(heute()) };
});

const GRUND: Record<string, { feld: string; text: string }> = {
  vor_eingang: { feld: 'am', text: 'Der Fall kann nicht vor der Anfrage beginnen.' },
  bei_kollegin: { feld: '', text: 'Die Person ist inzwischen bei einer Kollegin oder einem Kollegen im Case Management.' },
  kein_fall: { feld: '', text: 'Der Fall der Person wurde inzwischen beendet oder abgegeben.' },
  konflikt: { feld: '', text: 'Die Anfrage wurde inzwischen geändert. Bitte prüfen Sie den neuen Stand oben; Ihre Eingaben sind erhalten.' },
  anderer_inhalt: { feld: '', text: 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt.' },
};

function lehneAb(werte: Parameters<typeof abgelehnt>[0], grund: string) {
  if (grund === 'nicht_gefunden') throw nichtGefunden();
  const { feld, text } = GRUND[grund] ?? { feld: '', text: 'Das ging nicht. Bitte versuchen Sie es noch einmal.' };
  return abgelehnt(werte, { [feld]: text }, 409);
}

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const id = idAus(params);
  const { werte, formularId } = await leseFormular(request);
  if (werte['aktion']?.[0] === 'uebernehmen') {
    const ergebnis = await uebernimmAnfrage(akteur, id);
    if (ergebnis.ok) throw redirect(pfade.fallVerlauf(ergebnis.wert));
    return lehneAb(werte, ergebnis.grund);
  }
  if (werte['aktion']?.[0] === 'aufnehmen') {
    const gelesen = pruefe(aufnahme, werte);
    if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
    const ergebnis = await nimmAnfrageAuf(akteur, id, gelesen.eingabe, { formularId, inhalt: werte });
    if (ergebnis.ok) throw redirect(pfade.fall(ergebnis.wert));
    return lehneAb(werte, ergebnis.grund);
  }
  if (werte['aktion']?.[0] === 'angaben') {
    const gelesen = pruefe(anfrageangaben, werte);
    if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
    const ergebnis = await saveAngaben(akteur, id, gelesen.eingabe);
    if (ergebnis.ok) throw redirect(pfade.anfrage(id));
    return lehneAb(werte, ergebnis.grund);
  }
  const gelesen = pruefe(anfrageaenderung, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await saveAnfrage(akteur, id, gelesen.eingabe);
  if (ergebnis.ok) throw redirect(pfade.anfragen());
  return lehneAb(werte, ergebnis.grund);
});

export default function Anfrageseite() {
  const { anfrage, heute } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const aufnehmen = useFormular(antwort, { kernkriterium: anfrage.kernkriterium ?? '', am: heute }, 'aufnehmen');
  const aendern = useFormular(antwort, {
    stand: anfrage.stand === 'weitergegeben' ? 'offen' : anfrage.stand, kernkriterium: anfrage.kernkriterium ?? '', erstgespraechAm: anfrage.erstgespraechAm ? formatDatum(anfrage.erstgespraechAm) : '',
  }, 'aendern');
  const angaben = useFormular(antwort, angabenVon(anfrage), 'angaben');
  const uebernehmen = useFormular(antwort, {}, 'uebernehmen');
  const kernkriterien = alsOptionen(KERNKRITERIEN);
  return (
    <>
      <Brotkrumen eintraege={[{ text: 'Anfragen', href: pfade.anfragen() }, { text: 'Anfrage' }]} />
      <Seitenkopf vorzeile={`Anfrage vom ${formatDatum(anfrage.eingegangenAm)}`} titel={<Name voll={anfrage.name} />} unterzeile={anfrage.an ? `bei ${anfrage.an}` : ANFRAGESTAND[anfrage.stand]} />
      <Anfrageangaben anfrage={anfrage} />
      <Anfrageberichtigung formular={angaben} version={anfrage.version} />
      {anfrage.laufenderFall && (
        <Abschnitt titel="In den laufenden Fall übernehmen">
          <Formular formular={uebernehmen} aktion="uebernehmen">
            <p>Die Person wird in {anfrage.laufenderFall} begleitet. Die Anfrage wird dort als Kontakt in den Verlauf geschrieben, genannte Bedarfe dazu, und verschwindet aus der Liste.</p>
            <Knopf>Als Kontakt übernehmen</Knopf>
          </Formular>
        </Abschnitt>
      )}
      {anfrage.aufnehmbar && (
        <Abschnitt titel="Fall eröffnen">
          <Formular formular={aufnehmen} aktion="aufnehmen">
            <p>Beginnt mit dem Erstgespräch: Das Anliegen wandert in den Fall, die Anfrage ist damit erledigt.</p>
            <Auswahl {...aufnehmen.feld('kernkriterium')} beschriftung="Kernkriterium" leer="noch nicht bekannt" optionen={kernkriterien} />
            <Datumsfeld {...aufnehmen.feld('am')} beschriftung="Fall läuft seit" erforderlich />
            <Knopf>Fall eröffnen</Knopf>
          </Formular>
        </Abschnitt>
      )}
      <Abschnitt titel="Anfrage weiterführen">
        <Formular formular={aendern} aktion="aendern">
          <input type="hidden" name="version" value={anfrage.version} />
          <Optionsgruppe
            {...aendern.feld('stand')}
            beschriftung="Wie geht es weiter?"
            optionen={(['offen', 'wartet', 'nicht_aufgenommen'] as const).map((wert) => ({ wert, text: ANFRAGESTAND[wert], ...(wert === 'nicht_aufgenommen' && { hinweis: 'Die Anfrage und der Name löschen sich sechs Monate nach dem Eingang, frühestens sechs Monate nach einem Termin.' }) }))}
          />
          <Datumsfeld {...aendern.feld('erstgespraechAm')} id="feld-termin" beschriftung="Termin für das Erstgespräch" />
          <Auswahl {...aendern.feld('kernkriterium')} id="feld-kernkriterium-2" beschriftung="Kernkriterium" leer="noch nicht bekannt" optionen={kernkriterien} />
          <Knopf art="sekundaer">Speichern</Knopf>
        </Formular>
      </Abschnitt>
    </>
  );
}
