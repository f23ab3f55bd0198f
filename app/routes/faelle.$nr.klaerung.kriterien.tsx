import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { KLASSE } from '@kim/domain/faelle/labels.ts';
import { KLASSEN } from '@kim/domain/faelle/schema.ts';
import { getKlaerung } from '@kim/domain/klaerung/data.server.ts';
import { ENTSCHEIDUNG, MANGEL, PFLICHTUNTERLAGE } from '@kim/domain/klaerung/labels.ts';
import { entscheide } from '@kim/domain/klaerung/mutations.server.ts';
import { fehlendeUnterlagen } from '@kim/domain/klaerung/rules.ts';
import { kriterienpruefung } from '@kim/domain/klaerung/schema.ts';
import { KERNKRITERIEN } from '@kim/kreis/zugaenge.ts';
import { Aufklapper } from '@kim/ui/anzeige/Aufklapper.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Kriterienfelder } from '../components/Kriterienfelder.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => ({ lage: oder404(await getKlaerung(akteur, nummerAus(params))), ich: akteur.nutzerId }));

const GRUND = {
  nicht_zustaendig: 'Das entscheidet, wer für den Fall zuständig ist.',
  beendet: 'Der Fall ist beendet. Nehmen Sie ihn zuerst wieder auf.',
  gestoppt: 'Die Einwilligung ist widerrufen. In diesem Fall wird nichts mehr aufgeschrieben.',
  katalog_gewechselt: 'Inzwischen gilt eine neue Fassung der Kriterien; sie steht jetzt hier. Ihre Eingaben sind erhalten. Bitte prüfen Sie sie und entscheiden Sie dann.',
  anderer_inhalt: 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Die frühere Entscheidung steht bei der Klärung.',
} as const;

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId } = await leseFormular(request);
  const gelesen = pruefe(kriterienpruefung, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await entscheide(akteur, nr, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.fallKlaerung(nr));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  if (ergebnis.grund === 'maengel') return abgelehnt(werte, Object.fromEntries(ergebnis.maengel.map(({ feld, mangel }) => [feld, MANGEL[mangel]])));
  const status = ergebnis.grund === 'katalog_gewechselt' || ergebnis.grund === 'anderer_inhalt' ? 409 : 422;
  return abgelehnt(werte, { [ergebnis.grund === 'nicht_zustaendig' ? 'entscheidung' : '']: GRUND[ergebnis.grund] }, status);
});

export default function Kriterien() {
  const { lage, ich } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const formular = useFormular(useActionData<typeof action>());
  const { katalog, unterlagen } = lage;
  if (!katalog) return <LeererZustand titel="Noch keine Kriterien">Für heute gilt noch kein Kriterienkatalog. Die Koordination des Kreises veröffentlicht ihn.</LeererZustand>;
  const fehlend = fehlendeUnterlagen(unterlagen, lage.erstgespraechAm !== null);
  return (
    <Abschnitt titel="Kriterien und Entscheidung">
      <p>Die Kriterien sind ein Rahmen. Sie entscheiden fachlich und halten die Gründe fest; das Ergebnis legt nichts fest.</p>
      {katalog.platzhalter && <Meldung art="info" titel="Vorläufiger Wortlaut"><p>{katalog.beschluss}. Die Koordination veröffentlicht die beschlossene Fassung.</p></Meldung>}
      {katalog.orientierungspunkte.length > 0 && (
        <Aufklapper titel="Orientierungspunkte für die Entscheidung">
          <ul className="kim-liste">{katalog.orientierungspunkte.map((punkt) => <li key={punkt}>{punkt}</li>)}</ul>
        </Aufklapper>
      )}
      <Formular formular={formular}>
        <input type="hidden" name="katalogId" value={katalog.id} />
        <Kriterienfelder key={katalog.id} formular={formular} katalog={katalog} />
        {lage.kernkriterium === null && (
          <Optionsgruppe {...formular.feld('kernkriterium')} beschriftung="Kernkriterium" hinweis="Jeder Fall ist eines von beiden (Kapitel 5)." optionen={Object.entries(KERNKRITERIEN).map(([wert, text]) => ({ wert, text }))} erforderlich />
        )}
        {unterlagen.einverstaendnis !== 'liegt_vor' && (
          <Meldung art="warnung" titel="Das Einverständnis mit dem Case Management liegt nicht vor">
            <p>Ohne Einverständnis beginnt kein Case Management. <Link href={pfade.fallEinwilligungen(nr)}>Zu den Einwilligungen</Link></p>
          </Meldung>
        )}
        <Optionsgruppe {...formular.feld('entscheidung')} beschriftung="Ihre Entscheidung" optionen={KLASSEN.map((wert) => ({ wert, text: KLASSE[wert], hinweis: ENTSCHEIDUNG[wert] }))} erforderlich />
        <Textbereich {...formular.feld('abweichung')} beschriftung="Begründung für ein Case Management unter der Schwelle" hinweis="Nur nötig, wenn weniger Kriterien erfüllt sind, als die Schwelle verlangt." zeilen={2} />
        {fehlend.length > 0 && (
          <Textbereich {...formular.feld('unterlagen')} beschriftung="Begründung für ein Case Management trotz fehlender Unterlagen" hinweis={`Es fehlt: ${fehlend.map((art) => PFLICHTUNTERLAGE[art]).join(', ')}.`} zeilen={2} />
        )}
        <Knopfreihe>
          <Knopf gesperrtWeil={lage.zustaendigId === ich ? undefined : `Entscheiden kann das ${lage.fachkraft}.`}>Entscheidung speichern</Knopf>
          <Knopf art="sekundaer" href={pfade.fallKlaerung(nr)}>Zurück zur Klärung</Knopf>
        </Knopfreihe>
      </Formular>
      <Begriff name="Kernkriterium" />
    </Abschnitt>
  );
}
