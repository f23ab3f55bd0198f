import type { Klasse } from './schema.ts';

export const KLASSE: Record<Klasse, string> = {
  verweis: 'Verweis',
  kurzberatung: 'Kurzberatung',
  case_management: 'Case Management',
};

