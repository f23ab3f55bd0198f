import type { Planaenderung, Planmangel, SmartPunkt } from './rules.ts';
import type { Handelnde, Massnahmenstand, Prioritaet, Sicht, Stufe, Vereinbarende, Zielstand } from './schema.ts';

export const PRIORITAET: Record<Prioritaet, string> = { hoch: 'hoch', mittel: 'mittel', niedrig: 'niedrig' };

export const ZIELSTAND: Record<Zielstand, string> = { offen: 'in Arbeit', erreicht: 'erreicht', aufgegeben: 'aufgegeben' };

export const HANDELND: Record<Handelnde, string> = { ratsuchende: 'Klient*in', dritte: 'Dritte', fachkraft: 'Fachkraft' };

export const MASSNAHMENSTAND: Record<Massnahmenstand, string> = { offen: 'offen', erledigt: 'erledigt', entfallen: 'entfallen' };

export const VEREINBARENDE_WORTE: Record<Vereinbarende, string> = {
  selbst: 'die Person selbst',
  sorgeberechtigt: 'sorgeberechtigte Person (für ein Kind)',
  betreuung: 'rechtliche Betreuung',
};

export const STUFE_ERREICHT: Record<Stufe, string> = {
  1: 'noch nicht begonnen', 2: 'begonnen', 3: 'zur Hälfte', 4: 'fast erreicht', 5: 'erreicht',
};

export const SICHT: Record<Sicht, string> = { gemeinsam: 'gemeinsam eingeschätzt', ratsuchende: 'in den Augen der Person', fachkraft: 'in den Augen der Fachkraft' };

/** What each letter of SMART asks of a Teilziel, and what to do where it is missing. */
export const SMART: Record<SmartPunkt, { titel: string; fehlt: string }> = {
  spezifisch: { titel: 'Spezifisch', fehlt: 'Was genau soll am Ende anders sein? Wörter wie „besser“ oder „bald“ lassen das offen.' },
  messbar: { titel: 'Messbar', fehlt: 'Woran merken Sie beide, dass es erreicht ist?' },
  akzeptiert: { titel: 'Akzeptiert', fehlt: 'Wessen Ziel ist es, und welchem Bedarf dient es?' },
  realistisch: { titel: 'Realistisch', fehlt: 'Welche Stärke hilft dabei, oder welchen Schritt geht die Person selbst?' },
  terminiert: { titel: 'Terminiert', fehlt: 'Bis wann? Ein Teilziel liegt höchstens ein Jahr voraus.' },
};

export const PLANMANGEL: Record<Planmangel, string> = {
  kein_ziel: 'Der Plan hat noch kein Leitziel, das in Arbeit ist.',
  ohne_teilziel: 'Zu diesem Leitziel gibt es noch kein Teilziel.',
  ohne_frist: 'Dieses Teilziel hat keine Frist.',
  ohne_massnahme: 'Zu diesem Teilziel gibt es noch keine Maßnahme.',
  ohne_grund: 'Die Fachkraft übernimmt hier einen Schritt ohne Begründung.',
  ausgeschieden: 'Die Person, um deren Ziel es geht, ist nicht mehr im Fall.',
};

export const AENDERUNG: Record<Planaenderung['art'], string> = { neu: 'neu', geaendert: 'geändert', entfallen: 'entfallen' };

export const PLANTEIL: Record<Planaenderung['was'], string> = { leitziel: 'Leitziel', teilziel: 'Teilziel', massnahme: 'Maßnahme' };

export const PLANFELD: Record<string, string> = {
  text: 'Ziel', woran: 'Woran merken wir es', ressource: 'Was hilft dabei', prioritaet: 'Priorität', bis: 'Bis', personId: 'Für wen', bedarfId: 'Bedarf', leitziel: 'Leitziel',
  was: 'Schritt', wer: 'Wer', grund: 'Begründung', teilziel: 'Teilziel',
};
