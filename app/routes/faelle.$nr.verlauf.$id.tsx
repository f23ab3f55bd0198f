import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { z } from 'zod';
import { formatDatum, formatZeitpunkt } from '@kim/core/zeit.ts';
import { getKontakt } from '@kim/domain/kontakte/data.server.ts';
import type { Kontakt } from '@kim/domain/kontakte/data.server.ts';
import { KANAL } from '@kim/domain/kontakte/labels.ts';
import { saveKontakt } from '@kim/domain/kontakte/mutations.server.ts';
import { kontakt } from '@kim/domain/kontakte/schema.ts';
import { Konfliktansicht } from '@kim/ui/anzeige/Konfliktansicht.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Kontaktfelder } from '../components/Kontaktfelder.tsx';
import { idAus, nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => ({
  kontakt: oder404(await getKontakt(akteur, nummerAus(params), idAus(params))),
}));

const eingabe = kontakt.extend({ version: z.coerce.number().int().positive() });

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte } = await leseFormular(request);
  const gelesen = pruefe(eingabe, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await saveKontakt(akteur, nr, idAus(params), gelesen.eingabe.version, gelesen.eingabe);
  if (ergebnis.ok) throw redirect(pfade.fallVerlauf(nr));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return data({ werte, fehler: {}, konflikt: ergebnis.aktuell }, { status: 409 });
});

export default function KontaktBearbeiten() {
  const gespeichert = useLoaderData<typeof loader>().kontakt;
  const antwort = useActionData<typeof action>();
  const konflikt = (antwort && 'konflikt' in antwort ? antwort.konflikt : null) as Kontakt | null;
  const { nr = '' } = useParams();
  const formular = useFormular(antwort, {
    am: formatDatum(gespeichert.am), kanal: gespeichert.kanal, dauer: gespeichert.dauer?.toString(), notiz: gespeichert.notiz,
  });
  const wert = (name: string) => formular.feld(name).wert;
  return (
    <Abschnitt titel={`Kontakt vom ${formatDatum(gespeichert.am)}`}>
      {konflikt && (
        <Konfliktansicht
          gespeichertVon={konflikt.geaendertVon ?? konflikt.erfasstVon}
          gespeichertAm={konflikt.geaendertAm ? formatZeitpunkt(new Date(konflikt.geaendertAm)) : undefined}
          felder={[
            { beschriftung: 'Notiz', ihre: wert('notiz'), gespeicherte: konflikt.notiz },
            { beschriftung: 'Tag', ihre: wert('am'), gespeicherte: formatDatum(konflikt.am) },
            { beschriftung: 'Weg', ihre: KANAL[wert('kanal') as keyof typeof KANAL], gespeicherte: KANAL[konflikt.kanal] },
            { beschriftung: 'Dauer', ihre: wert('dauer'), gespeicherte: konflikt.dauer?.toString() ?? '' },
          ]}
        />
      )}
      <Formular formular={formular}>
        <input type="hidden" name="version" value={konflikt?.version ?? gespeichert.version} />
        <Kontaktfelder formular={formular} />
        <Knopfreihe>
          <Knopf>{konflikt ? 'Meine Fassung speichern' : 'Speichern'}</Knopf>
          <Knopf art="sekundaer" href={pfade.fallVerlauf(nr)}>{konflikt ? 'Gespeicherte Fassung behalten' : 'Abbrechen'}</Knopf>
        </Knopfreihe>
      </Formular>
    </Abschnitt>
  );
}
