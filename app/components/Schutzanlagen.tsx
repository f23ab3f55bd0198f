import { useParams } from '@remix-run/react';
import { formatZeitpunkt } from '@kim/core/zeit.ts';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { pfade } from '../paths.ts';
import { Formular, useFormular } from './Formular.tsx';

interface SchutzanlagenProps {
  anlagen: readonly { id: string; name: string; geschuetzt: boolean; erfasstVon: string; erfasstAm: Date }[];
  antwort: unknown;
}

/** Documents of the protected part, and those that may be put there. */
export function Schutzanlagen({ anlagen, antwort }: SchutzanlagenProps) {
  const { nr = '' } = useParams();
  const formular = useFormular(antwort, {}, 'schutz');
  const [hier, sonst] = [anlagen.filter(({ geschuetzt }) => geschuetzt), anlagen.filter(({ geschuetzt }) => !geschuetzt)];
  return (
    <Abschnitt titel={`Geschützte Dokumente (${hier.length})`}>
      <Tabelle
        beschriftung="Geschützte Dokumente, das neueste zuerst" beschriftungVerborgen zeilen={hier} schluessel={({ id }) => id} leer={<p>Noch kein Dokument.</p>}
        spalten={[
          { schluessel: 'name', titel: 'Name', kopf: true, zelle: ({ id, name }) => <Link href={pfade.fallDokument(nr, id)} download=""><bdi>{name}</bdi></Link> },
          { schluessel: 'wer', titel: 'Abgelegt', zelle: ({ erfasstVon, erfasstAm }) => `${formatZeitpunkt(new Date(erfasstAm))}, ${erfasstVon}` },
          { schluessel: 'heraus', titel: 'Schutz', zelle: ({ id, name }) => <Herausnehmen id={id} name={name} /> },
        ]}
      />
      {sonst.length > 0 && (
        <Formular formular={formular} aktion="schutz" key={sonst[0]?.id}>
          <Auswahl {...formular.feld('dokument')} beschriftung="Anlage in den geschützten Bereich legen" leer="Bitte wählen" optionen={sonst.map(({ id, name }) => ({ wert: id, text: name }))} breite="mittel" erforderlich />
          <Knopf art="sekundaer">Schützen</Knopf>
        </Formular>
      )}
      <p><Link href={pfade.fallDokumente(nr)}>Neues Dokument ablegen</Link></p>
    </Abschnitt>
  );
}

function Herausnehmen({ id, name }: { id: string; name: string }) {
  return <Formular formular={useFormular(null)} aktion={`schutz:${id}`}><Knopf art="tertiaer" klein aria-label={`„${name}“ herausnehmen`}>Herausnehmen</Knopf></Formular>;
}
