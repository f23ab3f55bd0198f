import type { Datum } from '@kim/core/zeit.ts';
import type { Handelnde, Massnahmenstand, Prioritaet, Zielstand } from './schema.ts';

export interface Massnahme {
  id: string;
  was: string;
  wer: Handelnde;
  /** Why the Fachkraft does it herself; empty for the others. */
  grund: string;
  bis: Datum | null;
  stand: Massnahmenstand;
}

/** A Teilziel with its steps. */
export interface Teilziel {
  id: string;
  text: string;
  /** Sign by which both see that it is reached. */
  woran: string;
  ressource: string;
  prioritaet: Prioritaet;
  bis: Datum | null;
  /** Ratsuchende; null for the whole household. */
  personId: string | null;
  bedarfId: string | null;
  stand: Zielstand;
  massnahmen: Massnahme[];
}

/** What somebody wants to reach in the long run, with its Teilziele. */
export interface Leitziel extends Omit<Teilziel, 'massnahmen'> {
  teilziele: Teilziel[];
}

export type Serviceplan = readonly Leitziel[];

/** The plan as it is agreed: without what was given up. The names of people are not in it, their ids are. */
export const vereinbarbar = (plan: Serviceplan): Leitziel[] =>
  plan.filter(({ stand }) => stand !== 'aufgegeben').map((leitziel) => ({
    ...leitziel,
    teilziele: leitziel.teilziele.filter(({ stand }) => stand !== 'aufgegeben').map((ziel) => ({ ...ziel, massnahmen: ziel.massnahmen.filter(({ stand }) => stand !== 'entfallen') })),
  }));

export const PLANMAENGEL = ['kein_ziel', 'ohne_teilziel', 'ohne_frist', 'ohne_massnahme', 'ohne_grund', 'ausgeschieden'] as const;
export type Planmangel = (typeof PLANMAENGEL)[number];

/** What keeps a plan from being agreed, with the goal at which it shows; it can be saved as draft all the same. */
export function planmaengel(plan: Serviceplan, dabei: ReadonlySet<string>): { mangel: Planmangel; zielId: string | null; text: string }[] {
  const offene = plan.filter(({ stand }) => stand === 'offen');
  if (offene.length === 0) return [{ mangel: 'kein_ziel', zielId: null, text: '' }];
  return offene.flatMap((leitziel) => {
    const teilziele = leitziel.teilziele.filter(({ stand }) => stand === 'offen');
    const fehlt = (ziel: { id: string; text: string }, mangel: Planmangel, wenn: boolean) => (wenn ? [{ mangel, zielId: ziel.id, text: ziel.text }] : []);
    const ausgeschieden = ({ personId }: { personId: string | null }) => personId !== null && !dabei.has(personId);
    return [
      ...fehlt(leitziel, 'ohne_teilziel', leitziel.teilziele.every(({ stand }) => stand === 'aufgegeben')),
      ...fehlt(leitziel, 'ausgeschieden', ausgeschieden(leitziel)),
      ...teilziele.flatMap((ziel) => [
        ...fehlt(ziel, 'ohne_frist', ziel.bis === null),
        ...fehlt(ziel, 'ohne_massnahme', ziel.massnahmen.every(({ stand }) => stand === 'entfallen')),
        ...fehlt(ziel, 'ohne_grund', ziel.massnahmen.some(({ wer, grund, stand }) => wer === 'fachkraft' && grund === '' && stand !== 'entfallen')),
        ...fehlt(ziel, 'ausgeschieden', ausgeschieden(ziel)),
      ]),
    ];
  });
}

export type SmartPunkt = 'spezifisch' | 'messbar' | 'akzeptiert' | 'realistisch' | 'terminiert';

/** Words behind which nobody can see what is meant. */
const VAGE = /\b(irgendwie|irgendwann|möglichst|eventuell|vielleicht|bald|demnächst|mal|etwas|besser|mehr|weniger|versuchen|kümmern|bemühen)\b/iu;

/** Shorter says nothing that could be checked; characters. */
const MINDESTENS = 15;
/** A Teilziel is a near one (R56); days. */
const HOECHSTENS_TAGE = 366;

const tageBis = (von: Datum, bis: Datum): number => (Date.parse(bis) - Date.parse(von)) / 86_400_000;

