import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Login } from '@kim/db/migrate.ts';
import { auftragFuer, sitzungFuer } from '@kim/testing/actors.ts';
import type { Sitzungszustand } from '@kim/testing/actors.ts';
import { festeBytes, KREISE, SPRINGERIN } from '@kim/testing/plan.ts';
import type { Person, Rollenname, TraegerPlan } from '@kim/testing/plan.ts';
import type { Angreifer } from './probe.ts';

export interface Angreiferin extends Angreifer {
  person: Person | null;
}

/** The principals with everything open to them; each tries every probe. */
export const HAUPT: Rollenname[] = ['fachkraft', 'verwaltung'];
/** The others who are signed in. */
const WEITERE: Rollenname[] = ['vertretung', 'leitung', 'leitendeFachkraft', 'verwaltendeFachkraft'];
const TOTE: Sitzungszustand[] = ['abgelaufen', 'ausgelaufen', 'widerrufen', 'gesperrt', 'zweiter_faktor', 'wahl'];

const hex = (text: string) => createHash('sha256').update(text).digest('hex');

export interface Mannschaft {
  traeger: TraegerPlan;
  haupt: Angreiferin[];
  weitere: Angreiferin[];
  logins: Angreiferin[];
  /** Contexts of background work: alive, over, and of another kind. */
  befugnisse: Record<'gueltig' | 'abgelaufen' | 'andereArt', string>;
}

/** Everybody who attacks from this Träger, with a session row each. */
export async function stelleAngreiferAuf(sql: pg.ClientBase, traeger: TraegerPlan): Promise<Mannschaft> {
  const kreis = KREISE.find((k) => k.id === traeger.kreisId)!;
  const mache = (login: Login, name: string, ctx: string | null, lebt: boolean, person: Person | null = null): Angreiferin =>
    ({ name: `${login} ${name}`, login, ctx, lebt, traeger, kreis, person });
  const sitzung = async (person: Person, zustand?: Sitzungszustand) => (await sitzungFuer(sql, person, zustand)).ctx;
  const rolle = async (name: Rollenname) => mache('kim_traeger', name, await sitzung(traeger.personen[name]), true, traeger.personen[name]);

  const haupt = await Promise.all(HAUPT.map(rolle));
  const tote = await Promise.all(TOTE.map(async (z) => mache('kim_traeger', `Sitzung ${z}`, await sitzung(traeger.personen.fachkraft, z), false)));
  const springerin = SPRINGERIN.filter((p) => p.traegerId === traeger.id);
  const fachkraft = await sitzung(traeger.personen.fachkraft);
  const koordination = await sitzung(kreis.koordination);
  // Longer than a real one, because it must outlive the full form of the proof.
  const befugnisse = { gueltig: await auftragFuer(sql, traeger, 24 * 60), abgelaufen: await auftragFuer(sql, traeger, -1), andereArt: await auftragFuer(sql, traeger, 15, 'anderes') };
  const auftrag = befugnisse.gueltig;
  const weitere = [
    ...(await Promise.all(WEITERE.map(rolle))),
    ...(await Promise.all(springerin.map(async (p) => mache('kim_traeger', 'springerin', await sitzung(p), true, p)))),
    mache('kim_traeger', 'Auftrag', auftrag, true),
    ...tote,
    mache('kim_traeger', 'Auftrag abgelaufen', befugnisse.abgelaufen, false),
    mache('kim_traeger', 'nicht angenommen', await sitzung(traeger.personen.eingeladen), false),
    mache('kim_traeger', 'ausgeschieden', await sitzung(traeger.personen.ausgeschieden), false),
    { ...mache('kim_traeger', 'Koordination', koordination, false), nurKreis: true },
    mache('kim_traeger', 'ohne Zusammenhang', null, false),
    mache('kim_traeger', 'leerer Zusammenhang', '', false),
    mache('kim_traeger', 'erfundener Zusammenhang', hex('erfunden'), false),
    mache('kim_traeger', 'gestohlener Hash', festeBytes(traeger.personen.fachkraft.kontoId, 'ctx').toString('hex'), false),
  ];
  const logins = [
    mache('kim_koordination', 'Koordination', koordination, true, kreis.koordination),
    mache('kim_koordination', 'fachkraft', fachkraft, true),
    mache('kim_koordination', 'ohne Zusammenhang', null, false),
    mache('kim_anmeldung', 'fachkraft', fachkraft, true),
    mache('kim_anmeldung', 'ohne Zusammenhang', null, false),
    mache('kim_auftrag', 'Auftrag', auftrag, true),
    mache('kim_auftrag', 'Auftrag abgelaufen', befugnisse.abgelaufen, false),
    mache('kim_auftrag', 'ohne Zusammenhang', null, false),
    mache('kim_auswertung', 'fachkraft', fachkraft, true),
    mache('kim_auswertung', 'ohne Zusammenhang', null, false),
    mache('kim_eigentuemer', 'fachkraft', fachkraft, true, traeger.personen.fachkraft),
    mache('kim_eigentuemer', 'ohne Zusammenhang', null, false),
  ];
  return { traeger, haupt, weitere, logins, befugnisse };
}
