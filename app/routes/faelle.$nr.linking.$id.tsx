import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { formatDatum } from '@kim/core/zeit.ts';
import { DATENART, ZWECK_DER_WEITERGABE } from '@kim/domain/einwilligungen/labels.ts';
import type { Datenart, Zweck } from '@kim/domain/einwilligungen/schema.ts';
import { getVermittlung } from '@kim/domain/vermittlungen/data.server.ts';
import type { Vermittlung } from '@kim/domain/vermittlungen/data.server.ts';
import { ENTBINDUNGSMANGEL, VERMITTLUNGSART, VERMITTLUNGSSTAND, WEG } from '@kim/domain/vermittlungen/labels.ts';
import { gibWeiter, saveVermittlung } from '@kim/domain/vermittlungen/mutations.server.ts';
import { vermittlungsaenderung, weitergabe } from '@kim/domain/vermittlungen/schema.ts';
import { Beschreibungsliste } from '@kim/ui/anzeige/Beschreibungsliste.tsx';
import { Konfliktansicht } from '@kim/ui/anzeige/Konfliktansicht.tsx';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Kontrollgruppe } from '@kim/ui/formular/Kontrollgruppe.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { alsOptionen } from '../components/Anfragefelder.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { idAus, nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import type { Feldfehler } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => oder404(await getVermittlung(akteur, nummerAus(params), idAus(params))));

type Abgeschickt = Awaited<ReturnType<typeof leseFormular>>;
type Wer = Parameters<typeof saveVermittlung>[0];

/** `aktion` is „weitergabe“ or „stand“. */
export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const [nr, id] = [nummerAus(params), idAus(params)];
  const formular = await leseFormular(request);
  return formular.werte['aktion']?.[0] === 'weitergabe' ? neueWeitergabe(akteur, nr, id, formular) : geaendert(akteur, nr, id, formular);
});

