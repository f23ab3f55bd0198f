import { redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { nenneZeitraum } from '@kim/auswertung/blatt.ts';
import { formatZahl } from '@kim/core/zahl.ts';
import { formatDatum } from '@kim/core/zeit.ts';
import { getKennzahlen } from '@kim/domain/kennzahlen/data.server.ts';
import { FREIGABEMANGEL, KENNZAHLART, KENNZAHLKLASSE } from '@kim/domain/kennzahlen/labels.ts';
import { gibKennzahlenFrei } from '@kim/domain/kennzahlen/mutations.server.ts';
import { freigabe, KENNZAHLARTEN } from '@kim/domain/kennzahlen/schema.ts';
import { quote, QUOTE } from '@kim/domain/traeger/stellen/rules.ts';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Kontrollkaestchen } from '@kim/ui/formular/Kontrollkaestchen.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerTraeger } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Kennzahlen · KIM Case Management' }];

export const loader = fuerTraeger(['leitung'], async ({ akteur }) => ({ ...(await getKennzahlen(akteur)), traeger: akteur.traeger }));

export const action = fuerTraeger(['leitung'], async ({ akteur, request }) => {
  const { werte, formularId } = await leseFormular(request);
  const gelesen = pruefe(freigabe, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await gibKennzahlenFrei(akteur, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.leitung());
  if (ergebnis.grund === 'mangel') return abgelehnt(werte, { stichtag: FREIGABEMANGEL[ergebnis.mangel] });
  return abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Die Tabelle zeigt, was freigegeben ist.' }, 409);
});

export default function Kennzahlen() {
  const { staende, freigegeben, traeger } = useLoaderData<typeof loader>();
  const [heute, ...quartale] = staende;
  return (
    <>
      <Seitenkopf vorzeile={traeger} titel="Kennzahlen" unterzeile="Genaue Zahlen des eigenen Trägers; gezählt werden Fälle, nie Personen." />
      <Tabelle
        beschriftung="Laufende Fälle am Stichtag, neue und beendete im Quartal"
        zeilen={staende}
        schluessel={(zeile) => zeile.stichtag}
        spalten={[
          { schluessel: 'stichtag', titel: 'Stichtag', kopf: true, zelle: (zeile) => (zeile === heute ? `heute, ${formatDatum(zeile.stichtag)}` : formatDatum(zeile.stichtag)) },
          { schluessel: 'laufend', titel: 'Laufend', zahl: true, zelle: (zeile) => formatZahl(zeile.kurzberatung + zeile.caseManagement) },
          { schluessel: 'kurz', titel: 'Kurzberatung', zahl: true, zelle: (zeile) => formatZahl(zeile.kurzberatung) },
          { schluessel: 'cm', titel: 'Case Management', zahl: true, zelle: (zeile) => formatZahl(zeile.caseManagement) },
          { schluessel: 'quote', titel: 'Anteil', zahl: true, zelle: (zeile) => anteil(zeile.caseManagement, zeile.kurzberatung) },
          { schluessel: 'neu', titel: 'Neu', zahl: true, zelle: (zeile) => formatZahl(zeile.neu) },
          { schluessel: 'beendet', titel: 'Beendet', zahl: true, zelle: (zeile) => formatZahl(zeile.beendet) },
        ]}
      />
      <p className="kim-leise">
        Verweise zählen zur Kurzberatung. Anteil des Case Managements an allen laufenden Fällen am Stichtag; angestrebt sind {QUOTE.von} bis {QUOTE.bis} %. Beendet zählt, was am Stichtag nicht wiederaufgenommen war.{' '}
        <Link className="kern-link" href={pfade.leitungStellen()}>Stellen und Auslastung</Link>
      </p>
      <Abschnitt titel="Für Berichte freigeben">
        <p>
          Die Koordination sieht von Ihrem Träger nur geschützte, gerundete Zahlen. Für Berichte können Sie einzelne Zahlen eines Quartalsendes ausdrücklich genau freigeben. Das gilt für immer
          und wird im Protokoll festgehalten.
        </p>
        <Freigabeformular quartale={quartale.map(({ stichtag }) => stichtag)} key={freigegeben.length} />
        <Begriff name="Veröffentlichung" />
        <Tabelle
          beschriftung="Freigegebene Kennzahlen"
          zeilen={freigegeben}
          schluessel={(zeile) => `${zeile.stichtag} ${zeile.klasse}`}
          leer={<p>Noch ist nichts freigegeben.</p>}
          spalten={[
            { schluessel: 'stichtag', titel: 'Stichtag', kopf: true, zelle: (zeile) => formatDatum(zeile.stichtag) },
            { schluessel: 'was', titel: 'Kennzahl', zelle: (zeile) => KENNZAHLKLASSE[zeile.klasse] },
            { schluessel: 'wert', titel: 'Fälle', zahl: true, zelle: (zeile) => formatZahl(zeile.wert) },
          ]}
        />
      </Abschnitt>
    </>
  );
}

const anteil = (caseManagement: number, kurzberatung: number): string => {
  const wert = quote(caseManagement, kurzberatung);
  return wert === null ? '–' : `${formatZahl(wert, 1)} %`;
};

function Freigabeformular({ quartale }: { quartale: readonly string[] }) {
  const formular = useFormular(useActionData<typeof action>(), { stichtag: quartale[0] ?? '', umfang: 'alle' });
  return (
    <Formular formular={formular}>
      <Raster spalten="breit">
        <Auswahl {...formular.feld('stichtag')} beschriftung="Stichtag" optionen={quartale.map((tag) => ({ wert: tag, text: `${nenneZeitraum(tag, 'quartal')} (${formatDatum(tag)})` }))} erforderlich />
        <Auswahl {...formular.feld('umfang')} beschriftung="Freigegeben wird" optionen={KENNZAHLARTEN.map((art) => ({ wert: art, text: KENNZAHLART[art] }))} erforderlich />
      </Raster>
      <Kontrollkaestchen {...formular.kaestchen('sicher')} wert="ja" beschriftung="Diese Zahlen werden genau bekannt und lassen sich nicht zurücknehmen." erforderlich />
      <Knopf art="sekundaer">Kennzahlen freigeben</Knopf>
    </Formular>
  );
}
