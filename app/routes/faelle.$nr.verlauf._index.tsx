import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { listKontakte } from '@kim/domain/kontakte/data.server.ts';
import { KANAL } from '@kim/domain/kontakte/labels.ts';
import { erfasseKontakt } from '@kim/domain/kontakte/mutations.server.ts';
import { kontakt } from '@kim/domain/kontakte/schema.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Zeitleiste } from '@kim/ui/anzeige/Zeitleiste.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Seitennavigation } from '@kim/ui/seite/Seitennavigation.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Kontaktangaben } from '../components/Kontaktangaben.tsx';
import { Kontaktfelder, Uebersetzungsfrage } from '../components/Kontaktfelder.tsx';
import { nummerAus, oder404, tagesseiteNach } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params, url }) => {
  const liste = await listKontakte(akteur, nummerAus(params), tagesseiteNach(url));
  return { ...oder404(liste), heute: formatDatum(heute()) };
});

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId } = await leseFormular(request);
  const gelesen = pruefe(kontakt, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await erfasseKontakt(akteur, nr, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.fallVerlauf(nr));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  if (ergebnis.grund === 'uebersetzung') return data({ werte, fehler: {}, uebersetzung: true }, { status: 422 });
  return ergebnis.grund === 'anderer_inhalt'
    ? abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Der frühere Eintrag steht im Verlauf.' }, 409)
    : abgelehnt(werte, ABGELEHNT[ergebnis.grund]);
});

const ABGELEHNT = {
  beendet: { am: 'Der Fall war an diesem Tag schon beendet.' },
  ort: { ort: 'Bitte wählen Sie einen Ort, den Ihr Träger an diesem Tag nutzte.' },
};

export default function Verlauf() {
  const { kontakte, weiter, orte, heute } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const antwort = useActionData<typeof action>();
  const formular = useFormular(antwort, { am: heute, kanal: 'persoenlich' });
  return (
    <>
      <Abschnitt titel="Kontakt erfassen">
        <Formular formular={formular} key={kontakte[0]?.id}>
          <Kontaktfelder formular={formular} orte={orte} />
          {antwort && 'uebersetzung' in antwort && <Uebersetzungsfrage />}
          <Knopf>Kontakt speichern</Knopf>
        </Formular>
      </Abschnitt>
      <Abschnitt titel="Verlauf">
        {kontakte.length === 0 && <LeererZustand titel="Noch kein Kontakt">Hier steht jeder Kontakt mit Tag, Weg und Notiz, der neueste zuerst.</LeererZustand>}
        <Zeitleiste
          beschriftung="Kontakte, neueste zuerst"
          eintraege={kontakte.map((eintrag) => ({
            schluessel: eintrag.id,
            zeit: formatDatum(eintrag.am),
            zeitIso: eintrag.am,
            titel: `${KANAL[eintrag.kanal]}${eintrag.dauer ? `, ${eintrag.dauer} Minuten` : ''}`,
            zusatz: (
              <>
                {eintrag.ausgefallen && <Abzeichen>nicht gekommen</Abzeichen>}
                <Link href={pfade.fallKontakt(nr, eintrag.id)} aria-label={`Kontakt vom ${formatDatum(eintrag.am)} bearbeiten`}>Bearbeiten</Link>
              </>
            ),
            inhalt: (
              <>
                {eintrag.notiz && <Freitext>{eintrag.notiz}</Freitext>}
                <Kontaktangaben {...eintrag} />
                <p className="kim-leise">{eintrag.erfasstVon}{eintrag.geaendertVon && `, geändert von ${eintrag.geaendertVon}`}</p>
              </>
            ),
          }))}
        />
        {weiter && <Seitennavigation angezeigt={kontakte.length} einheit="Kontakte" weiterHref={`${pfade.fallVerlauf(nr)}?nach=${encodeURIComponent(weiter)}`} />}
      </Abschnitt>
    </>
  );
}
