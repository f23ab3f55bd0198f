import { data, redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { istId } from '@kim/core/ids.ts';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { KLASSE } from '@kim/domain/faelle/labels.ts';
import { GRUND as FREIGABEGRUND } from '@kim/domain/traeger/freigaben/labels.ts';
import { beantrageUebergabe } from '@kim/domain/traeger/freigaben/mutations.server.ts';
import { getUebergabe } from '@kim/domain/traeger/uebergaben/data.server.ts';
import { GRUND } from '@kim/domain/traeger/uebergaben/labels.ts';
import { uebergibFaelle } from '@kim/domain/traeger/uebergaben/mutations.server.ts';
import { uebergabe } from '@kim/domain/traeger/uebergaben/schema.ts';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Ankreuzfeld } from '@kim/ui/formular/Ankreuzfeld.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { feldId } from '@kim/ui/formular/feld.ts';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Brotkrumen } from '@kim/ui/seite/Brotkrumen.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Seitennavigation } from '@kim/ui/seite/Seitennavigation.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { istFreigabeNoetig } from '../components/Vertretungen.tsx';
import { idAus, oder404, seiteNach } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerVerwaltung, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Fälle übergeben · KIM Case Management' }];

export const loader = fuerVerwaltung(async ({ akteur, params, url }) => {
  const vorgang = url.searchParams.get('vorgang');
  const seite = oder404(await getUebergabe(akteur, idAus(params), { nach: seiteNach(url), vorgang: istId(vorgang) ? vorgang : null }));
  return { ...seite, ich: akteur.nutzerId, heute: formatDatum(heute()), beantragt: url.searchParams.get('vorgang') === 'freigabe' };
});

