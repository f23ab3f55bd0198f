import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDatum } from '@kim/core/zeit.ts';
import { getMeinTag } from '@kim/domain/arbeitsvorrat/data.server.ts';
import { Karte } from '@kim/ui/anzeige/Karte.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Arbeitstag } from '../components/Arbeitstag.tsx';
import { Suche } from '../components/Suche.tsx';
import { useSeite } from '../components/Formular.tsx';
import { fuerAngemeldete } from '../http/geschuetzt.server.ts';
import { navigationFuer } from '../components/navigation.ts';
import { pfade } from '../paths.ts';

/** A Fachkraft starts with Mein Tag and the search; everybody else with the doors of their role. */
export const loader = fuerAngemeldete(async ({ akteur }) => {
  if (akteur.art === 'koordination') throw redirect(pfade.koordination());
  if (!akteur.rollen.includes('fachkraft')) return { tag: null };
  return { tag: await getMeinTag(akteur) };
});

export default function Start() {
  const { tag } = useLoaderData<typeof loader>();
  const wer = useSeite()?.wer;
  const tueren = navigationFuer(wer?.rollen ?? [], '/').gruppen;
  return (
    <>
      <Seitenkopf titel={tag ? 'Mein Tag' : 'Start'} vorzeile={tag ? formatDatum(tag.stichtag) : wer?.traeger} aktionen={tag && <Knopf href={pfade.sprechstunde()} symbol="add">Sprechstunde</Knopf>} />
      {tag ? (
        <>
          <Suche />
          <Arbeitstag tag={tag} />
          <p><Knopf art="sekundaer" href={pfade.faelle()}>Alle meine Fälle</Knopf></p>
        </>
      ) : (
        <Raster>
          {tueren.flatMap((gruppe) => gruppe.eintraege.map((eintrag) => <Karte key={eintrag.href} titel={eintrag.text} vorzeile={gruppe.titel} href={eintrag.href} ebene={2} />))}
        </Raster>
      )}
    </>
  );
}
