import { formatDatum, istDatum } from '@kim/core/zeit.ts';
import { AENDERUNG, PLANFELD, PLANTEIL, PRIORITAET } from '@kim/domain/serviceplanung/labels.ts';
import type { Planaenderung } from '@kim/domain/serviceplanung/rules.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { useHandelnde } from './personenwort.ts';

interface PlanaenderungenProps {
  aenderungen: readonly Planaenderung[];
  personen: readonly { id: string; name: string }[];
}

/** What differs between two plans, in words. */
export function Planaenderungen({ aenderungen, personen }: PlanaenderungenProps) {
  const worte: Record<string, Readonly<Record<string, string>>> = { wer: useHandelnde(), prioritaet: PRIORITAET };
  const zeige = (feld: string, wert: string | null): string => {
    if (wert === null || wert === '') return '–';
    if (feld === 'personId') return personen.find(({ id }) => id === wert)?.name ?? '–';
    return worte[feld]?.[wert] ?? (istDatum(wert) ? formatDatum(wert) : wert);
  };
  // A goal or need that a line belongs to is named by its id alone: that it changed is what matters.
  const istVerweis = (feld: string) => ['leitziel', 'teilziel', 'bedarfId'].includes(feld);
  return (
    <ul className="kim-stapel">
      {aenderungen.map(({ art, was, id, text, felder }) => (
        <li key={id}>
          <Abzeichen art={art === 'neu' ? 'erfolg' : art === 'entfallen' ? 'warnung' : 'info'}>{AENDERUNG[art]}</Abzeichen> {PLANTEIL[was]}: <bdi>{text}</bdi>
          {felder.length > 0 && (
            <ul>
              {felder.map(({ feld, vorher, nachher }) => (
                <li key={feld}>{PLANFELD[feld]}: {istVerweis(feld) ? 'anders zugeordnet' : <><del><bdi>{zeige(feld, vorher)}</bdi></del> → <ins><bdi>{zeige(feld, nachher)}</bdi></ins></>}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
