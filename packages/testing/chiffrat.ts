import { festeBytes } from './plan.ts';
import type { Fall, TraegerPlan } from './plan.ts';

export const nutzerVon = (t: TraegerPlan, fall: Fall) => t.personen[fall.fachkraft].nutzerId;

/** Looks encrypted, and can be told apart by Träger. */
export const chiffrat = (t: TraegerPlan, ...worte: string[]) => Buffer.concat([Buffer.from(t.kanarie), festeBytes(t.kennung, ...worte)]);
