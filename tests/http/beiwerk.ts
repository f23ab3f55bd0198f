import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type pg from 'pg';
import { neueId } from '@kim/core/ids.ts';
import type { Schluesselbund } from '@kim/tresor/schluesselbund.ts';
import { verschluesseleMit } from '@kim/tresor/zweck.ts';
import { DORT, HIER } from './personen.ts';

/** The code that the app of a second factor shows now. */
export const codeJetzt = (geheimnis: string | undefined): string => new TOTP({ secret: Secret.fromBase32(geheimnis ?? '') }).generate();

/** Second factors, one-time links and Freigaben of the scene; answers what only their owners know. */
export async function legeBeiwerkAn(sql: pg.Client, bund: Schluesselbund): Promise<Record<string, string>> {
  await beantrage(sql, HIER, 'Petra Linden', 'Judith Hartmann');
  await beantrage(sql, DORT, 'Ralf Niessen', 'Meryem Aksoy');
  const aktuell = await verwahre(sql, bund, 'zweiter.faktor.fehlt@rbk.example', 'totp_krypt');
  await verwahre(sql, bund, 'nadja.petrovic@rbk.example', 'totp_krypt');
  await sql.query("update sec.konten set totp_seit = now() where email = 'nadja.petrovic@rbk.example'");
  const neu = new Secret({ size: 20 }).base32;
  await verwahre(sql, bund, 'judith.hartmann@rbk.example', 'totp_neu_krypt', neu);
  await verwahre(sql, bund, 'zweiter.faktor.nicht.eingerichtet@rbk.example', 'totp_neu_krypt', neu);
  return { 'totp aktuell': aktuell, 'totp neu': neu, 'link gültig': await verschicke(sql, false), 'link verbraucht': await verschicke(sql, true) };
}

async function verwahre(sql: pg.Client, bund: Schluesselbund, email: string, spalte: 'totp_krypt' | 'totp_neu_krypt', geheimnis = new Secret({ size: 20 }).base32): Promise<string> {
  const { rows } = await sql.query<{ id: string }>('select id from sec.konten where email = $1', [email]);
  const kontoId = rows[0]?.id ?? '';
  await sql.query(`update sec.konten set ${spalte} = $2 where id = $1`, [kontoId, verschluesseleMit(bund, 'totp', kontoId, geheimnis)]);
  return geheimnis;
}

/** A link for who is invited. */
async function verschicke(sql: pg.Client, verbraucht: boolean): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await sql.query(
    `insert into sec.einmallinks (token_hash, konto_id, mitgliedschaft_id, art, laeuft_ab, eingeloest_am)
     select $1, m.konto_id, m.id, 'einladung', now() + interval '1 day', case when $2 then now() end
       from sec.mitgliedschaften m join sec.konten k on k.id = m.konto_id where k.email = 'eingeladen@rbk.example'`,
    [createHash('sha256').update(token).digest(), verbraucht],
  );
  return token;
}

/** Somebody asks for a link that opens the account of a Fachkraft: a second person has to agree. */
async function beantrage(sql: pg.Client, kennung: string, von: string, betrifft: string): Promise<void> {
  await sql.query(
    `insert into app.freigaben (traeger_id, id, art, beantragt_von, betrifft_id)
     select t.id, $1, 'zugang', v.id, b.id from kreis.traeger t
       join app.nutzer v on v.traeger_id = t.id and v.name = $3 join app.nutzer b on b.traeger_id = t.id and b.name = $4 where t.kennung = $2`,
    [neueId(), kennung, von, betrifft],
  );
}
