import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { z } from 'zod';
import { formatDatum } from '@kim/core/zeit.ts';
import { getDoppelte } from '@kim/domain/doppelte/data.server.ts';
import { getPerson } from '@kim/domain/ratsuchende/data.server.ts';
import type { Person } from '@kim/domain/ratsuchende/data.server.ts';
import { GESCHLECHT } from '@kim/domain/ratsuchende/labels.ts';
import { savePerson } from '@kim/domain/ratsuchende/mutations.server.ts';
import { vollerName } from '@kim/domain/ratsuchende/rules.ts';
import { person } from '@kim/domain/ratsuchende/schema.ts';
import { sprachname } from '@kim/kreis/sprachen.ts';
import { staatsangehoerigkeit } from '@kim/kreis/staatsangehoerigkeiten.ts';
import { Konfliktansicht } from '@kim/ui/anzeige/Konfliktansicht.tsx';
import { Name } from '@kim/ui/anzeige/Name.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { DoppeltErfasst } from '../components/DoppeltErfasst.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Personenfelder } from '../components/Personenfelder.tsx';
import { Zugehoerigkeit } from '../components/Zugehoerigkeit.tsx';
import { idAus, nummerAus, oder404 } from '../http/antwort.server.ts';
import { fuehreDoppelteAus } from '../http/doppelte.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { fuehreZugehoerigkeitAus } from '../http/zugehoerigkeit.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => {
  const person = oder404(await getPerson(akteur, nummerAus(params), idAus(params)));
  return { person, doppelte: await getDoppelte(akteur, person.id) };
});

const version = z.coerce.number().int().positive();
const eingabe = person.extend({ versionName: version, versionStammdaten: version });

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte } = await leseFormular(request);
  await fuehreDoppelteAus(akteur, nr, idAus(params), werte);
  const zugehoerigkeit = await fuehreZugehoerigkeitAus(akteur, nr, idAus(params), werte);
  if (zugehoerigkeit) return zugehoerigkeit;
  const gelesen = pruefe(eingabe, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const { versionName, versionStammdaten, ...angaben } = gelesen.eingabe;
  const ergebnis = await savePerson(akteur, nr, idAus(params), { name: versionName, stammdaten: versionStammdaten }, angaben);
  if (ergebnis.ok) throw redirect(pfade.fallPersonen(nr));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  if (ergebnis.grund === 'vor_geburt') return abgelehnt(werte, { geburtsdatum: `Das Geburtsdatum liegt nach einem Eintrag vom ${formatDatum(ergebnis.tag)}: Beginn des Falls oder eines Status.` });
  return data({ werte, fehler: {}, konflikt: ergebnis.aktuell }, { status: 409 });
});

/** A person's stored values as the form shows them. */
const alsFelder = (eine: Person): Record<string, string | string[]> => ({
  vorname: eine.vorname,
  nachname: eine.nachname,
  schreibweisen: eine.schreibweisen.join('\n'),
  geburtsdatum: eine.geburtsdatum ? formatDatum(eine.geburtsdatum) : (eine.geburtsjahr?.toString() ?? ''),
  geschlecht: eine.geschlecht ?? '',
  staatsangehoerigkeit: eine.staatsangehoerigkeit ?? '',
  sprache: eine.sprachen,
  telefon: eine.telefon,
  email: eine.email,
  anschrift: eine.anschrift,
});

const BESCHRIFTUNG: Record<string, string> = {
  vorname: 'Vorname', nachname: 'Nachname', schreibweisen: 'Weitere Schreibweisen', geburtsdatum: 'Geburtsdatum', geschlecht: 'Geschlecht',
  staatsangehoerigkeit: 'Staatsangehörigkeit', sprache: 'Sprachen', telefon: 'Telefon', email: 'E-Mail-Adresse', anschrift: 'Anschrift',
};

/** A field's values as the screen says them. */
function inWorten(feld: string, werte: readonly string[]): string {
  const wort: Record<string, (wert: string) => string | null | undefined> = {
    sprache: sprachname, staatsangehoerigkeit, geschlecht: (wert) => GESCHLECHT[wert as keyof typeof GESCHLECHT],
  };
  return werte.filter(Boolean).map((wert) => wort[feld]?.(wert) ?? wert).join(', ');
}

export default function PersonBearbeiten() {
  const { person: gespeichert, doppelte } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const konflikt = (antwort && 'konflikt' in antwort ? antwort.konflikt : null) as Person | null;
  const { nr = '' } = useParams();
  const formular = useFormular(antwort, alsFelder(gespeichert), 'angaben');
  const geltend = konflikt ?? gespeichert;
  return (
    <>
      <Abschnitt titel={<>Angaben zu <Name voll={vollerName(gespeichert)} /></>}>
        {konflikt && (
          <Konfliktansicht
            felder={Object.entries(alsFelder(konflikt)).map(([feld, gespeicherte]) => ({ beschriftung: BESCHRIFTUNG[feld] ?? feld, ihre: inWorten(feld, formular.gruppe(feld).werte), gespeicherte: inWorten(feld, [gespeicherte].flat()) }))}
          />
        )}
        <Formular formular={formular} aktion="angaben">
          <input type="hidden" name="versionName" value={geltend.versionName} />
          <input type="hidden" name="versionStammdaten" value={geltend.versionStammdaten} />
          <Personenfelder formular={formular} />
          <Knopfreihe>
            <Knopf>{konflikt ? 'Meine Fassung speichern' : 'Speichern'}</Knopf>
            <Knopf art="sekundaer" href={pfade.fallPersonen(nr)}>{konflikt ? 'Gespeicherte Fassung behalten' : 'Abbrechen'}</Knopf>
          </Knopfreihe>
        </Formular>
      </Abschnitt>
      <Zugehoerigkeit person={gespeichert} antwort={antwort} />
      <DoppeltErfasst {...doppelte} />
    </>
  );
}
