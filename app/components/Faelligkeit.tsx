import { formatDatum } from '@kim/core/zeit.ts';
import { faelligkeit } from '@kim/domain/arbeitsvorrat/rules.ts';
import type { Faelligkeit as Stufe } from '@kim/domain/arbeitsvorrat/rules.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';

const FAELLIG: Record<Stufe, { art: 'fehler' | 'warnung' | 'info'; text: string }> = {
  ueberfaellig: { art: 'fehler', text: 'überfällig' },
  heute: { art: 'warnung', text: 'heute' },
  bald: { art: 'info', text: 'bald' },
};

/** A day and how it lies to today. */
export function Faelligkeit({ tag, heute }: { tag: string; heute: string }) {
  const { art, text } = FAELLIG[faelligkeit(tag, heute)];
  return <>{formatDatum(tag)} <Abzeichen art={art}>{text}</Abzeichen></>;
}
