import { data, redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { getSprechstunde } from '@kim/domain/anfragen/data.server.ts';
import { erfasseAnfrage } from '@kim/domain/anfragen/mutations.server.ts';
import { liesWahl, NEUE_PERSON } from '@kim/domain/anfragen/rules.ts';
import type { Fund } from '@kim/domain/anfragen/rules.ts';
import { anfrage } from '@kim/domain/anfragen/schema.ts';
import { FALLNUMMER } from '@kim/domain/faelle/rules.ts';
import { getNaechstes } from '@kim/domain/klaerung/data.server.ts';
import { findeGleichnamige } from '@kim/domain/suche/data.server.ts';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Anfragefelder } from '../components/Anfragefelder.tsx';
import { Erfasst } from '../components/Erfasst.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Neupruefung } from '../components/Neupruefung.tsx';
import { Personenwahl } from '../components/Personenwahl.tsx';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Sprechstunde · KIM Case Management' }];

const NACH = {
  fall: 'Gespeichert. Nächste Person, bitte.',
  weitere: 'Gespeichert. Nächste Person, bitte.',
  anfrage: 'Die Anfrage ist notiert. Nächste Person, bitte.',
  weitergegeben: 'Die Anfrage liegt bei der Fachkraft, die für die Person zuständig ist. Nächste Person, bitte.',
} as const;

export const loader = fuerFachkraft(async ({ akteur, url }) => {
  const nach = url.searchParams.get('nach') ?? '';
  const fall = url.searchParams.get('fall') ?? '';
  const [stand, neupruefung] = await Promise.all([getSprechstunde(akteur), FALLNUMMER.test(fall) ? getNaechstes(akteur, fall) : null]);
  return { ...stand, fall, vorschlag: neupruefung?.vorschlag ?? null, heute: formatDatum(heute()), nach: Object.hasOwn(NACH, nach) ? NACH[nach as keyof typeof NACH] : null };
});

/** Whoever sends without having said whether a known person of this name is meant, is asked once; everything typed stays. */
export const action = fuerFachkraft(async ({ akteur, request }) => {
  const { werte, formularId } = await leseFormular(request);
  const gewaehlt = liesWahl(werte['wahl']?.[0] ?? NEUE_PERSON);
  const gelesen = pruefe(anfrage, { ...werte, person: [gewaehlt?.person ?? ''], fall: [gewaehlt?.fall ?? ''] });
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  if (!werte['wahl']) {
    const gefunden: Fund[] = await findeGleichnamige(akteur, { schreibweisen: [gelesen.eingabe.name], geburtsjahr: null }, formularId);
    if (gefunden.length > 0) return data({ werte, fehler: { wahl: 'Unter diesem Namen ist schon jemand erfasst. Bitte wählen Sie.' }, gefunden }, { status: 422 });
  }
  const ergebnis = await erfasseAnfrage(akteur, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.sprechstunde(ergebnis.wert.art, ergebnis.wert.art === 'weitere' ? ergebnis.wert.fallnummer : undefined));
  switch (ergebnis.grund) {
    case 'nicht_gefunden':
      throw nichtGefunden();
    case 'kommune':
      return abgelehnt(werte, { kommune: 'Bitte wählen Sie eine Kommune, für die Ihr Träger eine Stelle hat.' });
    case 'beendet':
      return abgelehnt(werte, { wahl: 'Dieser Fall wurde inzwischen beendet.' });
    case 'anderer_inhalt':
      return abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Der frühere Eintrag steht unten.' }, 409);
  }
});

export default function Sprechstunde() {
  const { kommunen, erfasst, heute, nach, fall, vorschlag } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  // While the next entry is on its way, nothing says „gespeichert“ any more.
  const unterwegs = useNavigation().state !== 'idle';
  const formular = useFormular(antwort, { zugang: 'sprechstunde', ergebnis: 'kurzberatung', eingegangenAm: heute });
  return (
    <>
      <Seitenkopf titel="Sprechstunde" />
      {nach && !antwort && !unterwegs && <Meldung art="erfolg" titel={nach} />}
      {!antwort && !unterwegs && <Neupruefung nr={fall} vorschlag={vorschlag} mitNummer />}
      <Abschnitt titel="Beratung erfassen">
        <Formular formular={formular} key={erfasst[0]?.id}>
          <Personenwahl formular={formular} gefunden={antwort && 'gefunden' in antwort ? antwort.gefunden : undefined} />
          <Anfragefelder formular={formular} kommunen={kommunen} />
          <Knopf>Speichern, nächste Person</Knopf>
        </Formular>
      </Abschnitt>
      <Erfasst eintraege={erfasst} heute={heute} />
    </>
  );
}
