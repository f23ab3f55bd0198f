import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { z } from 'zod';
import { formatDatum, formatZeitpunkt } from '@kim/core/zeit.ts';
import { getKontakt } from '@kim/domain/kontakte/data.server.ts';
import type { Kontakt } from '@kim/domain/kontakte/data.server.ts';
import { KANAL, LEISTUNG, ZWECK } from '@kim/domain/kontakte/labels.ts';
import { saveKontakt } from '@kim/domain/kontakte/mutations.server.ts';
import { kontakt } from '@kim/domain/kontakte/schema.ts';
import type { Ortswahl } from '@kim/domain/orte/data.server.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { SPRACHMITTLUNG } from '@kim/kreis/zugaenge.ts';
import { Konfliktansicht } from '@kim/ui/anzeige/Konfliktansicht.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Kontaktfelder, Uebersetzungsfrage } from '../components/Kontaktfelder.tsx';
import { idAus, nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => oder404(await getKontakt(akteur, nummerAus(params), idAus(params))));

const eingabe = kontakt.extend({ version: z.coerce.number().int().positive() });

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte } = await leseFormular(request);
  const gelesen = pruefe(eingabe, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await saveKontakt(akteur, nr, idAus(params), gelesen.eingabe.version, gelesen.eingabe);
  if (ergebnis.ok) throw redirect(pfade.fallVerlauf(nr));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  if (ergebnis.grund === 'ort') return abgelehnt(werte, { ort: 'Bitte wählen Sie einen Ort, den Ihr Träger an diesem Tag nutzte.' });
  return ergebnis.grund === 'konflikt'
    ? data({ werte, fehler: {}, konflikt: ergebnis.aktuell }, { status: 409 })
    : data({ werte, fehler: {}, uebersetzung: true }, { status: 422 });
});

/** A stored entry as the form shows it; a stored visit was settled when it was recorded. */
const alsFelder = (eintrag: Kontakt): Record<string, string | readonly string[]> => ({
  am: formatDatum(eintrag.am), kanal: eintrag.kanal, dauer: eintrag.dauer?.toString() ?? '', notiz: eintrag.notiz, leistung: eintrag.leistung ?? '',
  zweck: eintrag.zweck ?? '', ort: eintrag.ort?.id ?? '', sprachmittlung: eintrag.sprachmittlung ?? '', themen: eintrag.themen,
  ausgefallen: eintrag.ausgefallen ? 'ja' : '', besuchGeklaert: eintrag.kanal === 'aufsuchend' && eintrag.zweck ? 'ja' : '',
});

/** Both versions, field by field, in the words of the screen. */
function vergleiche(formular: ReturnType<typeof useFormular>, konflikt: Kontakt, orte: readonly Ortswahl[]) {
  const worte: [name: string, beschriftung: string, wort: (wert: string) => string | undefined][] = [
    ['notiz', 'Notiz', (wert) => wert], ['am', 'Tag', (wert) => wert], ['kanal', 'Weg', aus(KANAL)], ['dauer', 'Dauer', (wert) => wert],
    ['leistung', 'Leistung', aus(LEISTUNG)], ['zweck', 'Zweck', aus(ZWECK)], ['sprachmittlung', 'Sprachmittlung', aus(SPRACHMITTLUNG)],
    ['ort', 'Ort', (wert) => (wert === konflikt.ort?.id ? konflikt.ort.name : orte.find(({ id }) => id === wert)?.name)],
    ['themen', 'Themen', aus(BEDARFSBEREICHE)], ['ausgefallen', 'Nicht gekommen', (wert) => wert],
  ];
  const gespeichert = alsFelder(konflikt);
  return worte.map(([name, beschriftung, wort]) => ({
    beschriftung, ihre: formular.gruppe(name).werte.map(wort).join(', '), gespeicherte: [gespeichert[name] ?? []].flat().map(wort).join(', '),
  }));
}

const aus = (liste: Record<string, string>) => (wert: string): string | undefined => liste[wert];

export default function KontaktBearbeiten() {
  const { kontakt: gespeichert, orte } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const konflikt = (antwort && 'konflikt' in antwort ? antwort.konflikt : null) as Kontakt | null;
  const { nr = '' } = useParams();
  const formular = useFormular(antwort, alsFelder(gespeichert));
  return (
    <Abschnitt titel={`Kontakt vom ${formatDatum(gespeichert.am)}`}>
      {konflikt && (
        <Konfliktansicht
          gespeichertVon={konflikt.geaendertVon ?? konflikt.erfasstVon}
          gespeichertAm={konflikt.geaendertAm ? formatZeitpunkt(new Date(konflikt.geaendertAm)) : undefined}
          felder={vergleiche(formular, konflikt, orte)}
        />
      )}
      <Formular formular={formular}>
        <input type="hidden" name="version" value={konflikt?.version ?? gespeichert.version} />
        <Kontaktfelder formular={formular} orte={orte} />
        {antwort && 'uebersetzung' in antwort && <Uebersetzungsfrage />}
        <Knopfreihe>
          <Knopf>{konflikt ? 'Meine Fassung speichern' : 'Speichern'}</Knopf>
          <Knopf art="sekundaer" href={pfade.fallVerlauf(nr)}>{konflikt ? 'Gespeicherte Fassung behalten' : 'Abbrechen'}</Knopf>
        </Knopfreihe>
      </Formular>
    </Abschnitt>
  );
}
