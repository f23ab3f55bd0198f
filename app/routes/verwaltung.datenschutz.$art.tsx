import { data, redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { EINWILLIGUNGSART } from '@kim/domain/einwilligungen/labels.ts';
import { istEinwilligungsart } from '@kim/domain/einwilligungen/schema.ts';
import { getTextbestand, wortlautAm } from '@kim/domain/einwilligungstexte/data.server.ts';
import { legeTextfassungAn } from '@kim/domain/einwilligungstexte/mutations.server.ts';
import { textfassung } from '@kim/domain/einwilligungstexte/schema.ts';
import { vorlageFuer } from '@kim/kreis/einwilligungstexte.ts';
import { Aufklapper } from '@kim/ui/anzeige/Aufklapper.tsx';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Brotkrumen } from '@kim/ui/seite/Brotkrumen.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerVerwaltung } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Text einer Einwilligung · KIM Case Management' }];

const artAus = (params: Readonly<Record<string, string | undefined>>) => oder404(istEinwilligungsart(params['art']) ? params['art'] : null);

export const loader = fuerVerwaltung(async ({ akteur, params }) => {
  const art = artAus(params);
  const bestand = await getTextbestand(akteur);
  const vorlage = vorlageFuer(bestand.regime);
  return { art, heutiger: wortlautAm(bestand, art, heute()), fassungen: bestand.fassungen.filter((eine) => eine.art === art), vorlage: { id: vorlage.id, text: vorlage.texte[art] }, heute: formatDatum(heute()) };
});

export const action = fuerVerwaltung(async ({ akteur, request, params }) => {
  const art = artAus(params);
  const { werte, formularId, aktion } = await leseFormular(request);
  const gelesen = pruefe(textfassung, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  if (aktion === 'vorschau') return data({ werte, fehler: {}, vorschau: gelesen.eingabe.text });
  const ergebnis = await legeTextfassungAn(akteur, art, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.verwaltungText(art));
  switch (ergebnis.grund) {
    case 'vergangen': return abgelehnt(werte, { giltAb: 'Ein Text kann frühestens ab heute gelten. Was bisher unterschrieben wurde, behält seinen Text.' });
    case 'konflikt': return abgelehnt(werte, { '': 'Gerade wurde eine andere Fassung gespeichert. Bitte prüfen Sie diese und speichern Sie dann noch einmal.' }, 409);
    case 'anderer_inhalt': return abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Die frühere Fassung steht in der Liste.' }, 409);
  }
});

export default function Einwilligungstext() {
  const { art, heutiger, fassungen, vorlage, heute } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const vorschau = antwort && 'vorschau' in antwort ? antwort.vorschau : null;
  const formular = useFormular(antwort, { text: heutiger.text, giltAb: heute });
  return (
    <>
      <Brotkrumen eintraege={[{ text: 'Datenschutz', href: pfade.verwaltungDatenschutz() }, { text: EINWILLIGUNGSART[art] }]} />
      <Seitenkopf titel={EINWILLIGUNGSART[art]} unterzeile={`Heute gilt: ${heutiger.bezeichnung}`} />
      <Abschnitt titel="Alle Fassungen">
        {fassungen.map((eine) => (
          <Aufklapper key={eine.id} titel={`Fassung ${eine.fassung}, ab ${formatDatum(eine.giltAb)}`}>
            <Freitext>{eine.text}</Freitext>
          </Aufklapper>
        ))}
        <Aufklapper titel={`Mitgelieferte Vorlage (${vorlage.id}), von den Datenschutzbeauftragten zu prüfen`}>
          <Freitext>{vorlage.text}</Freitext>
        </Aufklapper>
      </Abschnitt>
      {vorschau && (
        <Abschnitt titel="Vorschau, noch nicht gespeichert">
          <Freitext>{vorschau}</Freitext>
        </Abschnitt>
      )}
      <Abschnitt titel="Neue Fassung">
        <Formular formular={formular} key={fassungen[0]?.id}>
          <Datumsfeld {...formular.feld('giltAb')} beschriftung="Gilt ab" erforderlich />
          <Textbereich {...formular.feld('text')} beschriftung="Text" hinweis="Absätze durch Leerzeilen trennen. Frühere Fassungen bleiben lesbar." zeilen={12} erforderlich />
          <Knopfreihe>
            <Knopf>Fassung speichern</Knopf>
            <Knopf art="sekundaer" name="_aktion" value="vorschau">Vorschau</Knopf>
          </Knopfreihe>
        </Formular>
      </Abschnitt>
    </>
  );
}
