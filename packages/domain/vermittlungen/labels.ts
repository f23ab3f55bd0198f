import type { Entbindungsmangel } from './rules.ts';
import type { Lueckenart, Vermittlungsart, Vermittlungsstand, Weg } from './schema.ts';

export const VERMITTLUNGSART: Record<Vermittlungsart, string> = {
  angebot: 'Vermittlung an ein Angebot',
  abh_anfrage: 'Einzelfallanfrage an die Ausländerbehörde',
  einbuergerung: 'Weg zur Einbürgerung',
};

export const VERMITTLUNGSSTAND: Record<Vermittlungsstand, string> = { geplant: 'geplant', angefragt: 'angefragt', angebunden: 'angebunden', angehalten: 'angehalten', beendet: 'beendet', gescheitert: 'gescheitert' };

export const WEG: Record<Weg, string> = { brief: 'Brief', email: 'E-Mail', telefon: 'Telefon', gespraech: 'persönliches Gespräch', fallkonferenz: 'Fallkonferenz' };

export const LUECKENART: Record<Lueckenart, string> = {
  kein_angebot: 'Es gibt kein Angebot',
  warteliste: 'Zu lange Wartezeit',
  sprache: 'Nicht in einer Sprache der Person',
  erreichbarkeit: 'Nicht erreichbar (Weg, Zeiten, Kinderbetreuung)',
  zugang: 'Zugang versperrt (Status, Alter, Voraussetzung)',
  kosten: 'Zu teuer',
  nicht_passend: 'Passt nicht zu dem, was gebraucht wird',
};

/** Why nothing may go out, and what to do. */
export const ENTBINDUNGSMANGEL: Record<Entbindungsmangel, { feld: 'zweck' | 'datenarten'; text: string }> = {
  keine: { feld: 'zweck', text: 'Für diese Stelle gibt es keine Schweigepflichtentbindung. Ohne sie geht nichts hinaus.' },
  nicht_gueltig: { feld: 'zweck', text: 'Die Schweigepflichtentbindung für diese Stelle gilt heute nicht: Sie ist abgelaufen, widerrufen oder wurde abgelehnt.' },
  richtung: { feld: 'zweck', text: 'Die Schweigepflichtentbindung erlaubt der Stelle, uns etwas mitzuteilen, nicht umgekehrt.' },
  zweck: { feld: 'zweck', text: 'Die Schweigepflichtentbindung gilt nicht für diesen Zweck.' },
  datenarten: { feld: 'datenarten', text: 'Die Schweigepflichtentbindung umfasst nicht alle gewählten Angaben.' },
};
