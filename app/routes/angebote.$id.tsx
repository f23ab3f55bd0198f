import { data, redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { getAngebot } from '@kim/domain/angebote/data.server.ts';
import type { Angebot } from '@kim/domain/angebote/data.server.ts';
import { FRISCHE } from '@kim/domain/angebote/labels.ts';
import { bestaetigeAngebot, saveAngebot } from '@kim/domain/angebote/mutations.server.ts';
import { frische } from '@kim/domain/angebote/rules.ts';
import { angebotsaenderung } from '@kim/domain/angebote/schema.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { RECHTSKREISE } from '@kim/kreis/rechtskreise.ts';
import { sprachname } from '@kim/kreis/sprachen.ts';
import { Aufklapper } from '@kim/ui/anzeige/Aufklapper.tsx';
import { Beschreibungsliste } from '@kim/ui/anzeige/Beschreibungsliste.tsx';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { Konfliktansicht } from '@kim/ui/anzeige/Konfliktansicht.tsx';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Brotkrumen } from '@kim/ui/seite/Brotkrumen.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Angebotsfelder } from '../components/Angebotsfelder.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { idAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import type { Feldfehler } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction<typeof loader> = ({ data: geladen }) => [{ title: `${geladen?.angebot.name ?? 'Angebot'} · KIM Case Management` }];

export const loader = fuerFachkraft(async ({ akteur, params }) => ({ ...oder404(await getAngebot(akteur, idAus(params))), heute: heute() }));

const FREMD = 'Dieses Angebot pflegt ein anderer Träger. Bitte sagen Sie dort Bescheid.';

/** `aktion` is „geprueft“ or „aendern“. */
export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const id = idAus(params);
  const { werte } = await leseFormular(request);
  if (werte['aktion']?.[0] === 'geprueft') {
    const ergebnis = await bestaetigeAngebot(akteur, id);
    if (ergebnis.ok) throw redirect(pfade.angebot(id));
    if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
    return abgelehnt(werte, { '': FREMD });
  }
  const gelesen = pruefe(angebotsaenderung, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await saveAngebot(akteur, id, gelesen.eingabe.version, gelesen.eingabe);
  if (ergebnis.ok) throw redirect(pfade.angebot(id));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  if (ergebnis.grund === 'fremd') return abgelehnt(werte, { '': FREMD });
  return data({ werte, fehler: {} as Feldfehler, konflikt: ergebnis.aktuell }, { status: 409 });
});

const alsFelder = (eines: Angebot): Record<string, string | string[]> => ({
  name: eines.name, organisation: eines.organisation, rechtskreis: eines.rechtskreis, bereiche: eines.bereiche, einzugsgebiet: eines.einzugsgebiet, sprachen: eines.sprachen, anschrift: eines.anschrift,
  anfahrt: eines.anfahrt, telefon: eines.telefon, email: eines.email, web: eines.web, zeiten: eines.zeiten, hinweise: eines.hinweise, geschlossenAm: eines.geschlossenAm ? formatDatum(eines.geschlossenAm) : '',
});

const BESCHRIFTUNG: Record<string, string> = {
  name: 'Name', organisation: 'Organisation', rechtskreis: 'Rechtskreis', bereiche: 'Bereiche', einzugsgebiet: 'Einzugsgebiet', sprachen: 'Sprachen', anschrift: 'Anschrift', anfahrt: 'Anfahrt', telefon: 'Telefon',
  email: 'E-Mail', web: 'Internetseite', zeiten: 'Zeiten', hinweise: 'Hinweise', geschlossenAm: 'Geschlossen seit',
};

export default function Angebotsseite() {
  const { angebot, kommunen, heute: tag } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const konflikt = (antwort && 'konflikt' in antwort ? antwort.konflikt : null) as Angebot | null;
  const formular = useFormular(antwort, alsFelder(angebot), 'aendern');
  const bestaetigung = useFormular(antwort, {}, 'geprueft');
  const wie = frische(angebot.geprueftAm, tag);
  const worte: Record<string, (wert: string) => string> = {
    rechtskreis: (wert) => (RECHTSKREISE as Record<string, string>)[wert] ?? wert, bereiche: (wert) => (BEDARFSBEREICHE as Record<string, string>)[wert] ?? wert,
    einzugsgebiet: (wert) => kommunen.find(({ id }) => id === wert)?.name ?? wert, sprachen: sprachname,
  };
  const zeige = (name: string, werte: readonly string[]) => werte.map((wert) => worte[name]?.(wert) ?? wert).join(', ');
  const felder = alsFelder(angebot);
  return (
    <>
      <Brotkrumen eintraege={[{ text: 'Angebote', href: pfade.angebote() }, { text: angebot.name }]} />
      <Seitenkopf titel={angebot.name} unterzeile={angebot.organisation} />
      {angebot.geschlossenAm && angebot.geschlossenAm <= tag && <Meldung art="warnung" titel={`Geschlossen seit ${formatDatum(angebot.geschlossenAm)}`} />}
      {wie !== 'frisch' && <Meldung art="info" titel={angebot.geprueftAm ? `Zuletzt geprüft am ${formatDatum(angebot.geprueftAm)}` : 'Diese Angaben hat noch niemand geprüft'}><p>Bitte fragen Sie nach, bevor Sie jemanden hinschicken.</p></Meldung>}
      <Beschreibungsliste
        eintraege={[
          ...Object.keys(BESCHRIFTUNG).filter((name) => !['name', 'organisation', 'geschlossenAm'].includes(name)).map((name) => ({
            begriff: BESCHRIFTUNG[name], inhalt: name === 'einzugsgebiet' && angebot.einzugsgebiet.length === 0 ? 'ganzer Kreis' : <Freitext>{zeige(name, [felder[name] ?? []].flat())}</Freitext> })),
          { begriff: 'Stand', inhalt: `${FRISCHE[wie]}${angebot.geprueftAm ? ` (${formatDatum(angebot.geprueftAm)})` : ''}` },
          { begriff: 'Gepflegt von', inhalt: [angebot.pflegePerson, angebot.pflegeTraeger].filter(Boolean).join(', ') || 'noch niemandem' },
          { begriff: 'Sichtbar für', inhalt: angebot.nurEigene ? 'nur unseren Träger' : 'alle Träger' },
        ]}
      />
      {angebot.pflegbar && (
        <>
          <Formular formular={bestaetigung} aktion="geprueft"><Knopf art="sekundaer">Heute geprüft: Die Angaben stimmen</Knopf></Formular>
          <Aufklapper titel="Angaben ändern" offen={konflikt !== null || Object.keys(formular.fehler).length > 0}>
            {konflikt && (
              <Konfliktansicht
                felder={Object.entries(BESCHRIFTUNG).map(([name, beschriftung]) => ({ beschriftung, ihre: zeige(name, formular.gruppe(name).werte), gespeicherte: zeige(name, [alsFelder(konflikt)[name] ?? []].flat().filter(Boolean)) })).filter(({ ihre, gespeicherte }) => ihre !== gespeicherte)}
              />
            )}
            <Formular formular={formular} aktion="aendern">
              <input type="hidden" name="version" value={(konflikt ?? angebot).version} />
              <Angebotsfelder formular={formular} kommunen={kommunen} />
              <Knopf>{konflikt ? 'Meine Fassung speichern' : 'Speichern'}</Knopf>
            </Formular>
          </Aufklapper>
        </>
      )}
      {!angebot.pflegbar && <p className="kim-leise">{FREMD}</p>}
    </>
  );
}