/**
 * What a Teilziel has of SMART, and where a second look helps. „Akzeptiert“: it serves something that the person wants;
 * „realistisch“: something helps, and the person does a step herself. A hint, never a wall: the person's own words stay.
 */
export function smart(ziel: Teilziel, heute: Datum): Record<SmartPunkt, boolean> {
  return {
    spezifisch: ziel.text.length >= MINDESTENS && !VAGE.test(ziel.text),
    messbar: ziel.woran !== '',
    akzeptiert: ziel.bedarfId !== null || ziel.personId !== null,
    realistisch: ziel.ressource !== '' || ziel.massnahmen.some(({ wer, stand }) => wer === 'ratsuchende' && stand !== 'entfallen'),
    terminiert: ziel.bis !== null && (ziel.stand !== 'offen' || (ziel.bis >= heute && tageBis(heute, ziel.bis) <= HOECHSTENS_TAGE)),
  };
}

export interface Planaenderung {
  art: 'neu' | 'geaendert' | 'entfallen';
  was: 'leitziel' | 'teilziel' | 'massnahme';
  id: string;
  /** As it reads now; as it read, where it is gone. */
  text: string;
  /** Field → before and now, of what has changed. */
  felder: { feld: string; vorher: string | null; nachher: string | null }[];
}

const ZIELFELDER = ['text', 'woran', 'ressource', 'prioritaet', 'bis', 'personId', 'bedarfId'] as const;
const MASSNAHMENFELDER = ['was', 'wer', 'grund', 'bis'] as const;

interface Zeile {
  was: Planaenderung['was'];
  text: string;
  felder: Record<string, string | null>;
}

/** Everything in a plan by its id; whether a step was done is work, not agreement. */
function zeilen(plan: Serviceplan): Map<string, Zeile> {
  const felder = <T extends object, F extends keyof T & string>(von: T, namen: readonly F[]) => Object.fromEntries(namen.map((name) => [name, von[name] as string | null]));
  return new Map(vereinbarbar(plan).flatMap((leitziel): [string, Zeile][] => [
    [leitziel.id, { was: 'leitziel', text: leitziel.text, felder: felder(leitziel, ZIELFELDER) }],
    ...leitziel.teilziele.flatMap((ziel): [string, Zeile][] => [
      [ziel.id, { was: 'teilziel', text: ziel.text, felder: { ...felder(ziel, ZIELFELDER), leitziel: leitziel.id } }],
      ...ziel.massnahmen.map((massnahme): [string, Zeile] => [massnahme.id, { was: 'massnahme', text: massnahme.was, felder: { ...felder(massnahme, MASSNAHMENFELDER), teilziel: ziel.id } }]),
    ]),
  ]));
}

/** What differs between an earlier plan and a later one, in the order of the later one; what is gone comes last. */
export function vergleichePlaene(frueher: Serviceplan, spaeter: Serviceplan): Planaenderung[] {
  const [alt, neu] = [zeilen(frueher), zeilen(spaeter)];
  const geblieben = [...neu].flatMap(([id, { was, text, felder }]): Planaenderung[] => {
    const vorher = alt.get(id);
    if (!vorher) return [{ art: 'neu', was, id, text, felder: [] }];
    const anders = Object.keys(felder).filter((feld) => felder[feld] !== (vorher.felder[feld] ?? null));
    return anders.length === 0 ? [] : [{ art: 'geaendert', was, id, text, felder: anders.map((feld) => ({ feld, vorher: vorher.felder[feld] ?? null, nachher: felder[feld] ?? null })) }];
  });
  const weg = [...alt].filter(([id]) => !neu.has(id)).map(([id, { was, text }]): Planaenderung => ({ art: 'entfallen', was, id, text, felder: [] }));
  return [...geblieben, ...weg];
}

/** Share of the steps that the person does herself, in percent; null while there are none (U12). */
export function selbstAnteil(plan: Serviceplan): number | null {
  const alle = vereinbarbar(plan).flatMap(({ teilziele }) => teilziele.flatMap(({ massnahmen }) => massnahmen));
  return alle.length === 0 ? null : Math.round((100 * alle.filter(({ wer }) => wer === 'ratsuchende').length) / alle.length);
}
