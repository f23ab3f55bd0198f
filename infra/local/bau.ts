import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Startfehler } from './meldung.ts';

/** What the built application depends on, relative to the repository. */
const EINGABEN = ['{app,db,packages,public}/**/*.{ts,tsx,js,mjs,json,css,svg,sql,png,ico,woff2}', '*.config.{ts,js,mjs}', 'tsconfig.json', 'package-lock.json'];

const NICHT = ['**/node_modules/**', '**/*.test.ts', '**/*.test.tsx'];

/** Fingerprint of everything that goes into the build. */
export function computeBaustand(wurzel: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const datei of globSync(EINGABEN, { cwd: wurzel, exclude: NICHT }).sort()) {
    if (!statSync(join(wurzel, datei)).isFile()) continue;
    hash.update(`${datei}\0`).update(readFileSync(join(wurzel, datei))).update('\0');
  }
  return hash.digest('hex');
}

/** Whether `build/` is complete and made from exactly this source. */
export function isBauAktuell(wurzel: string, stand: string): boolean {
  const marke = join(wurzel, 'build/stand.txt');
  return existsSync(join(wurzel, 'build/server/index.js')) && existsSync(marke) && readFileSync(marke, 'utf8') === stand;
}

function runBuild(wurzel: string, signal?: AbortSignal): Promise<{ gut: boolean; ausgabe: string }> {
  return new Promise((fertig) => {
    const kind = spawn(process.execPath, [join(wurzel, 'node_modules/@remix-run/dev/dist/cli.js'), 'vite:build'], {
      cwd: wurzel,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let ausgabe = '';
    for (const strom of [kind.stdout, kind.stderr]) strom.on('data', (stueck) => (ausgabe = (ausgabe + stueck).slice(-4000)));
    kind.on('error', (fehler) => fertig({ gut: false, ausgabe: String(fehler) }));
    kind.on('close', (code) => fertig({ gut: code === 0, ausgabe }));
  });
}

/** Builds the application unless `build/` is up to date. The mark is written last: a broken build is never served. */
export async function ensureBau(wurzel: string, signal?: AbortSignal): Promise<'aktuell' | 'gebaut'> {
  const stand = computeBaustand(wurzel);
  if (isBauAktuell(wurzel, stand)) return 'aktuell';
  rmSync(join(wurzel, 'build/stand.txt'), { force: true });
  const { gut, ausgabe } = await runBuild(wurzel, signal);
  if (!gut) throw new Startfehler('Die Anwendung ließ sich nicht bauen.', `${ausgabe.trim()}\nNach der Korrektur erneut: npm start`);
  writeFileSync(join(wurzel, 'build/stand.txt'), stand);
  return 'gebaut';
}
