import type { Oeffnungsanlass, Thema } from './schema.ts';

export const THEMA: Record<Thema, string> = {
  gesundheit: 'Gesundheit',
  gewalt: 'Gewalt und Trauma',
  sexualitaet: 'Sexuelle Orientierung und Geschlecht',
  glaube: 'Glaube und Weltanschauung',
  gefaehrdung: 'Gefährdung durch andere',
  sonstiges: 'Anderes, das besonderen Schutz braucht',
};

export const OEFFNUNGSANLASS: Record<Oeffnungsanlass, string> = {
  zustaendig: 'eigener Fall',
  vertretung: 'in Vertretung, kann nicht warten',
  wunsch: 'auf Wunsch der Person',
  gefahr: 'Gefahr für die Person oder andere',
  fallberatung: 'kollegiale Fallberatung',
};
