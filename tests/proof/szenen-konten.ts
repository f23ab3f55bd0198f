import { randomBytes } from 'node:crypto';
import { neueId } from '@kim/core/ids.ts';
import type { Darsteller } from '@kim/testing/datenbank.ts';
import { abgelehnt, antwort, erster, erwarte, jede } from './szenen-urteil.ts';
import type { Szene } from './zweite-person.ts';

const zuruecksetzen = (wer: Darsteller, nutzer: string, art: string, freigabe: string | null = null) =>
  wer.versucht('select sec.zugang_zuruecksetzen($1, $2, $3, $4) as antwort', [nutzer, art, randomBytes(32), freigabe]);
const setzeRollen = (wer: Darsteller, nutzer: string, rollen: string[]) => wer.versucht('select sec.rollen_setzen($1, $2) as antwort', [nutzer, rollen]);
const eigeneRollen = async (wer: Darsteller) => (await wer.tut('select sec.rollen() as r'))[0]!.r as string[];

/** Ways to give oneself a right, an approval or somebody else's account. */
export const SZENEN_KONTEN: Record<string, Szene> = {
  'sich selbst Fachkraft geben': async (s, t) => {
    const a = await s.als(t.personen.verwaltung);
    return erster(antwort(await setzeRollen(a, a.person.nutzerId, ['traegeradministration', 'fachkraft']), 'freigabe'), erwarte(!(await eigeneRollen(a)).includes('fachkraft'), 'ist Fachkraft'));
  },
  'eigene Freigabe selbst entscheiden': async (s, t) => {
    const a = await s.als(t.personen.verwaltung);
    return abgelehnt(await s.entscheide(a, await s.beantrage(a, 'rolle_fachkraft', a.person.nutzerId, a.person.nutzerId)));
  },
  'eigene Freigabe als frisch ernannte Leitung entscheiden': async (s, t) => {
    const x = await s.als(t.personen.verwaltendeFachkraft);
    const id = await s.beantrage(x, 'uebergabe', t.personen.kollegin.nutzerId, x.person.nutzerId, [t.faelle.kollegin.id]);
    await setzeRollen(x, x.person.nutzerId, ['traegeradministration', 'leitung', 'fachkraft']);
    return erster(abgelehnt(await s.entscheide(x, id)), erwarte(!(await s.liest(x, t.faelle.kollegin.id)), 'liest'));
  },
  'Komplizin als Betroffene einer Rolle': async (s, t) => {
    const [a, f] = [await s.als(t.personen.verwaltung), await s.als(t.personen.fachkraft)];
    return erster(abgelehnt(await s.entscheide(f, await s.beantrage(a, 'rolle_fachkraft', f.person.nutzerId, a.person.nutzerId))), erwarte(!(await eigeneRollen(a)).includes('fachkraft'), 'ist Fachkraft'));
  },
  'Freigabe über Fälle einer anderen als der Betroffenen': async (s, t) => {
    const [x, f] = [await s.als(t.personen.verwaltendeFachkraft), await s.als(t.personen.fachkraft)];
    await s.entscheide(f, await s.beantrage(x, 'uebergabe', f.person.nutzerId, x.person.nutzerId, [t.faelle.kollegin.id]));
    return erwarte(!(await s.liest(x, t.faelle.kollegin.id)), 'liest den Fall der Unbeteiligten');
  },
  'Freigabe schon entschieden angelegt': async (s, t) => {
    const a = await s.als(t.personen.verwaltung);
    return abgelehnt(await a.versucht(
      "insert into app.freigaben (traeger_id, id, art, beantragt_von, betrifft_id, entschieden_von, entschieden_am, bestaetigt) values ($1, $2, 'zugang', $3, $4, $5, now(), 'ja')",
      [t.id, neueId(), a.person.nutzerId, t.personen.kollegin.nutzerId, t.personen.leitung.nutzerId]));
  },
  'Freigabe in fremdem Namen beantragt': async (s, t) => {
    const a = await s.als(t.personen.verwaltung);
    return abgelehnt(await a.versucht("insert into app.freigaben (traeger_id, id, art, beantragt_von, betrifft_id) values ($1, $2, 'zugang', $3, $4)",
      [t.id, neueId(), t.personen.zweiteVerwaltung.nutzerId, t.personen.kollegin.nutzerId]));
  },
  'Freigabe nachträglich geändert': async (s, t) => {
    const a = await s.als(t.personen.verwaltung);
    return erster(...(await jede(["bestaetigt = 'ja'", 'beguenstigt_id = beantragt_von', "faelle = '{}'", 'beantragt_von = betrifft_id'], (was) => a.versucht(`update app.freigaben set ${was}`))).map(abgelehnt));
  },
  'Freigabe zweimal eingelöst': async (s, t) => {
    const [a, l] = [await s.als(t.personen.verwaltung), await s.als(t.personen.leitung)];
    const ziel = t.personen.kollegin.nutzerId;
    const id = await s.beantrage(a, 'zugang', ziel, null);
    return erster(antwort(await s.entscheide(l, id), 'ok'), antwort(await zuruecksetzen(a, ziel, 'beides', id), 'ok'), antwort(await zuruecksetzen(a, ziel, 'beides', id), 'freigabe'),
      antwort(await s.entscheide(l, id), 'entschieden'));
  },
  'Freigabe für eine andere Person eingelöst': async (s, t) => {
    const [a, l] = [await s.als(t.personen.verwaltung), await s.als(t.personen.leitung)];
    const id = await s.beantrage(a, 'zugang', t.personen.kollegin.nutzerId, null);
    await s.entscheide(l, id);
    return antwort(await zuruecksetzen(a, t.personen.fachkraft.nutzerId, 'beides', id), 'freigabe');
  },
  'Freigabe einer anderen Beantragenden eingelöst': async (s, t) => {
    const [a, z, l] = [await s.als(t.personen.verwaltung), await s.als(t.personen.zweiteVerwaltung), await s.als(t.personen.leitung)];
    const id = await s.beantrage(z, 'zugang', t.personen.kollegin.nutzerId, null);
    await s.entscheide(l, id);
    return antwort(await zuruecksetzen(a, t.personen.kollegin.nutzerId, 'beides', id), 'freigabe');
  },
  'abgelehnte Freigabe eingelöst': async (s, t) => {
    const [a, l] = [await s.als(t.personen.verwaltung), await s.als(t.personen.leitung)];
    const id = await s.beantrage(a, 'zugang', t.personen.kollegin.nutzerId, null);
    await s.entscheide(l, id, false);
    return antwort(await zuruecksetzen(a, t.personen.kollegin.nutzerId, 'beides', id), 'freigabe');
  },
  'beide Faktoren in einem Zug': async (s, t) => antwort(await zuruecksetzen(await s.als(t.personen.verwaltung), t.personen.kollegin.nutzerId, 'beides'), 'freigabe'),
  'erst Passwort, dann zweiter Faktor': async (s, t) => {
    const a = await s.als(t.personen.verwaltung);
    return erster(antwort(await zuruecksetzen(a, t.personen.kollegin.nutzerId, 'passwort'), 'ok'), antwort(await zuruecksetzen(a, t.personen.kollegin.nutzerId, 'zweiter_faktor'), 'freigabe'));
  },
  'erst zweiter Faktor, dann Passwort': async (s, t) => {
    const a = await s.als(t.personen.verwaltung);
    return erster(antwort(await zuruecksetzen(a, t.personen.kollegin.nutzerId, 'zweiter_faktor'), 'ok'), antwort(await zuruecksetzen(a, t.personen.kollegin.nutzerId, 'passwort'), 'freigabe'));
  },
  'zwei Verwaltungen, je ein Faktor': async (s, t) => {
    const [a, z] = [await s.als(t.personen.verwaltung), await s.als(t.personen.zweiteVerwaltung)];
    return erster(antwort(await zuruecksetzen(a, t.personen.kollegin.nutzerId, 'passwort'), 'ok'), antwort(await zuruecksetzen(z, t.personen.kollegin.nutzerId, 'zweiter_faktor'), 'freigabe'));
  },
  'Einladung auf eine besetzte Person': async (s, t) => {
    const a = await s.als(t.personen.verwaltung);
    const { kollegin, ausgeschieden } = t.personen;
    const einladungen = await jede([[kollegin.nutzerId, 'zweitadresse@example.org'], [a.person.nutzerId, 'zweitadresse@example.org'], [ausgeschieden.nutzerId, a.person.email]], ([nutzer, email]) =>
      a.versucht("select sec.einladen($1, $2, $3, $4, array['fachkraft'], $5) as antwort", [neueId(), neueId(), nutzer, email, randomBytes(32)]));
    const neu = await a.versucht('select sec.einladung_erneuern($1, $2) as antwort', [t.personen.kollegin.nutzerId, randomBytes(32)]);
    return erster(...einladungen.map((x) => antwort(x, false)), antwort(neu, false));
  },
  'Koordination als Rolle eines Trägers': async (s, t) => {
    const a = await s.als(t.personen.verwaltung);
    return erster(abgelehnt(await setzeRollen(a, t.personen.fachkraft.nutzerId, ['fachkraft', 'koordination'])), abgelehnt(await setzeRollen(a, t.personen.leitung.nutzerId, ['koordination'])));
  },
  'Verwaltungsakte ohne Verwaltung': async (s, t) => {
    const befunde: (string | null)[] = [];
    for (const name of ['fachkraft', 'leitung', 'leitendeFachkraft'] as const) {
      const wer = await s.als(t.personen[name]);
      befunde.push(abgelehnt(await setzeRollen(wer, wer.person.nutzerId, ['traegeradministration'])), abgelehnt(await zuruecksetzen(wer, t.personen.kollegin.nutzerId, 'passwort')),
        abgelehnt(await wer.versucht('select sec.mitgliedschaft_beenden($1)', [t.personen.eingeladen.nutzerId])),
        abgelehnt(await wer.versucht("update app.nutzer set name = 'x'")), abgelehnt(await wer.versucht('select sec.einladung_erneuern($1, $2)', [t.personen.eingeladen.nutzerId, randomBytes(32)])));
    }
    return erster(...befunde);
  },
  'Suche nach Fällen ohne Fachrolle': async (s, t) => {
    const a = await s.als(t.personen.verwaltung);
    return abgelehnt(await a.versucht('select * from sec.falltreffer($1, $2)', [Array.from({ length: 20 }, neueId), [t.faelle.kollegin.ratsuchendeId]]));
  },
  'offene Fälle verlieren ihre Fachkraft': async (s, t) => {
    const a = await s.als(t.personen.verwaltung);
    return erster(antwort(await a.versucht('select sec.mitgliedschaft_beenden($1) as antwort', [t.personen.kollegin.nutzerId]), 'hat_faelle'),
      antwort(await setzeRollen(a, t.personen.kollegin.nutzerId, ['leitung']), 'hat_faelle'));
  },
};
