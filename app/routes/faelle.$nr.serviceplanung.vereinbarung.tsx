import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { DATEIFEHLER } from '@kim/domain/dokumente/labels.ts';
import { DATEITYPEN } from '@kim/domain/dokumente/schema.ts';
import { EINWILLIGUNGSFORM } from '@kim/domain/einwilligungen/labels.ts';
import { getServiceplanung } from '@kim/domain/serviceplanung/data.server.ts';
import { PLANMANGEL, VEREINBARENDE_WORTE } from '@kim/domain/serviceplanung/labels.ts';
import { vereinbarePlan } from '@kim/domain/serviceplanung/mutations.server.ts';
import { vereinbarbar } from '@kim/domain/serviceplanung/rules.ts';
import { vereinbarung } from '@kim/domain/serviceplanung/schema.ts';
import { SPRACHEN } from '@kim/kreis/sprachen.ts';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Dateifeld } from '@kim/ui/formular/Dateifeld.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Unterschriftfeld } from '@kim/ui/formular/Unterschriftfeld.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { alsOptionen } from '../components/Anfragefelder.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Planliste } from '../components/Planliste.tsx';
import { kuerze } from '../components/Zielfelder.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abdruck, abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { PLANUNGSGRUND } from '../http/planung.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => {
  const { plan, personen, abdruck: stand, maengel } = oder404(await getServiceplanung(akteur, nummerAus(params)));
  return { plan: vereinbarbar(plan), personen, stand, maengel, heute: formatDatum(heute()) };
});

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId, datei: lies } = await leseFormular(request);
  const datei = await lies('datei');
  const gelesen = pruefe(vereinbarung, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await vereinbarePlan(akteur, nr, gelesen.eingabe, datei, { formularId, inhalt: { werte, datei: abdruck(datei) } });
  if (ergebnis.ok) throw redirect(pfade.fallServiceplan(nr));
  switch (ergebnis.grund) {
    case 'nicht_gefunden': throw nichtGefunden();
    case 'maengel': return abgelehnt(werte, { '': `Der Plan kann so noch nicht vereinbart werden. ${ergebnis.maengel.map(({ mangel, text }) => `${text ? `„${kuerze(text)}“: ` : ''}${PLANMANGEL[mangel]}`).join(' ')}` });
    case 'konflikt': return abgelehnt(werte, { '': 'Der Plan wurde inzwischen geändert; unten steht er, wie er jetzt ist. Bitte gehen Sie ihn noch einmal gemeinsam durch.' }, 409);
    case 'zu_frueh': return abgelehnt(werte, { am: `Die letzte Fassung wurde am ${formatDatum(ergebnis.vereinbartAm)} vereinbart. Eine neue kann nicht davor liegen.` });
    case 'nachweis_fehlt': return abgelehnt(werte, { form: 'Für die elektronische Form fehlt die Unterschrift oder die Datei.' });
    case 'zwei_nachweise': return abgelehnt(werte, { datei: 'Bitte entweder eine Datei wählen oder am Bildschirm unterschreiben.' });
    case 'zu_gross': case 'unbekannter_typ': case 'kontingent': return abgelehnt(werte, { datei: DATEIFEHLER[ergebnis.grund] });
    default: return abgelehnt(werte, { '': PLANUNGSGRUND[ergebnis.grund] }, 409);
  }
});

export default function Vereinbarung() {
  const { plan, personen, stand, maengel, heute: tag } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const dabei = personen.filter((eine) => eine.dabei);
  const formular = useFormular(useActionData<typeof action>(), { person: dabei[0]?.id, durch: 'selbst', am: tag, form: 'schriftlich' });
  return (
    <Abschnitt titel="Plan vereinbaren">
      <p>Gehen Sie den Plan gemeinsam durch. Was vereinbart ist, bleibt als Fassung erhalten; weiterarbeiten können Sie jederzeit.</p>
      {maengel.length > 0 && <Meldung art="warnung" titel="Der Plan ist noch nicht vollständig"><ul>{maengel.map(({ mangel, zielId, text }) => <li key={`${mangel}-${zielId}`}>{text && <><bdi>{kuerze(text)}</bdi>: </>}{PLANMANGEL[mangel]}</li>)}</ul></Meldung>}
      <Planliste plan={plan} personen={personen} />
      <Formular formular={formular} mitDatei>
        <input type="hidden" name="stand" value={stand} />
        <Auswahl {...formular.feld('person')} beschriftung="Wer vereinbart den Plan?" optionen={dabei.map(({ id, name }) => ({ wert: id, text: name }))} breite="mittel" erforderlich />
        <Optionsgruppe {...formular.feld('durch')} beschriftung="Wer stimmt zu?" hinweis="Bei rechtlicher Betreuung entscheidet die Person mit, soweit sie kann." optionen={alsOptionen(VEREINBARENDE_WORTE)} erforderlich />
        <Textfeld {...formular.feld('vertreten')} beschriftung="Name der vertretenden Person" hinweis="Nur wenn jemand für die Person zustimmt." autoComplete="off" />
        <Raster spalten="schmal">
          <Datumsfeld {...formular.feld('am')} beschriftung="Tag" erforderlich />
          <Textfeld {...formular.feld('ort')} beschriftung="Ort" autoComplete="off" />
          <Auswahl {...formular.feld('sprache')} beschriftung="Sprache der ausgehändigten Fassung" leer="Deutsch" optionen={SPRACHEN.filter(({ code }) => code !== 'deu').map(({ code, name }) => ({ wert: code, text: name }))} />
        </Raster>
        <Optionsgruppe {...formular.feld('form')} beschriftung="Form" optionen={alsOptionen(EINWILLIGUNGSFORM)} erforderlich />
        <Dateifeld {...formular.feld('datei')} beschriftung="Unterschriebenes Blatt" hinweis="Scan oder Foto als PDF, PNG oder JPEG, höchstens 10 MB" annahme={DATEITYPEN.join(',')} optional />
        <Unterschriftfeld {...formular.feld('unterschrift')} beschriftung="Oder hier unterschreiben" hinweis="Mit Finger, Stift oder Maus. Wer nicht zeichnen kann oder möchte, unterschreibt auf Papier." />
        <Knopfreihe>
          <Knopf>Plan vereinbaren</Knopf>
          <Knopf art="sekundaer" href={pfade.fallServiceplan(nr)}>Zurück zum Plan</Knopf>
        </Knopfreihe>
      </Formular>
    </Abschnitt>
  );
}
