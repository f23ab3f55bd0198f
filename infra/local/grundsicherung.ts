import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, readdirSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** Checksums (SHA-256, hex) by path relative to the copied directory. */
export type Pruefsummen = Record<string, string>;

// What PostgreSQL's documentation leaves out of a copy of a running server: rebuilt or worthless after a restore.
const LEER = new Set(['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans']);
const NIE = /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|backup_label.*|tablespace_map.*)$/;
const STUECK = 1024 * 1024;

/** Copies one file and returns its checksum; `undefined` when the server removed it meanwhile. */
function copyDatei(quelle: string, ziel: string): string | undefined {
  let aus: number;
  try {
    aus = openSync(quelle, 'r');
  } catch (fehler) {
    if ((fehler as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fehler;
  }
  const ein = openSync(ziel, 'wx', 0o600);
  const hash = createHash('sha256');
  const puffer = Buffer.alloc(STUECK);
  try {
    for (let n = readSync(aus, puffer); n > 0; n = readSync(aus, puffer)) {
      writeSync(ein, puffer.subarray(0, n));
      hash.update(puffer.subarray(0, n));
    }
  } finally {
    closeSync(aus);
    closeSync(ein);
  }
  return hash.digest('hex');
}

function copyBaum(quelle: string, ziel: string, summen: Pruefsummen, isKalt: boolean, unter = ''): void {
  mkdirSync(join(ziel, unter), { mode: 0o700, recursive: true });
  for (const eintrag of readdirSync(join(quelle, unter), { withFileTypes: true })) {
    const pfad = join(unter, eintrag.name);
    if (NIE.test(eintrag.name) && !(isKalt && /^(backup_label|tablespace_map)/.test(eintrag.name))) continue;
    if (eintrag.isDirectory()) {
      if (LEER.has(pfad) && !(isKalt && pfad === 'pg_wal')) copyLeereOrdner(join(quelle, pfad), join(ziel, pfad));
      else copyBaum(quelle, ziel, summen, isKalt, pfad);
    } else if (eintrag.isFile()) {
      const summe = copyDatei(join(quelle, pfad), join(ziel, pfad));
      if (summe) summen[pfad] = summe;
    }
  }
}

function copyLeereOrdner(quelle: string, ziel: string): void {
  mkdirSync(ziel, { mode: 0o700, recursive: true });
  if (!quelle.endsWith('pg_wal')) return;
  for (const name of ['archive_status', 'summaries']) mkdirSync(join(ziel, name), { mode: 0o700 });
}

/** The control file may be caught half-written: it is taken when two looks in a row agree. */
function copySteuerdatei(quelle: string, ziel: string, summen: Pruefsummen): void {
  const pfad = 'global/pg_control';
  let inhalt = readFileSync(join(quelle, pfad));
  for (let naechster = readFileSync(join(quelle, pfad)); !naechster.equals(inhalt); naechster = readFileSync(join(quelle, pfad))) inhalt = naechster;
  summen[pfad] = writeFest(join(ziel, pfad), inhalt);
}

function writeFest(datei: string, inhalt: Buffer | string): string {
  writeFileSync(datei, inhalt, { mode: 0o600 });
  return createHash('sha256').update(inhalt).digest('hex');
}

/**
 * Copies a running cluster by PostgreSQL's documented low-level procedure: the session that began the
 * backup also ends it and writes `backup_label`; the write-ahead log from the first to the last moment
 * comes along, so that the copy starts by itself. A temporary replication slot keeps the server from
 * recycling that log meanwhile; it vanishes with the session.
 */
export async function copyLaufend(url: string, quelle: string, ziel: string): Promise<Pruefsummen> {
  const summen: Pruefsummen = {};
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query("select pg_create_physical_replication_slot('kim_sicherung_' || pg_backend_pid(), true, true)");
    const beginn = await client.query<{ segment: string }>("select pg_walfile_name(pg_backup_start('kim', true)) as segment");
    copyBaum(quelle, ziel, summen, false);
    copySteuerdatei(quelle, ziel, summen);
    const schluss = await client.query<{ segment: string; labelfile: string; spcmapfile: string }>(
      'select pg_walfile_name(lsn) as segment, labelfile, spcmapfile from pg_backup_stop(false)',
    );
    const { segment: bis, labelfile } = schluss.rows[0] ?? { segment: '', labelfile: '' };
    const von = beginn.rows[0]?.segment ?? '';
    for (const name of readdirSync(join(quelle, 'pg_wal')).filter((n) => /^[0-9A-F]{24}$/.test(n) && n >= von && n <= bis)) {
      const summe = copyDatei(join(quelle, 'pg_wal', name), join(ziel, 'pg_wal', name));
      if (summe) summen[join('pg_wal', name)] = summe;
    }
    summen.backup_label = writeFest(join(ziel, 'backup_label'), labelfile);
    return summen;
  } finally {
    await client.end();
  }
}

/** Copies a cluster that is not running, also one that was killed: its own log repairs the copy at the next start. */
export function copyRuhend(quelle: string, ziel: string): Pruefsummen {
  const summen: Pruefsummen = {};
  copyBaum(quelle, ziel, summen, true);
  return summen;
}
