import { randomBytes } from 'node:crypto';
import { neueId } from '@kim/core/ids.ts';
import type { Darsteller } from '@kim/testing/datenbank.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { abgelehnt, erster, erwarte, jede } from './szenen-urteil.ts';
import type { Spiel, Szene } from './zweite-person.ts';

/** A colleague takes over or opens a case that she may look into. */
async function versucheUebernahme(s: Spiel, wer: Darsteller, fallId: string): Promise<string | null> {
  const herab = await wer.versucht("update app.faelle set klasse = 'kurzberatung' where id = $1", [fallId]);
  await s.schliesse(wer, fallId);
  const nimmt = await s.vergib(wer, fallId, wer.person.nutzerId, 'uebernahme');
  return erster(abgelehnt(herab), nimmt.fehler ? null : 'hat den Fall übernommen');
}

/** Ways to become a reader of a case without the second person of D3. */
export const SZENEN_FAELLE: Record<string, Szene> = {
  'Vertretung zu eigenen Gunsten': async (s, t) => {
    const x = await s.als(t.personen.verwaltendeFachkraft);
    return erster(abgelehnt(await s.vertrete(x, t.personen.kollegin.nutzerId, x.person.nutzerId)), erwarte(!(await s.liest(x, t.faelle.kollegin.id)), 'liest'));
  },
  'Vertretung unter fremdem Namen eingerichtet': async (s, t) => {
    const x = await s.als(t.personen.verwaltendeFachkraft);
    return abgelehnt(await x.versucht('insert into app.vertretungen (traeger_id, id, vertretene_id, vertretung_id, von, bis, eingerichtet_von) values ($1, $2, $3, $4, $5, $5, $6)',
      [t.id, neueId(), t.personen.kollegin.nutzerId, x.person.nutzerId, tagVon(0), t.personen.verwaltung.nutzerId]));
  },
  'Vertretung verlängert sich selbst': async (s, t) => {
    const v = await s.als(t.personen.vertretung);
    return erster(abgelehnt(await v.versucht('update app.vertretungen set bis = $1', [tagVon(300)])), abgelehnt(await s.vertrete(v, t.personen.kollegin.nutzerId, v.person.nutzerId, 1, 90)));
  },
  'Fachkraft vertritt ungefragt': async (s, t) => abgelehnt(await s.vertrete(await s.als(t.personen.fachkraft), t.personen.kollegin.nutzerId, t.personen.fachkraft.nutzerId)),
  'beendete Vertretung lebt auf': async (s, t) => abgelehnt(await (await s.als(t.personen.vertretung)).versucht('update app.vertretungen set beendet_am = null')),
  'Übergabe an sich selbst': async (s, t) => {
    const x = await s.als(t.personen.verwaltendeFachkraft);
    await s.schliesse(x, t.faelle.kollegin.id);
    return erster(abgelehnt(await s.vergib(x, t.faelle.kollegin.id, x.person.nutzerId)), abgelehnt(await s.vergib(x, t.faelle.kollegin.id, x.person.nutzerId, 'uebernahme')),
      abgelehnt(await s.vergib(x, t.faelle.kollegin.id, x.person.nutzerId, 'eroeffnung')));
  },
  'Übergabe an eine, die man vertritt': async (s, t) => {
    const [x, f] = [await s.als(t.personen.verwaltendeFachkraft), await s.als(t.personen.fachkraft)];
    await f.tut('select 1');
    const vorher = await s.vertrete(f, f.person.nutzerId, x.person.nutzerId);
    await s.schliesse(x, t.faelle.kollegin.id);
    const gibt = await s.vergib(x, t.faelle.kollegin.id, f.person.nutzerId);
    return erster(erwarte(!vorher.fehler, 'Vertretung ließ sich nicht einrichten'), abgelehnt(gibt), erwarte(!(await s.liest(x, t.faelle.kollegin.id)), 'liest'));
  },
  'Übergabe an eine, die man ab morgen vertritt': async (s, t) => {
    const [x, f] = [await s.als(t.personen.verwaltendeFachkraft), await s.als(t.personen.fachkraft)];
    await s.vertrete(f, f.person.nutzerId, x.person.nutzerId, 1);
    await s.schliesse(x, t.faelle.kollegin.id);
    return abgelehnt(await s.vergib(x, t.faelle.kollegin.id, f.person.nutzerId));
  },
  'Verwaltung ohne Fachrolle nimmt sich einen Fall': async (s, t) => {
    const a = await s.als(t.personen.verwaltung);
    await s.schliesse(a, t.faelle.kollegin.id);
    return abgelehnt(await s.vergib(a, t.faelle.kollegin.id, a.person.nutzerId));
  },
  'Übergabe an niemanden': async (s, t) => {
    const a = await s.als(t.personen.verwaltung);
    await s.schliesse(a, t.faelle.kollegin.id);
    return erwarte((await s.schluss()).fehler === '23514', 'Fall ohne Zuständigkeit blieb');
  },
  'Übergabe an eine, die keine Fälle führen kann': async (s, t) => {
    const a = await s.als(t.personen.verwaltung);
    await s.schliesse(a, t.faelle.kollegin.id);
    const { leitung, eingeladen, ausgeschieden } = t.personen;
    return erster(...(await jede([leitung, eingeladen, ausgeschieden], (p) => s.vergib(a, t.faelle.kollegin.id, p.nutzerId))).map(abgelehnt));
  },
  'Kollegin holt sich einen Fall der Begleitung': async (s, t) => versucheUebernahme(s, await s.als(t.personen.fachkraft), t.faelle.kollegin.id),
  'Fallberatung wird zur Übernahme': async (s, t) => versucheUebernahme(s, await s.als(t.personen.beratung), t.faelle.beratung.id),
  'Vertretung wird zur Übernahme': async (s, t) => versucheUebernahme(s, await s.als(t.personen.vertretung), t.faelle.kollegin.id),
  'Fallberatung öffnet weiteren': async (s, t) => {
    const b = await s.als(t.personen.beratung);
    return abgelehnt(await b.versucht('insert into app.fallberatungen (traeger_id, id, fall_id, nutzer_id, grund_krypt, von, bis, erfasst_von) values ($1, $2, $3, $4, $5, $6, $6, $7)',
      [t.id, neueId(), t.faelle.beratung.id, t.personen.kollegin.nutzerId, randomBytes(8), tagVon(0), b.person.nutzerId]));
  },
  'Fallberatung für sich selbst': async (s, t) => {
    const f = await s.als(t.personen.verwaltendeFachkraft);
    return abgelehnt(await f.versucht('insert into app.fallberatungen (traeger_id, id, fall_id, nutzer_id, grund_krypt, von, bis, erfasst_von) values ($1, $2, $3, $4, $5, $6, $6, $4)',
      [t.id, neueId(), t.faelle.kollegin.id, f.person.nutzerId, randomBytes(8), tagVon(0)]));
  },
  'Fall zurückholen, den man längst abgegeben hat': async (s, t) => {
    const k = await s.als(t.personen.kollegin);
    await s.schliesse(k, t.faelle.uebergeben.id);
    return erster(abgelehnt(await s.vergib(k, t.faelle.uebergeben.id, k.person.nutzerId, 'uebernahme')), erwarte(!(await s.liest(k, t.faelle.uebergeben.id)), 'liest'));
  },
  'Zuständigkeit mit Ende in der Zukunft': async (s, t) => abgelehnt(await s.schliesse(await s.als(t.personen.fachkraft), t.faelle.eigener.id, tagVon(400))),
  'Spuren tilgen': async (s, t) => {
    const befunde: (string | null)[] = [];
    for (const name of ['fachkraft', 'verwaltung', 'verwaltendeFachkraft'] as const) {
      const wer = await s.als(t.personen[name]);
      for (const was of ['delete from app.protokoll', "update app.protokoll set aktion = 'x'", 'delete from app.vertretungen', 'delete from app.zustaendigkeiten', 'delete from app.freigaben']) befunde.push(abgelehnt(await wer.versucht(was)));
    }
    return erster(...befunde);
  },
};
