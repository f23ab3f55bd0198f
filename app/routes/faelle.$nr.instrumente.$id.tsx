import { data, redirect } from '@remix-run/node';
import { useLoaderData, useParams } from '@remix-run/react';
import type { ClientActionFunctionArgs } from '@remix-run/react';
import { formatDatum, formatZeitpunkt } from '@kim/core/zeit.ts';
import type { Bogenfeld, GespeicherterBogen } from '@kim/domain/boegen/schema.ts';
import { getInstrument } from '@kim/domain/instrumente/data.server.ts';
import type { Instrument } from '@kim/domain/instrumente/data.server.ts';
import { VORDRUCKE } from '@kim/domain/instrumente/labels.ts';
import { saveInstrument } from '@kim/domain/instrumente/mutations.server.ts';
import { alsWerte, istUeberholt, mitLeerzeilen, vordruckVon } from '@kim/domain/instrumente/rules.ts';
import { instrument } from '@kim/domain/instrumente/schema.ts';
import type { Vordruck, Zeilen } from '@kim/domain/instrumente/schema.ts';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Bogenformular, sendeBogen } from '../components/Bogenformular.tsx';
import { HAUSHALT, Personenbezug } from '../components/Personenbezug.tsx';
import { ohneSelbstspeichern } from '../components/Selbstspeicher.tsx';
import { idAus, nummerAus, oder404 } from '../http/antwort.server.ts';
import { BOGENGRUND } from '../http/bogen.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

/** The stored list as its form shows it. */
const alsBogen = ({ am, personId, zeilen, version, gespeichertVon, gespeichertAm }: Instrument): GespeicherterBogen =>
  ({ version, gespeichertVon, gespeichertAm, werte: { am: formatDatum(am), person: personId ?? '', ...alsWerte(zeilen) } });

const vordruck = ({ art, fassung, zeilen }: Instrument): Vordruck => vordruckVon(VORDRUCKE, art, fassung, zeilen);

export const loader = fuerFachkraft(async ({ akteur, params }) => {
  const { instrument: eines, personen, nurLesen } = oder404(await getInstrument(akteur, nummerAus(params), idAus(params)));
  const seiner = vordruck(eines);
  return {
    vordruck: seiner, ueberholt: istUeberholt(VORDRUCKE, seiner), tafel: mitLeerzeilen(seiner, eines.zeilen), gespeichert: alsBogen(eines), zeilen: eines.zeilen,
    id: eines.id, am: eines.am, personId: eines.personId, stand: eines.stand, personen, nurLesen,
  };
});

export const shouldRevalidate = ohneSelbstspeichern;

const GRUND = { ...BOGENGRUND, abgeschlossen: 'Dieses Instrument ist abgeschlossen und bleibt, wie es ist.' };

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const id = idAus(params);
  const { werte, aktion } = await leseFormular(request);
  // Which columns there are is a matter of the version it was begun with, never of what is sent.
  const { instrument: eines } = oder404(await getInstrument(akteur, nr, id));
  const gelesen = pruefe(instrument(vordruck(eines)), werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await saveInstrument(akteur, nr, id, gelesen.eingabe, aktion === 'abschliessen' ? 'abgeschlossen' : 'entwurf');
  if (ergebnis.ok) {
    if (aktion === 'selbst') return data({ version: ergebnis.wert, um: formatZeitpunkt(new Date()) });
    throw redirect(aktion === 'abschliessen' ? pfade.fallInstrumente(nr) : pfade.fallInstrument(nr, id));
  }
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  if (ergebnis.grund === 'konflikt') return data({ werte, fehler: {}, konflikt: alsBogen(ergebnis.aktuell) }, { status: 409 });
  if (ergebnis.grund === 'person') return abgelehnt(werte, { person: 'Bitte wählen Sie eine Person, die zu diesem Fall gehört.' });
  return abgelehnt(werte, { '': GRUND[ergebnis.grund] }, 409);
});

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => sendeBogen(() => serverAction<typeof action>());

export default function Instrumentseite() {
  const { id, vordruck: seiner, ueberholt, tafel, gespeichert, zeilen, am, personId, stand, personen, nurLesen } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const zurueck = { href: pfade.fallInstrumente(nr), text: 'Alle Instrumente' };
  const namen = Object.fromEntries(personen.map((person) => [person.id, person.name]));
  const wer = personId === null ? HAUSHALT : (namen[personId] ?? '');
  return (
    <Abschnitt titel={seiner.titel}>
      <p>{seiner.zweck}</p>
      {ueberholt && <Meldung art="info" titel={`Begonnen mit Fassung ${seiner.fassung} des Vordrucks`}><p>Diese Fassung wird nicht mehr neu begonnen. Den Eintrag können Sie mit ihr abschließen.</p></Meldung>}
      {stand === 'abgeschlossen' ? (
        <>
          <p className="kim-leise">{`${formatDatum(am)} · abgeschlossen · Fassung ${seiner.fassung} · `}<bdi>{wer}</bdi></p>
          <Liste titel={seiner.titel} spalten={seiner.spalten} zeilen={zeilen} />
          <Knopfreihe><Knopf art="sekundaer" href={zurueck.href}>{zurueck.text}</Knopf></Knopfreihe>
        </>
      ) : (
        <Bogenformular
          key={`${id}-${gespeichert.version}`} tafel={tafel} gespeichert={gespeichert} zurueck={zurueck}
          rahmenfelder={[{ name: 'am', beschriftung: 'Tag' }, { name: 'person', beschriftung: 'Für', worte: { ...namen, '': HAUSHALT } }]}
          rahmen={(formular) => <><Datumsfeld {...formular.feld('am')} beschriftung="Tag" erforderlich /><Personenbezug formular={formular} beschriftung="Für" personen={personen} bisher={personId} /></>}
          gesperrtWeil={nurLesen ? 'In diesem Fall wird nichts mehr aufgeschrieben.' : undefined}
          knoepfe={<Knopf art="sekundaer" name="_aktion" value="abschliessen">Speichern und abschließen</Knopf>}
        >
          <p className="kim-leise">Mehr Zeilen entstehen beim Speichern. Leere Zeilen fallen weg.</p>
        </Bogenformular>
      )}
    </Abschnitt>
  );
}

/** A completed list, as it was written. */
function Liste({ titel, spalten, zeilen }: { titel: string; spalten: readonly Bogenfeld[]; zeilen: Zeilen }) {
  const zeige = (feld: Bogenfeld, wert: string | undefined) => (wert ? <Freitext>{'worte' in feld ? (feld.worte[wert] ?? wert) : wert}</Freitext> : '–');
  return (
    <Tabelle
      beschriftung={titel} beschriftungVerborgen zeilen={zeilen.map((zeile, stelle) => ({ zeile, stelle }))} schluessel={({ stelle }) => String(stelle)} leer={<LeererZustand titel="Ohne Einträge">Hier wurde nichts eingetragen.</LeererZustand>}
      spalten={spalten.map((feld, stelle) => ({ schluessel: feld.name, titel: feld.beschriftung, kopf: stelle === 0, zelle: ({ zeile }: { zeile: Zeilen[number]; stelle: number }) => zeige(feld, zeile[feld.name]) }))}
    />
  );
}
