import type { Klasse, Phase } from './schema.ts';

export const KLASSE: Record<Klasse, string> = {
  verweis: 'Verweis',
  kurzberatung: 'Kurzberatung',
  case_management: 'Case Management',
};

export const PHASE: Record<Phase, string> = {
  klaerung: 'Klärungsphase',
  assessment: 'Assessment',
  serviceplanung: 'Serviceplanung',
  linking: 'Linking',
  monitoring: 'Monitoring',
  reassessment: 'Re-Assessment',
  evaluation: 'Evaluation',
};
