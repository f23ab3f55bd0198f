import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listFaelle } from '@kim/domain/faelle/data.server.ts';
import { Karte } from '@kim/ui/anzeige/Karte.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Falltabelle } from '../components/Falltabelle.tsx';
import { Suche } from '../components/Suche.tsx';
import { useSeite } from '../components/Formular.tsx';
import { fuerAngemeldete } from '../http/geschuetzt.server.ts';
import { navigationFuer } from '../components/navigation.ts';
import { pfade } from '../paths.ts';

/** A Fachkraft starts with her newest cases and the search; everybody else with the doors of their role. */
export const loader = fuerAngemeldete(async ({ akteur }) => {
  if (akteur.art === 'koordination') throw redirect(pfade.koordination());
  if (!akteur.rollen.includes('fachkraft')) return { faelle: null };
  const { faelle } = await listFaelle(akteur, { ansicht: 'meine' });
  return { faelle: faelle.slice(0, 10) };
});

export default function Start() {
  const { faelle } = useLoaderData<typeof loader>();
  const wer = useSeite()?.wer;
  const tueren = navigationFuer(wer?.rollen ?? [], '/').gruppen;
  return (
    <>
      <Seitenkopf titel="Start" vorzeile={wer?.traeger} aktionen={faelle && <Knopf href={pfade.fallNeu()} symbol="add">Neuer Fall</Knopf>} />
      {faelle ? (
        <>
          <Suche />
          <Falltabelle faelle={faelle} beschriftung="Meine neuesten Fälle" />
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
