import type { Aufgabe } from '@kim/domain/arbeitsvorrat/data.server.ts';
import { EINWILLIGUNGSART } from '@kim/domain/einwilligungen/labels.ts';
import { statustext } from '@kim/domain/statusangaben/labels.ts';

const nenneArt = (art: string): string => EINWILLIGUNGSART[art as keyof typeof EINWILLIGUNGSART] ?? art;

/** What one line of Mein Tag says. */
export function nenneAufgabe({ art, text }: Aufgabe): string {
  switch (art) {
    case 'wiedervorlage':
      return text;
    case 'frist':
      return statustext(text);
    case 'einwilligung':
      return nenneArt(text);
    case 'unterlagen':
      return `Es fehlt: ${text.split(',').map(nenneArt).join(', ')}`;
    case 'ohne_kontakt':
      return 'Passt der Fall noch so, wie er ist?';
  }
}
