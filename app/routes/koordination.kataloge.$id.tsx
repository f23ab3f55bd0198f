import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { standAm } from '@kim/kreis/kriterienkatalog.ts';
import type { Kriterienkatalog } from '@kim/kreis/kriterienkatalog.ts';
import { getKatalog } from '@kim/kreis/kriterienkataloge.ts';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Brotkrumen } from '@kim/ui/seite/Brotkrumen.tsx';
import { Dialogseite } from '@kim/ui/seite/Dialogseite.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { alsKatalogwerte, Katalogabzeichen, Katalogfelder, Katalogkonflikt, Katalogvorschau, zaehleKriterien } from '../components/Katalog.tsx';
import { idAus, oder404 } from '../http/antwort.server.ts';
import { leseFormular } from '../http/formular.server.ts';
import { fuerKoordination } from '../http/geschuetzt.server.ts';
import { aendereKriterien, legeKatalogAn, speichereKatalog, veroeffentliche, verwirf } from '../http/kataloge.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Katalog · KIM Case Management' }];

export const loader = fuerKoordination(async ({ akteur, params }) => {
  const { katalog, kataloge } = oder404(await getKatalog(akteur, idAus(params)));
  return { katalog, lage: standAm(katalog, kataloge, heute()) };
});

export const action = fuerKoordination(async ({ akteur, request, params }) => {
  const id = idAus(params);
  const { kataloge } = oder404(await getKatalog(akteur, id));
  const { werte, aktion: knopf, formularId } = await leseFormular(request);
  switch (werte['aktion']?.[0]) {
    case 'neu': return legeKatalogAn(akteur, id, formularId, werte);
    case 'veroeffentlichen': return veroeffentliche(akteur, id, werte);
    case 'verwerfen': return verwirf(akteur, id, werte);
    default: return knopf === 'hinzufuegen' || knopf.startsWith('entfernen-') ? aendereKriterien(kataloge, werte, knopf) : speichereKatalog(akteur, id, werte, knopf);
  }
});

const NACH: Record<string, string> = { gespeichert: 'Der Entwurf ist gespeichert.', veroeffentlicht: 'Die Fassung ist veröffentlicht.' };

export default function Katalogseite() {
  const { katalog, lage } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const [suche] = useSearchParams();
  const [schritt, nach] = [suche.get('schritt'), suche.get('nach') ?? ''];
  if (katalog.stand === 'entwurf' && (schritt === 'veroeffentlichen' || schritt === 'verwerfen')) return <Rueckfrage katalog={katalog} schritt={schritt} antwort={antwort} />;
  return (
    <>
      <Brotkrumen eintraege={[{ text: 'Kataloge', href: pfade.koordinationKataloge() }, { text: `Fassung ${katalog.fassung}` }]} />
      <Seitenkopf titel={`Kriterien, Fassung ${katalog.fassung}`} unterzeile={<><Katalogabzeichen stand={lage} /> gilt ab {formatDatum(katalog.giltAb)}{katalog.beschluss && ` · ${katalog.beschluss}`}</>} />
      {!antwort && Object.hasOwn(NACH, nach) && <Meldung art="erfolg" titel={NACH[nach] ?? ''} />}
      {katalog.platzhalter && <Meldung art="info" titel="Platzhalter"><p>Der Wortlaut der Kriterien fehlt im Konzept. Dieser Text ist ein Vorschlag, bis Sie die beschlossene Fassung veröffentlichen.</p></Meldung>}
      {katalog.stand === 'entwurf' ? <Entwurf key={katalog.version} katalog={katalog} antwort={antwort} /> : <NeueFassung antwort={antwort} />}
      <Katalogvorschau katalog={katalog} />
    </>
  );
}

function Entwurf({ katalog, antwort }: { katalog: Kriterienkatalog; antwort: unknown }) {
  const formular = useFormular(antwort, alsKatalogwerte(katalog), 'speichern');
  const gesendet = (antwort ?? {}) as { werte?: Record<string, string[]>; konflikt?: Kriterienkatalog };
  const anzahl = gesendet.werte?.['aktion']?.[0] === 'speichern' ? zaehleKriterien(gesendet.werte) : katalog.kriterien.length;
  return (
    <Abschnitt titel="Entwurf">
      {gesendet.konflikt && <Katalogkonflikt aktuell={gesendet.konflikt} formular={formular} anzahl={anzahl} />}
      <Formular formular={formular} aktion="speichern">
        {/* Enter in a field saves; without this it would press the first button, which removes a criterion. */}
        <input type="submit" hidden value="Entwurf speichern" />
        <input type="hidden" name="version" value={gesendet.konflikt?.version ?? katalog.version} />
        <Katalogfelder formular={formular} anzahl={anzahl} />
        <Knopfreihe>
          <Knopf>{gesendet.konflikt ? 'Meine Fassung speichern' : 'Entwurf speichern'}</Knopf>
          <Knopf art="sekundaer" name="_aktion" value="veroeffentlichen">Speichern und veröffentlichen …</Knopf>
          <Knopf art="tertiaer" href={pfade.koordinationKatalog(katalog.id, { schritt: 'verwerfen' })}>Entwurf verwerfen …</Knopf>
        </Knopfreihe>
      </Formular>
    </Abschnitt>
  );
}

function NeueFassung({ antwort }: { antwort: unknown }) {
  const formular = useFormular(antwort, {}, 'neu');
  return (
    <Formular formular={formular} aktion="neu">
      <p>Diese Fassung ist veröffentlicht und ändert sich nicht mehr.</p>
      <Knopf art="sekundaer" symbol="add">Neue Fassung auf dieser Grundlage</Knopf>
    </Formular>
  );
}

function Rueckfrage({ katalog, schritt, antwort }: { katalog: Kriterienkatalog; schritt: 'veroeffentlichen' | 'verwerfen'; antwort: unknown }) {
  const formular = useFormular(antwort, {}, schritt);
  const fassung = `Fassung ${katalog.fassung}`;
  return (
    <>
      <Dialogseite titel={schritt === 'verwerfen' ? `${fassung} verwerfen?` : `${fassung} veröffentlichen?`} zurueckHref={pfade.koordinationKatalog(katalog.id)} zurueckText="Zurück zum Entwurf">
        <p>{schritt === 'verwerfen' ? 'Der Entwurf wird gelöscht.' : `Die Fassung gilt ab ${formatDatum(katalog.giltAb)} für alle Träger im Kreis und lässt sich danach nicht mehr ändern. Beschluss: ${katalog.beschluss || 'noch nicht genannt'}.`}</p>
        <Formular formular={formular} aktion={schritt}>
          <input type="hidden" name="version" value={katalog.version} />
          <Knopf>{schritt === 'verwerfen' ? 'Verwerfen' : 'Veröffentlichen'}</Knopf>
        </Formular>
      </Dialogseite>
      {schritt === 'veroeffentlichen' && <Katalogvorschau katalog={katalog} />}
    </>
  );
}
