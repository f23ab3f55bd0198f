import type pg from 'pg';
import { festeBytes, festeId, KREISE, SPRINGERIN, TRAEGER } from './plan.ts';
import type { Person } from './plan.ts';
import { insertZeilen } from './zeilen.ts';

const EINGELADEN = new Set(TRAEGER.map((t) => t.personen.eingeladen.kontoId));
const AUSGESCHIEDEN = new Set(TRAEGER.map((t) => t.personen.ausgeschieden.kontoId));

/** Accounts with second factor, memberships, links, codes, drafts and what else lies in sec. */
export async function fuelleKonten(sql: pg.Client): Promise<void> {
  const personen = [...TRAEGER.flatMap((t) => Object.values(t.personen)), ...SPRINGERIN, ...KREISE.map((k) => k.koordination)];
  const konten = [...new Map(personen.map((p) => [p.kontoId, p])).values()];
  const jetzt = new Date();
  await insertZeilen(sql, 'sec.konten', konten.map((p) => {
    const neu = EINGELADEN.has(p.kontoId);
    return {
      id: p.kontoId, email: p.email, art: p.traegerId ? 'traeger' : 'koordination', passwort_hash: neu ? null : `${p.name}-passwort`,
      totp_krypt: neu ? null : festeBytes(p.kontoId, 'totp'), totp_seit: neu ? null : jetzt, passwort_seit: neu ? null : jetzt,
    };
  }));
  await insertZeilen(sql, 'sec.mitgliedschaften', personen.map((p) => ({
    id: p.mitgliedschaftId, konto_id: p.kontoId, konto_art: p.traegerId ? 'traeger' : 'koordination', traeger_id: p.traegerId, kreis_id: p.kreisId,
    nutzer_id: p.nutzerId, rollen: p.rollen, angenommen_am: EINGELADEN.has(p.kontoId) ? null : jetzt, beendet_am: AUSGESCHIEDEN.has(p.kontoId) ? jetzt : null,
  })));
  await fuelleBeiwerk(sql, konten);
}

async function fuelleBeiwerk(sql: pg.Client, konten: Person[]): Promise<void> {
  const morgen = new Date(Date.now() + 86_400_000);
  await insertZeilen(sql, 'sec.wiederherstellungscodes', konten.map((p) => ({ konto_id: p.kontoId, code_hash: codeHash(p) })));
  await insertZeilen(sql, 'sec.einmallinks', TRAEGER.map(({ personen: { eingeladen: p } }) => ({
    token_hash: linkHash(p), konto_id: p.kontoId, mitgliedschaft_id: p.mitgliedschaftId, art: 'einladung', laeuft_ab: morgen })));
  await insertZeilen(sql, 'sec.entwuerfe', TRAEGER.map((t) => ({
    mitgliedschaft_id: t.personen.fachkraft.mitgliedschaftId, pfad: '/faelle/neu', inhalt_krypt: Buffer.concat([Buffer.from(t.kanarie), festeBytes(t.id)]) })));
  await insertZeilen(sql, 'sec.drosselung', [{ schluessel: festeBytes('drosselung'), versuche: 1 }]);
  await insertZeilen(sql, 'sec.pruefwerte', [{ name: 'bestand', generation: 1, wert: festeBytes('pruefwert') }]);
  await insertZeilen(sql, 'sec.auftragsbefugnisse', TRAEGER.map((t) => ({
    ctx_hash: festeBytes(t.id, 'befugnis'), traeger_id: t.id, auftrag_id: festeId(t.kennung, 'auftrag'), art: 'aufraeumen', laeuft_ab: new Date(0) })));
  await insertZeilen(sql, 'sec.sitzungen', konten.map((p) => ({
    id_hash: festeBytes(p.kontoId, 'id'), ctx_hash: festeBytes(p.kontoId, 'ctx'), konto_id: p.kontoId, mitgliedschaft_id: p.mitgliedschaftId,
    laeuft_ab: new Date(0), endet_spaetestens: new Date(0), geraet: `${p.name}-geraet` })));
}

/** Hash of a recovery code that this person has. */
export const codeHash = (person: Person): Buffer => festeBytes(person.kontoId, 'code');
/** Hash of the open invitation of an invited person. */
export const linkHash = (person: Person): Buffer => festeBytes(person.kontoId, 'link');
