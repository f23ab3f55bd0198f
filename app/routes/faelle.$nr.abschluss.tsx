import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams, useSearchParams } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getAbschluss } from '@kim/domain/fallabschluesse/data.server.ts';
import { beendeFall, nimmFallWiederAuf } from '@kim/domain/fallabschluesse/mutations.server.ts';
import { fallabschluss, wiederaufnahme } from '@kim/domain/fallabschluesse/schema.ts';
import { darf } from '@kim/policies/ability.ts';
import { Abschlussformular, Abschlussliste, Wiederaufnahmeformular } from '../components/Fallabschluss.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import type { Werte } from '../http/entwurf.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => {
  const lage = oder404(await getAbschluss(akteur, nummerAus(params)));
  return { lage, heute: heute(), darf: darf(akteur, 'beenden', 'Fall', { zustaendigId: lage.zustaendigId, gemeinsam: lage.klasse !== 'case_management' }) };
});

const GRUND = {
  beendet: { feld: '', text: 'Der Fall ist schon beendet.' },
  nicht_beendet: { feld: '', text: 'Der Fall ist nicht beendet.' },
  nicht_zustaendig: { feld: '', text: 'Das entscheidet, wer für den Fall zuständig ist.' },
  grund: { feld: 'grund', text: 'Aus diesem Grund endet nur eine Kurzberatung oder ein Verweis.' },
  ergebnis_fehlt: { feld: 'ergebnis', text: 'Eine Kurzberatung endet mit einem Ergebnis. Bitte wählen Sie, was daraus wurde.' },
  gestoppt: { feld: '', text: 'Die Einwilligung ist widerrufen. Erst mit einer neuen Einwilligung kann der Fall weitergehen.' },
  anderer_inhalt: { feld: '', text: 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt.' },
} as const;

function lehneAb(werte: Werte, grund: keyof typeof GRUND | 'nicht_gefunden') {
  if (grund === 'nicht_gefunden') throw nichtGefunden();
  return abgelehnt(werte, { [GRUND[grund].feld]: GRUND[grund].text }, grund === 'anderer_inhalt' ? 409 : 422);
}

async function beende(akteur: TraegerAkteur, nr: string, werte: Werte, formularId: string) {
  const gelesen = pruefe(fallabschluss, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await beendeFall(akteur, nr, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.fallAbschluss(nr));
  if (ergebnis.grund === 'zu_frueh') return abgelehnt(werte, { am: `Der Fall endet frühestens am Tag des letzten Kontakts oder der Eröffnung, am ${formatDatum(ergebnis.fruehestens)}.` });
  return lehneAb(werte, ergebnis.grund);
}

async function nimmWiederAuf(akteur: TraegerAkteur, nr: string, werte: Werte, formularId: string) {
  const gelesen = pruefe(wiederaufnahme, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await nimmFallWiederAuf(akteur, nr, gelesen.eingabe.wiederaufnahmegrund, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.fall(nr));
  return lehneAb(werte, ergebnis.grund);
}

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const { werte, formularId } = await leseFormular(request);
  return (werte['aktion']?.[0] === 'wiederaufnahme' ? nimmWiederAuf : beende)(akteur, nummerAus(params), werte, formularId);
});

export default function Abschluss() {
  const { lage, heute, darf } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const [suche] = useSearchParams();
  const antwort = useActionData<typeof action>();
  const gesperrtWeil = darf ? undefined : `Das entscheidet ${lage.fachkraft}.`;
  return (
    <>
      {lage.beendetAm
        ? <Wiederaufnahmeformular antwort={antwort} nr={nr} {...lage} beendetAm={lage.beendetAm} gesperrtWeil={gesperrtWeil} />
        : <Abschlussformular antwort={antwort} nr={nr} {...lage} heute={formatDatum(heute)} grund={suche.get('grund') ?? undefined} gesperrtWeil={gesperrtWeil} />}
      <Abschlussliste abschluesse={lage.abschluesse} wiederaufnahmen={lage.wiederaufnahmen} />
    </>
  );
}
