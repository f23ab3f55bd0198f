// Plain JavaScript without dependencies, for the host's Node: completes the installation and finds the
// bundled Node 24, on which everything else runs.
import { spawn, spawnSync } from 'node:child_process';
import { delimiter, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkBaum, findUnverlinkte, isNodeMindestens, KLEINSTES_NODE } from './voraussetzungen.mjs';

export const wurzel = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const SIGNALE = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Says what is wrong and the way out, and ends the program. */
export function refuse(meldung, ausweg) {
  console.error(`\n✗ ${meldung}\n  ${ausweg.replace(/\n/g, '\n  ')}\n`);
  process.exit(1);
}

/** PATH without this repository's binaries: npm must not run on the Node that it is about to replace. */
function hostUmgebung() {
  const pfade = (process.env.PATH || '').split(delimiter).filter((p) => !p.startsWith(join(wurzel, 'node_modules') + sep));
  return { ...process.env, PATH: pfade.join(delimiter) };
}

/** Runs a program to its end; it does not outlive this one. */
function run(befehl, argumente, ordner = wurzel) {
  return new Promise((fertig) => {
    const kind = spawn(befehl, argumente, { cwd: ordner, env: hostUmgebung(), shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] });
    let ausgabe = '';
    for (const strom of [kind.stdout, kind.stderr]) strom.on('data', (stueck) => (ausgabe += stueck));
    const abort = () => {
      kind.kill();
      process.exit(1);
    };
    for (const signal of SIGNALE) process.once(signal, abort);
    const finish = (gut) => {
      for (const signal of SIGNALE) process.off(signal, abort);
      fertig({ gut, ausgabe });
    };
    kind.on('error', (fehler) => {
      ausgabe += fehler;
      finish(false);
    });
    kind.on('close', (code) => finish(code === 0));
  });
}

const runNpm = (befehl) => run('npm', [befehl, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);

async function install(report) {
  const grund = checkBaum(wurzel);
  if (!grund) return 'vollständig';
  report(`${grund}; wird installiert, das dauert einige Minuten … `);
  let { gut, ausgabe } = await runNpm('ci');
  // A lock file that does not list the packages of this platform, or lags behind package.json.
  if (/EUSAGE/.test(ausgabe)) ({ gut, ausgabe } = await runNpm('install'));
  const rest = gut ? checkBaum(wurzel) : ausgabe.trim();
  if (rest && /ENOSPC|no space left/i.test(rest)) refuse('Der Datenträger ist voll, die Installation ist abgebrochen.', 'Platz schaffen (etwa 1,5 GB), dann noch einmal');
  if (rest) refuse('Die Abhängigkeiten konnten nicht installiert werden.', `${rest.slice(0, 2000)}\nNetz und Proxy prüfen, dann noch einmal (oder von Hand: npm ci)`);
  return 'installiert';
}

/** Newer npm versions may withhold install scripts: does what the two packages would have done themselves. */
async function repairBinaries() {
  const node = join(wurzel, 'node_modules/node');
  if (!bundledNode()) await run('node', ['installArchSpecificPackage'], node);
  for (const ordner of findUnverlinkte(wurzel)) await run('node', ['scripts/hydrate-symlinks.js'], ordner);
}

function bundledNode() {
  const datei = join(wurzel, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const probe = spawnSync(datei, ['--version'], { encoding: 'utf8' });
  return probe.status === 0 && probe.stdout.startsWith('v24.') ? datei : undefined;
}

/** Ends the program when this Node is too old even for the installation. */
export function requireNode() {
  if (isNodeMindestens(process.version, KLEINSTES_NODE)) return;
  refuse(`Node ${process.version} ist zu alt.`, `Gebraucht wird Node ${KLEINSTES_NODE.join('.')} oder neuer; das Programm selbst läuft danach auf dem mitgelieferten Node 24.`);
}

/**
 * Completes what is missing and returns the Node to run on, with a word on what was done.
 * @param report receives the reason when something has to be installed
 */
export async function prepareInstallation(report) {
  const stand = await install(report);
  await repairBinaries();
  const node = bundledNode() || (isNodeMindestens(process.version, [22, 18]) ? process.execPath : undefined);
  if (!node) refuse('Das mitgelieferte Node 24 konnte nicht eingerichtet werden.', 'npm rebuild node, dann noch einmal (oder Node ab 22.18 auf dem Rechner installieren)');
  return { node, stand };
}

/** Runs a script of this repository until it ends. The channel tells it when this process is gone, whatever ended it. */
export function handOver(node, skript, argumente) {
  const kind = spawn(node, ['--disable-warning=ExperimentalWarning', join(wurzel, skript), ...argumente], {
    cwd: wurzel,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of SIGNALE) process.on(signal, () => kind.kill(signal));
  kind.on('error', (fehler) => refuse(`Node lässt sich nicht starten: ${fehler.message}`, 'npm ci, dann noch einmal'));
  kind.on('exit', (code, signal) => process.exit(signal ? 1 : code));
}
