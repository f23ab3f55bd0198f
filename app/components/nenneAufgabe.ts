import type { Aufgabe } from '@kim/domain/arbeitsvorrat/aufgaben/data.server.ts';
import { EINWILLIGUNGSART } from '@kim/domain/einwilligungen/labels.ts';
import { NEUPRUEFUNG, PFLICHTUNTERLAGE } from '@kim/domain/klaerung/labels.ts';
import { statustext } from '@kim/domain/statusangaben/labels.ts';

const nenne = (texte: Readonly<Record<string, string>>, schluessel: string): string => texte[schluessel] ?? schluessel;

/** What one line of Mein Tag says. */
export function nenneAufgabe({ art, text }: Aufgabe): string {
  switch (art) {
    case 'wiedervorlage':
      return text;
    case 'frist':
      return statustext(text);
    case 'einwilligung':
      return nenne(EINWILLIGUNGSART, text);
    case 'gestoppt':
      return 'Die Einwilligung ist widerrufen: Fall beenden oder neue Vereinbarung schließen.';
    case 'pruefung':
      return `Wie ging es weiter? ${text}`;
    case 'zielfrist':
      return 'Die Frist eines Teilziels läuft ab.';
    case 'neupruefung':
      return nenne(NEUPRUEFUNG, text);
    case 'unterlagen':
      return `Es fehlt: ${text.split(',').map((art) => nenne(PFLICHTUNTERLAGE, art)).join(', ')}`;
    case 'ohne_kontakt':
      return 'Passt der Fall noch so, wie er ist?';
  }
}