async function geaendert(akteur: Wer, nr: string, id: string, { werte }: Abgeschickt) {
  const gelesen = pruefe(vermittlungsaenderung, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await saveVermittlung(akteur, nr, id, gelesen.eingabe);
  if (ergebnis.ok) throw redirect(pfade.fallLinking(nr));
  switch (ergebnis.grund) {
    case 'nicht_gefunden': throw nichtGefunden();
    case 'zu_frueh': return abgelehnt(werte, { pruefenAm: `Vermittelt wurde am ${formatDatum(ergebnis.am)}. Die Prüfung liegt danach.` });
    case 'konflikt': return data({ werte, fehler: {} as Feldfehler, konflikt: ergebnis.aktuell }, { status: 409 });
    case 'beendet': return abgelehnt(werte, { '': 'Der Fall ist beendet.' }, 409);
  }
}

async function neueWeitergabe(akteur: Wer, nr: string, id: string, { werte, formularId }: Abgeschickt) {
  const gelesen = pruefe(weitergabe, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await gibWeiter(akteur, nr, id, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.fallWeitergabe(nr, ergebnis.wert.ergebnis));
  switch (ergebnis.grund) {
    case 'nicht_gefunden': throw nichtGefunden();
    case 'nicht_entbunden': return abgelehnt(werte, { [ENTBINDUNGSMANGEL[ergebnis.mangel].feld]: ENTBINDUNGSMANGEL[ergebnis.mangel].text });
    case 'beendet': return abgelehnt(werte, { '': 'Der Fall ist beendet; weitergegeben wird nichts mehr.' }, 409);
    case 'anderer_inhalt': return abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Die frühere Weitergabe steht in der Liste.' }, 409);
  }
}

const alsFelder = ({ stand, pruefenAm, anlass }: Vermittlung): Record<string, string> => ({ stand, pruefenAm: pruefenAm ? formatDatum(pruefenAm) : '', anlass });

export default function Vermittlungsseite() {
  const { vermittlung, personen, weitergaben, erlaubt, nurLesen } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const { nr = '' } = useParams();
  const konflikt = (antwort && 'konflikt' in antwort ? antwort.konflikt : null) as Vermittlung | null;
  const formular = useFormular(antwort, alsFelder(vermittlung), 'stand');
  const wen = personen.find(({ id }) => id === vermittlung.personId)?.name ?? 'ganzer Haushalt';
  return (
    <>
      <Abschnitt titel={vermittlung.angebot}>
        <Beschreibungsliste eintraege={[{ begriff: 'Art', inhalt: VERMITTLUNGSART[vermittlung.art] }, { begriff: 'Wen', inhalt: <bdi>{wen}</bdi> }, { begriff: 'Seit', inhalt: `${formatDatum(vermittlung.am)} (${vermittlung.erfasstVon})` }]} />
        {konflikt && (
          <Konfliktansicht
            felder={([['stand', 'Stand'], ['pruefenAm', 'Nachfragen am'], ['anlass', 'Worum geht es']] as const).map(([name, beschriftung]) => ({
              beschriftung, ihre: zeige(name, formular.feld(name).wert), gespeicherte: zeige(name, alsFelder(konflikt)[name] ?? '') }))}
          />
        )}
        <Formular formular={formular} aktion="stand">
          <input type="hidden" name="version" value={konflikt?.version ?? vermittlung.version} />
          <Raster spalten="schmal">
            <Auswahl {...formular.feld('stand')} beschriftung="Stand" optionen={alsOptionen(VERMITTLUNGSSTAND)} />
            <Datumsfeld {...formular.feld('pruefenAm')} beschriftung="Nachfragen am" />
          </Raster>
          <Textbereich {...formular.feld('anlass')} beschriftung="Worum geht es?" zeilen={3} />
          <Knopfreihe>
            <Knopf gesperrtWeil={nurLesen ? 'In diesem Fall wird nichts mehr aufgeschrieben.' : undefined}>{konflikt ? 'Meine Fassung speichern' : 'Speichern'}</Knopf>
            <Knopf art="sekundaer" href={pfade.fallLinking(nr)}>Zurück</Knopf>
          </Knopfreihe>
        </Formular>
      </Abschnitt>
      <Abschnitt titel="Was die Stelle erfahren hat">
        <Tabelle
          beschriftung="Weitergaben" beschriftungVerborgen zeilen={weitergaben} schluessel={({ id }) => id} leer={<p>Noch nichts.</p>}
          spalten={[
            { schluessel: 'am', titel: 'Am', kopf: true, zelle: ({ id, am }) => <Link href={pfade.fallWeitergabe(nr, id)}>{formatDatum(am)}</Link> },
            { schluessel: 'weg', titel: 'Weg', zelle: ({ weg }) => WEG[weg] },
            { schluessel: 'zweck', titel: 'Wofür', zelle: ({ zweck }) => ZWECK_DER_WEITERGABE[zweck] },
            { schluessel: 'was', titel: 'Was', zelle: ({ datenarten }) => datenarten.map((art) => DATENART[art]).join('; ') },
            { schluessel: 'von', titel: 'Durch', zelle: ({ erfasstVon }) => erfasstVon },
          ]}
        />
        {!nurLesen && <NeueWeitergabe key={weitergaben.length} nr={nr} angebotId={vermittlung.angebotId} erlaubt={erlaubt} antwort={antwort} />}
      </Abschnitt>
    </>
  );
}

const zeige = (name: string, wert: string): string => (name === 'stand' ? ((VERMITTLUNGSSTAND as Record<string, string>)[wert] ?? wert) : wert);

/** What is allowed stands ready; what is not is refused, here and in the database. */
function NeueWeitergabe({ nr, angebotId, erlaubt, antwort }: { nr: string; angebotId: string; erlaubt: { zwecke: Zweck[]; datenarten: Datenart[] }; antwort: unknown }) {
  const formular = useFormular(antwort, { zweck: erlaubt.zwecke[0], weg: 'brief' }, 'weitergabe');
  const einholen = pfade.fallEinwilligungNeu(nr, { art: 'schweigepflichtentbindung', angebot: angebotId });
  if (erlaubt.zwecke.length === 0 && Object.keys(formular.fehler).length === 0) {
    return <Meldung art="warnung" titel="Noch darf nichts hinaus"><p>Für diese Stelle gibt es keine gültige Schweigepflichtentbindung. <Link href={einholen}>Schweigepflichtentbindung erfassen</Link></p></Meldung>;
  }
  return (
    <Abschnitt titel="Etwas mitteilen" ebene={3}>
      <p>Die Schweigepflichtentbindung umfasst: {erlaubt.zwecke.map((zweck) => ZWECK_DER_WEITERGABE[zweck]).join(', ') || 'keinen Zweck'}; {erlaubt.datenarten.map((art) => DATENART[art]).join(', ') || 'keine Angaben'}. <Link href={einholen}>Weitere erfassen</Link></p>
      <Formular formular={formular} aktion="weitergabe">
        <Raster spalten="schmal">
          <Auswahl {...formular.feld('zweck')} beschriftung="Wofür" optionen={alsOptionen(ZWECK_DER_WEITERGABE)} erforderlich />
          <Auswahl {...formular.feld('weg')} beschriftung="Weg" optionen={alsOptionen(WEG)} erforderlich />
        </Raster>
        <Kontrollgruppe {...formular.gruppe('datenarten')} beschriftung="Was die Stelle erfährt" optionen={alsOptionen(DATENART)} erforderlich />
        <Textbereich {...formular.feld('mitteilung')} beschriftung="Ihre Mitteilung" hinweis="Name, Status und Ziele kommen aus der Akte, wenn sie oben gewählt sind. Schreiben Sie hier nur, was die gewählten Angaben umfassen." zeilen={6} />
        <Knopf>Text erzeugen und Weitergabe festhalten</Knopf>
      </Formular>
    </Abschnitt>
  );
}