const GRUENDE: Record<string, string> = { ...FREIGABEGRUND, ...GRUND, anderer_inhalt: 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Die Liste zeigt, was noch zu übergeben ist.' };

export const action = fuerVerwaltung(async ({ akteur, request, params }) => {
  const id = idAus(params);
  const { werte, formularId } = await leseFormular(request);
  const gelesen = pruefe(uebergabe, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const eingang = { formularId, inhalt: werte };
  if (werte['freigabe']?.[0] === 'ja') {
    const antrag = await beantrageUebergabe(akteur, id, gelesen.eingabe, eingang);
    if (antrag.ok) throw redirect(pfade.verwaltungUebergabe(id, { vorgang: 'freigabe' }));
    if (antrag.grund === 'nicht_gefunden') throw nichtGefunden();
    return abgelehnt(werte, { an: GRUENDE[antrag.grund] ?? 'Das ist nicht möglich.' });
  }
  const ergebnis = await uebergibFaelle(akteur, id, gelesen.eingabe, eingang);
  if (ergebnis.ok) throw redirect(pfade.verwaltungUebergabe(id, { vorgang: formularId }));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return data({ werte, fehler: { an: GRUENDE[ergebnis.grund] ?? 'Das ist nicht möglich.' }, freigabe: ergebnis.grund === 'freigabe' }, { status: 422 });
});

export default function Uebergabe() {
  const { person, faelle, gesamt, weiter, empfaenger, uebergeben, beantragt, ich, heute } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const formular = useFormular(antwort, { faelle: faelle.map(({ id }) => id) }, 'uebergabe');
  const umfang = formular.feld('umfang').wert;
  return (
    <>
      <Brotkrumen eintraege={[{ text: 'Personal', href: pfade.verwaltungPersonal() }, { text: person.name, href: pfade.verwaltungPerson(person.id) }, { text: 'Fälle übergeben' }]} />
      <Seitenkopf titel="Fälle übergeben" unterzeile={<span>von <bdi>{person.name}</bdi>, ab heute, {heute}</span>} />
      {uebergeben !== null && (
        <Meldung art="erfolg" titel={uebergeben === 1 ? '1 Fall ist übergeben' : `${uebergeben.toLocaleString('de-DE')} Fälle sind übergeben`}>
          {gesamt === 0 ? 'Alle Fälle haben eine neue Fachkraft. Keiner ist verwaist.' : `Bei dieser Person ${gesamt === 1 ? 'liegt noch 1 Fall' : `liegen noch ${gesamt.toLocaleString('de-DE')} Fälle`}.`} Beide Fachkräfte sehen jede Übergabe in ihrem Protokoll.
        </Meldung>
      )}
      {beantragt && <Meldung art="erfolg" titel="Die Freigabe ist beantragt">Bis jemand zustimmt, bleiben die Fälle, wo sie sind.</Meldung>}
      {gesamt === 0 ? (
        <LeererZustand titel="Keine Fälle" aktion={<Knopf art="sekundaer" href={pfade.verwaltungPerson(person.id)}>Zur Person</Knopf>}>
          Diese Person ist für keinen Fall zuständig. Ihr Zugang kann beendet werden, ohne dass ein Fall verwaist.
        </LeererZustand>
      ) : (
        <Formular formular={formular} aktion="uebergabe" key={faelle[0]?.id}>
          <Auswahl
            {...formular.feld('an')}
            beschriftung="An"
            leer="Bitte wählen"
            breite="mittel"
            optionen={empfaenger.map(({ id, name }) => ({ wert: id, text: id === ich ? `${name} (Sie selbst, nur mit Freigabe)` : name }))}
            hinweis="Nur aktive Fachkräfte können Fälle übernehmen."
            erforderlich
          />
          <Falltabelle gewaehlt={formular.gruppe('faelle').werte} />
          {istFreigabeNoetig(antwort, 'uebergabe') ? (
            <Knopfreihe>
              <input type="hidden" name="umfang" value={umfang === 'alle' ? 'alle' : 'auswahl'} />
              <Knopf name="freigabe" value="ja">Freigabe beantragen</Knopf>
              <Knopf art="sekundaer" href={pfade.verwaltungUebergabe(person.id)}>Andere Person wählen</Knopf>
            </Knopfreihe>
          ) : (
            <Knopfreihe>
              <Knopf name="umfang" value="auswahl" gesperrtWeil={empfaenger.length === 0 ? 'Bei Ihrem Träger gibt es keine weitere aktive Fachkraft.' : undefined}>Angekreuzte Fälle übergeben</Knopf>
              {gesamt > faelle.length && empfaenger.length > 0 && <Knopf art="sekundaer" name="umfang" value="alle">{`Alle ${gesamt.toLocaleString('de-DE')} Fälle übergeben`}</Knopf>}
            </Knopfreihe>
          )}
        </Formular>
      )}
      {gesamt > faelle.length && <Seitennavigation angezeigt={faelle.length} einheit="Fälle" weiterHref={weiter ? pfade.verwaltungUebergabe(person.id, { nach: weiter }) : undefined} anfangHref={pfade.verwaltungUebergabe(person.id)} />}
      <Begriff name="Übergabe" />
    </>
  );
}

/** Number, class, commune and days: what the administration knows of a case. */
function Falltabelle({ gewaehlt }: { gewaehlt: readonly string[] }) {
  const { faelle, gesamt } = useLoaderData<typeof loader>();
  return (
    <Tabelle
      beschriftung={`Fälle dieser Person (${gesamt.toLocaleString('de-DE')})`}
      zeilen={faelle}
      schluessel={(fall) => fall.id}
      spalten={[
        {
          schluessel: 'fall', titel: 'Fall', kopf: true,
          zelle: (fall) => <Ankreuzfeld art="checkbox" id={fall.id === faelle[0]?.id ? feldId('faelle') : `fall-${fall.id}`} name="faelle" option={{ wert: fall.id, text: fall.fallnummer }} gewaehlt={gewaehlt.includes(fall.id)} />,
        },
        { schluessel: 'klasse', titel: 'Klasse', zelle: (fall) => KLASSE[fall.klasse] },
        { schluessel: 'kommune', titel: 'Kommune', zelle: (fall) => fall.kommune },
        { schluessel: 'eroeffnet', titel: 'Eröffnet', zelle: (fall) => formatDatum(fall.eroeffnetAm) },
        { schluessel: 'stand', titel: 'Stand', zelle: (fall) => (fall.beendetAm ? `beendet am ${formatDatum(fall.beendetAm)}` : 'läuft') },
        { schluessel: 'seit', titel: 'Zuständig seit', zelle: (fall) => formatDatum(fall.seit) },
      ]}
    />
  );
}
