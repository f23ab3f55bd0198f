import type { Kontaktzweck } from './rules.ts';
import type { Kanal, Leistung } from './schema.ts';

export const KANAL: Record<Kanal, string> = {
  persoenlich: 'persönlich',
  telefon: 'Telefon',
  email: 'E-Mail',
  video: 'Video',
  messenger: 'Messenger (z. B. WhatsApp)',
  aufsuchend: 'aufsuchend',
  post: 'Brief',
};

export const LEISTUNG: Record<Leistung, string> = {
  information: 'Information',
  anleitung: 'unterstützende Anleitung',
  begleitung: 'Begleitung',
  verweisberatung: 'Verweisberatung',
  einzelfallberatung: 'rechtskreisübergreifende Einzelfallberatung',
};

export const ZWECK: Record<Kontaktzweck, string> = {
  erster_weg: 'erster Weg, der danach allein gelingen soll',
  belastung: 'starke Belastung oder Angst vor dem Termin',
  mehrere_stellen: 'Abstimmung mehrerer Stellen',
  krise: 'akute Krise',
  schutz: 'Schutz vor Gewalt oder Benachteiligung',
  gesundheit: 'Krankheit, Behinderung oder Schwangerschaft',
  niedrigschwellig: 'niedrigschwelliger Zugang',
  mobilitaet: 'eingeschränkte Mobilität',
  psychische_belastung: 'hohe psychische Belastung',
};
