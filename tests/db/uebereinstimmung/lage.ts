import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { Freigabeart } from '@kim/policies/freigaben.ts';
import { TRAEGERROLLEN } from '@kim/policies/rollen.ts';
import type { Rolle } from '@kim/policies/rollen.ts';
import { BERG, TAL } from '@kim/testing/plan.ts';
import type { Fall, Person, Rollenname, TraegerPlan } from '@kim/testing/plan.ts';

/** Generated situations, and what D2 says about who is within reach of the case in them: written down anew, without a look at the database. */

/** Where the object lies. Who asks works here or elsewhere. */
export const T: TraegerPlan = BERG.traeger[0]!;
/** A case whose person is in no other. */
export const FALL: Fall = T.faelle.eigener;

const PERSONEN = { ich: 'leitendeFachkraft', kollegin: 'verwaltendeFachkraft', dritte: 'beratung' } as const satisfies Record<string, Rollenname>;
/** Three people of T; `kollegin` and `dritte` are always Fachkräfte, the roles of `ich` are generated. */
export type Name = keyof typeof PERSONEN;
export const nutzer = (name: Name): string => T.personen[PERSONEN[name]].nutzerId;
export const person = (name: Name): Person => T.personen[PERSONEN[name]];

interface Zeitraum { von: number; bis: number }
const ZEITRAEUME: readonly Zeitraum[] = [{ von: -2, bis: 3 }, { von: 0, bis: 0 }, { von: -9, bis: -1 }, { von: 1, bis: 9 }];
const laeuft = ({ von, bis }: Zeitraum) => von <= 0 && bis >= 0;

export interface Vertretung extends Zeitraum { paar: readonly [vertretene: Name, durch: Name]; beendet: boolean }

export interface Lage {
  rollen: readonly Rolle[];
  /** Where she works who asks: at the Träger of the object, beside it, or in another Kreis. */
  wo: 'hier' | 'nachbar' | 'anderer Kreis';
  klasse: Fall['klasse'];
  zustaendig: Name;
  /** Until when `ich` was responsible before, in days from today. */
  frueher: number | null;
  beendet: boolean;
  vertretungen: Vertretung[];
  beratungen: (Zeitraum & { mit: Name })[];
  /** The Freigabe that waits: who asked, whom it concerns, and what the second person answers. */
  freigabe: { art: Freigabeart; von: Name; betrifft: Name; ja: boolean };
  /** What she tries: to whom, with whom, into which class. */
  an: Name;
  wen: Name;
  mit: 'kollegin' | 'dritte';
  neueKlasse: Fall['klasse'];
  neuesPaar: Vertretung['paar'];
}

const ROLLENMENGEN: (readonly Rolle[])[] = [
  ...Array.from({ length: 2 ** TRAEGERROLLEN.length - 1 }, (_, i) => TRAEGERROLLEN.filter((_, stelle) => (i + 1) & (1 << stelle))), ['koordination'],
];
const namen = fc.constantFrom<Name>('ich', 'kollegin', 'dritte');
const klasse = fc.constantFrom<Fall['klasse']>('case_management', 'kurzberatung', 'verweis', 'case_management');
const paar = fc.constantFrom<Vertretung['paar']>(['kollegin', 'ich'], ['ich', 'kollegin'], ['dritte', 'ich'], ['kollegin', 'dritte'], ['dritte', 'kollegin'], ['ich', 'dritte']);
const zeitraum = fc.constantFrom(...ZEITRAEUME);

export const lagen: fc.Arbitrary<Lage> = fc.record({
  rollen: fc.constantFrom(...ROLLENMENGEN),
  wo: fc.constantFrom<Lage['wo']>('hier', 'hier', 'hier', 'hier', 'nachbar', 'anderer Kreis'),
  klasse,
  zustaendig: namen,
  frueher: fc.constantFrom(null, null, 0, -1),
  beendet: fc.boolean(),
  vertretungen: fc.array(fc.tuple(zeitraum, paar, fc.constantFrom(false, false, true)).map(([z, p, beendet]) => ({ ...z, paar: p, beendet })), { minLength: 1, maxLength: 3 }),
  beratungen: fc.array(fc.tuple(zeitraum, namen).map(([z, mit]) => ({ ...z, mit })), { maxLength: 2 }),
  freigabe: fc.record({ art: fc.constantFrom<Freigabeart>('vertretung', 'uebergabe', 'rolle_fachkraft', 'zugang'), von: namen, betrifft: namen, ja: fc.boolean() }),
  an: namen,
  wen: namen,
  mit: fc.constantFrom('kollegin', 'dritte'),
  neueKlasse: klasse,
  neuesPaar: paar,
});

/** A situation seen by who asks. Nothing here depends on her roles: what these allow says CASL. */
export interface Situation extends Lage {
  wer: Person;
  /** The object belongs to where she works. */
  eigen: boolean;
  istZustaendig: boolean;
  /** Shared by the Fachkräfte of the Träger: everything but Case Management. */
  gemeinsam: boolean;
  /** The case is hers by a personal tie, whatever its class. */
  gebunden: boolean;
  /** She is in the circle of those who work in the case, if she is a Fachkraft (D2). */
  imFall: boolean;
  /** Bytes that occur nowhere else. */
  hash: Buffer;
}

export function situation(lage: Lage): Situation {
  const { rollen, wo, zustaendig } = lage;
  const eigen = wo === 'hier';
  const ort = { hier: T, nachbar: BERG.traeger[1]!, 'anderer Kreis': TAL.traeger[0]! }[wo];
  const wer = rollen.includes('koordination') ? BERG.koordination : ort.personen[PERSONEN.ich];
  const istIch = (name: Name) => name === 'ich' && wer === person('ich');
  const vertritt = lage.vertretungen.some((v) => v.paar[0] === zustaendig && istIch(v.paar[1]) && !v.beendet && laeuft(v));
  const beraet = lage.beratungen.some((b) => istIch(b.mit) && laeuft(b));
  const gebunden = istIch(zustaendig) || vertritt || beraet;
  const gemeinsam = lage.klasse !== 'case_management';
  return { ...lage, wer, eigen, gemeinsam, gebunden, istZustaendig: istIch(zustaendig), imFall: eigen && (gemeinsam || gebunden), hash: randomBytes(32) };
}

/** Who is or will be the Vertretung of this person. */
export const vertretenVon = ({ vertretungen }: Lage, wen: Name): string[] =>
  vertretungen.filter((v) => v.paar[0] === wen && !v.beendet && v.bis >= 0).map((v) => nutzer(v.paar[1]));
