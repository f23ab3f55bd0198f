// Finds a Chromium for the tests, or gets one (D27). The product itself needs none.
import { spawnSync } from 'node:child_process';
import { brotliDecompressSync } from 'node:zlib';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WURZEL } from './datenverzeichnis.ts';
import { Startfehler } from './meldung.ts';

const SYSTEMPFADE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Latin alone would hide faults with Arabic, Ge'ez and emoji. */
const SCHRIFTEN = ['fonts-noto-core', 'fonts-noto-color-emoji'];

const PAKET = '@sparticuz/chromium';
const PAKETVERSION = '147.0.0';

const isRoot = () => process.getuid?.() === 0;

function isLauffaehig(pfad: string): boolean {
  return existsSync(pfad) && spawnSync(pfad, ['--version'], { timeout: 20_000 }).status === 0;
}

function runApt(...argumente: string[]): boolean {
  return spawnSync('apt-get', argumente, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: 'ignore' }).status === 0;
}

async function findEigenen(): Promise<string | undefined> {
  const { chromium } = await import('playwright-core');
  return [...SYSTEMPFADE, chromium.executablePath()].find(isLauffaehig);
}

/** Debian's package, where this user may install: security updates then come with the system. */
function installDebian(): string | undefined {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('Kein Chromium gefunden; das Debian-Paket wird installiert …');
  if (!runApt('install', '-y', '--no-install-recommends', 'chromium')) {
    runApt('update');
    runApt('install', '-y', '--no-install-recommends', 'chromium');
  }
  return SYSTEMPFADE.find(isLauffaehig);
}

/**
 * The npm package brings a packed Chromium and the libraries it needs. It would unpack to a fixed name
 * below /tmp, where another user might have put something else: it gets a folder of its own.
 */
function installPaket(): string | undefined {
  const ordner = join(WURZEL, 'node_modules/.cache/kim-chromium');
  const start = join(ordner, 'chromium.sh');
  if (isLauffaehig(start)) return start;
  console.log(`Kein Chromium gefunden; das npm-Paket ${PAKET} wird eingerichtet …`);
  mkdirSync(ordner, { recursive: true });
  writeFileSync(join(ordner, 'package.json'), '{"private":true,"type":"module"}');
  spawnSync('npm', ['install', '--no-save', '--no-package-lock', '--no-audit', '--no-fund', `${PAKET}@${PAKETVERSION}`], { cwd: ordner, stdio: 'ignore' });
  const entpacke = spawnSync(process.execPath, ['-e', `import('${PAKET}').then(async (c) => console.log(await c.default.executablePath()))`], {
    cwd: ordner,
    env: { ...process.env, TMPDIR: ordner },
    encoding: 'utf8',
  });
  const archiv = join(ordner, 'node_modules', PAKET, 'bin/al2023.tar.br');
  if (entpacke.status !== 0 || !existsSync(archiv)) return undefined;
  spawnSync('tar', ['-xf', '-', '-C', ordner], { input: brotliDecompressSync(readFileSync(archiv)) });
  // The system's own libraries first: the packed ones only fill what a bare machine lacks.
  const zeilen = ['#!/bin/sh', `ldd "${ordner}/chromium" | grep -q "not found" && export LD_LIBRARY_PATH="${ordner}/lib"`, `exec "${ordner}/chromium" "$@"`];
  writeFileSync(start, `${zeilen.join('\n')}\n`, { mode: 0o755 });
  return isLauffaehig(start) ? start : undefined;
}

/** Adds fonts for the scripts that names are written in; without rights, or offline, tests run without them. */
function installSchriften(): void {
  if (!isRoot() || !existsSync('/usr/bin/apt-get') || existsSync('/usr/share/fonts/truetype/noto/NotoSansEthiopic-Regular.ttf')) return;
  if (!runApt('install', '-y', '--no-install-recommends', ...SCHRIFTEN)) {
    runApt('update');
    runApt('install', '-y', '--no-install-recommends', ...SCHRIFTEN);
  }
}

/**
 * Path of a Chromium that runs here: KIM_CHROMIUM, else the system's, Playwright's own, Debian's package
 * where one may install, else an npm package. Root must start it with `--no-sandbox`.
 * @throws Startfehler when there is none and none can be had
 */
export async function findeChromium(): Promise<string> {
  const vorgabe = process.env.KIM_CHROMIUM;
  if (vorgabe && !isLauffaehig(vorgabe)) throw new Startfehler(`KIM_CHROMIUM=${vorgabe} lässt sich nicht starten.`, 'Den Pfad eines Chromium angeben, oder die Variable weglassen.');
  const pfad = vorgabe ?? (await findEigenen()) ?? installDebian() ?? installPaket();
  if (!pfad) throw new Startfehler('Für die Tests wird ein Chromium gebraucht; es ließ sich keines einrichten.', 'Einen Browser installieren (Debian: apt-get install chromium) oder seinen Pfad in KIM_CHROMIUM angeben.');
  installSchriften();
  return pfad;
}
