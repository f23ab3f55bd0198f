import { createHash } from 'node:crypto';

/** Roles of one person at a Träger, by the name under which tests speak of her. */
export const PERSONAL = {
  /** Responsible for the first shared cases and the case `eigener`. */
  fachkraft: ['fachkraft'],
  /** Responsible for the case `kollegin`; absent today. */
  kollegin: ['fachkraft'],
  /** In Vertretung of the kollegin today. */
  vertretung: ['fachkraft'],
  /** In a Fallberatung in the case `beratung` today. */
  beratung: ['fachkraft'],
  leitung: ['leitung'],
  verwaltung: ['traegeradministration'],
  zweiteVerwaltung: ['traegeradministration'],
  leitendeFachkraft: ['leitung', 'fachkraft'],
  verwaltendeFachkraft: ['traegeradministration', 'fachkraft'],
  /** Invited, has not accepted. */
  eingeladen: ['fachkraft'],
  /** Left; her account still exists. */
  ausgeschieden: ['fachkraft'],
} as const;

export type Rollenname = keyof typeof PERSONAL;

export interface Person {
  kontoId: string;
  mitgliedschaftId: string;
  nutzerId: string;
  traegerId: string | null;
  kreisId: string;
  name: string;
  email: string;
  rollen: readonly string[];
}

export type Fallname = 'verweis' | 'kurzberatung' | 'eigener' | 'kollegin' | 'beratung' | 'beendet' | 'uebergeben';

export interface Fall {
  id: string;
  fallnummer: string;
  klasse: 'verweis' | 'kurzberatung' | 'case_management';
  fachkraft: Rollenname;
  /** Her only case is this one. */
  ratsuchendeId: string;
}

export interface TraegerPlan {
  id: string;
  kreisId: string;
  kennung: string;
  kommuneId: string;
  stelleId: string;
  haushaltId: string;
  freigabeId: string;
  personen: Record<Rollenname, Person>;
  faelle: Record<Fallname, Fall>;
  /** Text that occurs in rows of this Träger and nowhere else. */
  kanarie: string;
}

export interface KreisPlan {
  id: string;
  name: string;
  kommunen: string[];
  traeger: TraegerPlan[];
  koordination: Person;
}

const FAELLE: Record<Fallname, { klasse: Fall['klasse']; fachkraft: Rollenname }> = {
  verweis: { klasse: 'verweis', fachkraft: 'fachkraft' },
  kurzberatung: { klasse: 'kurzberatung', fachkraft: 'kollegin' },
  eigener: { klasse: 'case_management', fachkraft: 'fachkraft' },
  kollegin: { klasse: 'case_management', fachkraft: 'kollegin' },
  beratung: { klasse: 'case_management', fachkraft: 'fachkraft' },
  beendet: { klasse: 'case_management', fachkraft: 'fachkraft' },
  uebergeben: { klasse: 'case_management', fachkraft: 'fachkraft' },
};

/** The same id for the same words, in the form of a UUIDv7. */
export function festeId(...worte: string[]): string {
  const h = createHash('sha256').update(worte.join('/')).digest('hex');
  return `01900000-${h.slice(0, 4)}-7${h.slice(4, 7)}-8${h.slice(7, 10)}-${h.slice(10, 22)}`;
}

/** Bytes that look like ciphertext behind the canary of their Träger; the same for the same words. */
export function festeBytes(...worte: string[]): Buffer {
  return createHash('sha256').update(worte.join('/')).digest();
}

export const kanarie = (kennung: string) => `kanarie-${kennung.toLowerCase()}-`;

function planPerson(kennung: string, kreisId: string, traegerId: string | null, rolle: string, rollen: readonly string[]): Person {
  const marke = kanarie(kennung);
  return {
    kontoId: festeId(kennung, rolle, 'konto'),
    mitgliedschaftId: festeId(kennung, rolle, 'mitgliedschaft'),
    nutzerId: festeId(kennung, rolle, 'nutzer'),
    traegerId,
    kreisId,
    name: `${marke}${rolle}`,
    email: `${marke}${rolle}@example.org`.toLowerCase(),
    rollen,
  };
}

function planTraeger(kreisId: string, kennung: string, kommuneId: string): TraegerPlan {
  const id = festeId(kennung, 'traeger');
  const personen = Object.fromEntries(
    Object.entries(PERSONAL).map(([name, rollen]) => [name, planPerson(kennung, kreisId, id, name, rollen)]),
  ) as Record<Rollenname, Person>;
  const faelle = Object.fromEntries(
    Object.entries(FAELLE).map(([name, fall], i) => [name, {
      ...fall,
      id: festeId(kennung, 'fall', name),
      fallnummer: `${kennung}-2026-${String(i + 1).padStart(4, '0')}`,
      ratsuchendeId: festeId(kennung, 'ratsuchende', name),
    }]),
  ) as Record<Fallname, Fall>;
  return {
    id, kreisId, kennung, kommuneId, personen, faelle, kanarie: kanarie(kennung),
    stelleId: festeId(kennung, 'stelle'), haushaltId: festeId(kennung, 'haushalt'), freigabeId: festeId(kennung, 'freigabe'),
  };
}

function planKreis(name: string, kennungen: string[]): KreisPlan {
  const id = festeId(name, 'kreis');
  const kommunen = [festeId(name, 'kommune', '1'), festeId(name, 'kommune', '2')];
  return {
    id,
    name,
    kommunen,
    traeger: kennungen.map((kennung, i) => planTraeger(id, kennung, kommunen[i % 2]!)),
    koordination: planPerson(`${name}-koordination`, id, null, 'koordination', ['koordination']),
  };
}

/** Two Kreise: nine Träger in the first, two in the second. */
export const BERG = planKreis('Berg', ['BGL', 'BUK', 'BUD', 'KUE', 'ODE', 'ROE', 'OVE', 'WER', 'KIR']);
export const TAL = planKreis('Tal', ['TAA', 'TAB']);
export const KREISE = [BERG, TAL];
export const TRAEGER = KREISE.flatMap((kreis) => kreis.traeger);

/** Works for the first two Träger of the first Kreis: one konto, two memberships (D4). */
export const SPRINGERIN = [0, 1].map((i) => {
  const { kennung, id } = BERG.traeger[i]!;
  return { ...planPerson(kennung, BERG.id, id, 'springerin', ['fachkraft']), kontoId: festeId('springerin', 'konto'), email: 'springerin@example.org' };
}) as [Person, Person];
