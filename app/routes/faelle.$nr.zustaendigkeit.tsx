import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { getZustaendigkeit } from '@kim/domain/zustaendigkeiten/data.server.ts';
import { oeffneFallberatung, uebergib } from '@kim/domain/zustaendigkeiten/mutations.server.ts';
import { ANLASS } from '@kim/domain/zustaendigkeiten/labels.ts';
import { fallberatung } from '@kim/domain/zustaendigkeiten/schema.ts';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => ({
  ich: akteur.nutzerId,
  heute: formatDatum(heute()),
  ...oder404(await getZustaendigkeit(akteur, nummerAus(params))),
}));

const uebergabe = z.object({ an: z.uuid('Bitte wählen Sie, wer den Fall übernimmt.') });

const GRUENDE: Record<string, string> = {
  nicht_zustaendig: 'Das kann nur, wer für den Fall zuständig ist.',
  keine_fachkraft: 'Diese Person kann keine Fälle übernehmen.',
  beendet: 'Der Fall ist beendet.',
  geteilt: 'Eine Kurzberatung sehen ohnehin alle Fachkräfte Ihres Trägers.',
};

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId } = await leseFormular(request);
  if (werte['aktion']?.[0] === 'fallberatung') {
    const gelesen = pruefe(fallberatung, werte);
    if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
    const ergebnis = await oeffneFallberatung(akteur, nr, gelesen.eingabe, { formularId, inhalt: werte });
    if (ergebnis.ok) throw redirect(pfade.fallZustaendigkeit(nr));
    if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
    return abgelehnt(werte, { mit: GRUENDE[ergebnis.grund] ?? 'Dieses Formular wurde bereits abgeschickt.' });
  }
  const gelesen = pruefe(uebergabe, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await uebergib(akteur, nr, gelesen.eingabe.an);
  // Who gave a Case-Management case away does not see it any longer.
  if (ergebnis.ok) throw redirect(ergebnis.wert === 'sichtbar' ? pfade.fallZustaendigkeit(nr) : pfade.faelle());
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return abgelehnt(werte, { an: GRUENDE[ergebnis.grund] ?? 'Das ist nicht möglich.' });
});

export default function Zustaendigkeit() {
  const { ich, heute, verlauf, fachkraefte, beratungen, zustaendigId, gemeinsam } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const meiner = zustaendigId === ich;
  const andere = fachkraefte.filter(({ id }) => id !== zustaendigId).map(({ id, name }) => ({ wert: id, text: id === ich ? `${name} (ich)` : name }));
  const uebergabe = useFormular(antwort, meiner ? {} : { an: ich }, 'uebergabe');
  const beratung = useFormular(antwort, { bis: heute }, 'fallberatung');
  return (
    <>
      <Abschnitt titel="Wer ist zuständig">
        <Tabelle
          beschriftung="Zuständigkeiten, die heutige zuerst"
          zeilen={verlauf}
          schluessel={(zeile) => zeile.id}
          spalten={[
            { schluessel: 'wer', titel: 'Fachkraft', kopf: true, zelle: (zeile) => zeile.name },
            { schluessel: 'von', titel: 'Von', zelle: (zeile) => formatDatum(zeile.von) },
            { schluessel: 'bis', titel: 'Bis', zelle: (zeile) => (zeile.bis ? formatDatum(zeile.bis) : 'heute') },
            { schluessel: 'anlass', titel: 'Anlass', zelle: (zeile) => ANLASS[zeile.anlass as keyof typeof ANLASS] },
          ]}
        />
        <Begriff name="Zuständigkeit" />
      </Abschnitt>
      {(meiner || gemeinsam) && (
        <Abschnitt titel={meiner ? 'Fall übergeben' : 'Fall übernehmen'}>
          <Formular formular={uebergabe} aktion="uebergabe">
            {meiner ? (
              <Auswahl {...uebergabe.feld('an')} beschriftung="An" leer="Bitte wählen" optionen={andere} erforderlich hinweis="Ein Case Management sehen Sie danach nicht mehr." />
            ) : (
              <input type="hidden" name="an" value={ich} />
            )}
            <Knopf gesperrtWeil={meiner && andere.length === 0 ? 'Bei Ihrem Träger gibt es keine weitere Fachkraft.' : undefined}>{meiner ? 'Fall übergeben' : 'Fall übernehmen'}</Knopf>
          </Formular>
        </Abschnitt>
      )}
      {!gemeinsam && (
        <Abschnitt titel="Fallberatung">
          <Tabelle
            beschriftung="Wer mit in den Fall blickt oder geblickt hat"
            zeilen={beratungen}
            schluessel={(zeile) => zeile.id}
            leer={<p>Bisher blickt niemand mit in diesen Fall.</p>}
            spalten={[
              { schluessel: 'mit', titel: 'Mit', kopf: true, zelle: (zeile) => zeile.name },
              { schluessel: 'bis', titel: 'Bis', zelle: (zeile) => formatDatum(zeile.bis) },
              { schluessel: 'grund', titel: 'Grund', zelle: (zeile) => <bdi>{zeile.grund}</bdi> },
            ]}
          />
          {meiner && (
            <Formular formular={beratung} aktion="fallberatung">
              <Auswahl {...beratung.feld('mit')} beschriftung="Fall öffnen für" leer="Bitte wählen" optionen={andere} erforderlich />
              <Textbereich {...beratung.feld('grund')} beschriftung="Grund" zeilen={2} erforderlich />
              <Datumsfeld {...beratung.feld('bis')} beschriftung="Bis einschließlich" erforderlich />
              <Knopf art="sekundaer" gesperrtWeil={andere.length === 0 ? 'Bei Ihrem Träger gibt es keine weitere Fachkraft.' : undefined}>Für Fallberatung öffnen</Knopf>
            </Formular>
          )}
          <Begriff name="Fallberatung" />
        </Abschnitt>
      )}
    </>
  );
}
