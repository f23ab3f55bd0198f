import { formatZahl } from '@kim/core/zahl.ts';
import type { MeinTag } from '@kim/domain/arbeitsvorrat/data.server.ts';
import { Name } from '@kim/ui/anzeige/Name.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { pfade } from '../paths.ts';
import { Faelligkeit } from './Faelligkeit.tsx';

/** Who asked the Träger for help and waits: how many, and each Erstgespräch that is near or was missed. */
export function Wartende({ tag: { anfragen, erstgespraeche, stichtag } }: { tag: MeinTag }) {
  const { offen, fuerMich } = anfragen;
  if (offen + fuerMich === 0) return null;
  return (
    <>
      <p>
        {fuerMich > 0 && <strong>{fuerMich === 1 ? 'Eine Anfrage wurde' : `${fuerMich} Anfragen wurden`} an Sie weitergegeben. </strong>}
        <Link href={pfade.anfragen()}>{offen === 1 ? 'Eine Anfrage wartet' : `${formatZahl(offen)} Anfragen warten`}</Link> bei Ihrem Träger.
      </p>
      {erstgespraeche.length > 0 && (
        <Abschnitt titel="Erstgespräche">
          <Tabelle
            beschriftung="Termine bei Ihrem Träger, überfällige zuerst"
            zeilen={erstgespraeche}
            schluessel={({ id }) => id}
            spalten={[
              { schluessel: 'name', titel: 'Person', kopf: true, zelle: ({ id, name }) => <Link href={pfade.anfrage(id)}><Name voll={name} /></Link> },
              { schluessel: 'tag', titel: 'Wann', zelle: (termin) => <Faelligkeit tag={termin.tag} heute={stichtag} /> },
            ]}
          />
        </Abschnitt>
      )}
    </>
  );
}
