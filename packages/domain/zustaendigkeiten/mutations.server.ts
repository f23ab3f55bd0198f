import { sql } from 'drizzle-orm';
import { fehler, ok } from '@kim/core/result.ts';
import { neueId } from '@kim/core/ids.ts';
import { heute } from '@kim/core/zeit.ts';
import { fallberatungen, zustaendigkeiten } from '@kim/db/schema/faelle.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseFallZumAendern } from '../faelle/data.server.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import type { Fallberatungseingabe } from './schema.ts';

/** Takes over a shared case, or gives one's own to a colleague. Answers whether the case stays visible to who acted. */
export async function uebergib(akteur: TraegerAkteur, nr: string, anNutzerId: string) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr, { auchGestoppt: true });
    if (!fall) return fehler('nicht_gefunden');
    const meiner = fall.zustaendigId === akteur.nutzerId;
    const uebernahme = !meiner && fall.klasse !== 'case_management' && anNutzerId === akteur.nutzerId;
    if (!meiner && !uebernahme) return fehler('nicht_zustaendig');
    const sichtbar = fall.klasse !== 'case_management' || anNutzerId === akteur.nutzerId ? 'sichtbar' : 'weg';
    if (fall.zustaendigId === anNutzerId) return ok(sichtbar);
    if (!(await istFachkraft(tx, anNutzerId))) return fehler('keine_fachkraft');
    // The line comes first: afterwards the case may be out of sight.
    await protokolliere(tx, akteur, meiner ? 'zustaendigkeit.uebergeben' : 'zustaendigkeit.uebernommen', {
      fallId: fall.id, fallnummer: nr, betrifftId: (meiner ? anNutzerId : fall.zustaendigId) ?? undefined,
    });
    await tx.execute(sql`update app.zustaendigkeiten set bis = ${heute()} where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id} and bis is null`);
    await tx.insert(zustaendigkeiten).values({
      traegerId: akteur.traegerId, id: neueId(), fallId: fall.id, nutzerId: anNutzerId, von: heute(),
      anlass: meiner ? 'uebergabe' : 'uebernahme', erfasstVon: akteur.nutzerId,
    });
    return ok(sichtbar);
  });
}

/** Opens one's own Case Management to a colleague, for a reason and until a day (D2). */
export async function oeffneFallberatung(akteur: TraegerAkteur, nr: string, eingabe: Fallberatungseingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) return fehler('nicht_gefunden');
    if (fall.zustaendigId !== akteur.nutzerId) return fehler('nicht_zustaendig');
    if (fall.klasse !== 'case_management') return fehler('geteilt');
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (eingabe.mit === akteur.nutzerId || !(await istFachkraft(tx, eingabe.mit))) return fehler('keine_fachkraft');
    await Promise.all([
      tx.insert(fallberatungen).values({
        traegerId: akteur.traegerId, id, fallId: fall.id, nutzerId: eingabe.mit, von: heute(), bis: eingabe.bis, erfasstVon: akteur.nutzerId,
        grundKrypt: akteur.tresor.verschluessle(eingabe.grund, fall.schluessel, { besitzerId: id, spalte: 'fallberatungen.grund', version: 1 }),
      }),
      protokolliere(tx, akteur, 'fallberatung.eroeffnet', { fallId: fall.id, fallnummer: nr, betrifftId: eingabe.mit }),
    ]);
    return ok(einmal.wert);
  });
}

async function istFachkraft(tx: Tx, nutzerId: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`select from sec.fachkraefte() as m(id) where m.id = ${nutzerId}`);
  return rowCount === 1;
}
