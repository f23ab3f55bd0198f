// `npm start`: checks what can be checked in a moment, completes the installation, then hands over to
// starten.ts on the bundled Node 24. Plain JavaScript without dependencies, for the host's Node.
import { spawn, spawnSync } from 'node:child_process';
import { delimiter, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const wurzel = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

function refuse(meldung, ausweg) {
  console.error(`\n✗ ${meldung}\n  ${ausweg.replace(/\n/g, '\n  ')}\n`);
  process.exit(1);
}

/** PATH without this repository's binaries: npm must not run on the Node that it is about to replace. */
function hostUmgebung() {
  const pfade = (process.env.PATH || '').split(delimiter).filter((p) => !p.startsWith(join(wurzel, 'node_modules') + sep));
  return { ...process.env, PATH: pfade.join(delimiter) };
}

function run(befehl, argumente, ordner = wurzel) {
  return new Promise((fertig) => {
    const kind = spawn(befehl, argumente, { cwd: ordner, env: hostUmgebung(), shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] });
    let ausgabe = '';
    for (const strom of [kind.stdout, kind.stderr]) strom.on('data', (stueck) => (ausgabe = (ausgabe + stueck).slice(-3000)));
    kind.on('error', (fehler) => fertig({ gut: false, ausgabe: String(fehler) }));
    kind.on('close', (code) => fertig({ gut: code === 0, ausgabe }));
  });
}

async function install(checkBaum) {
  const grund = checkBaum(wurzel);
  if (!grund) return 'vollständig';
  process.stdout.write(`${grund}; wird installiert, das dauert einige Minuten … `);
  const { gut, ausgabe } = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  const rest = gut ? checkBaum(wurzel) : ausgabe.trim();
  if (rest && /ENOSPC|no space left/i.test(rest)) refuse('Der Datenträger ist voll, die Installation ist abgebrochen.', 'Platz schaffen (etwa 1,5 GB), dann erneut: npm start');
  if (rest) refuse('Die Abhängigkeiten konnten nicht installiert werden.', `${rest}\nNetz und Proxy prüfen, dann erneut: npm start (oder von Hand: npm ci)`);
  return 'installiert';
}

/** Newer npm versions may withhold install scripts: does what the two packages would have done themselves. */
async function repairBinaries(isEingerichtet) {
  const node = join(wurzel, 'node_modules/node');
  if (!bundledNode()) await run('node', ['installArchSpecificPackage'], node);
  for (const ordner of isEingerichtet(wurzel)) await run('node', ['scripts/hydrate-symlinks.js'], ordner);
}

function bundledNode() {
  const datei = join(wurzel, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const probe = spawnSync(datei, ['--version'], { encoding: 'utf8' });
  return probe.status === 0 && probe.stdout.startsWith('v24.') ? datei : undefined;
}

/** Runs starten.ts until it ends. The channel tells it when this process is gone, whatever ended it. */
function handOver(node, argumente) {
  const kind = spawn(node, ['--disable-warning=ExperimentalWarning', join(wurzel, 'infra/local/starten.ts'), ...argumente], {
    cwd: wurzel,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => kind.kill(signal));
  kind.on('error', (fehler) => refuse(`Node lässt sich nicht starten: ${fehler.message}`, 'npm ci, dann erneut: npm start'));
  kind.on('exit', (code, signal) => process.exit(signal ? 1 : code));
}

async function main() {
  // Imported late: an old Node must get its message before it meets anything that it cannot read.
  const { KLEINSTES_NODE, checkBaum, checkPort, findDatenverzeichnis, findUnverlinkte, isNodeMindestens, readLaufendenStart, readPort } =
    await import('./voraussetzungen.mjs');
  if (!isNodeMindestens(process.version, KLEINSTES_NODE)) {
    refuse(`Node ${process.version} ist zu alt.`, `Gebraucht wird Node ${KLEINSTES_NODE.join('.')} oder neuer; das Programm selbst läuft danach auf dem mitgelieferten Node 24.`);
  }
  const laeuft = readLaufendenStart(findDatenverzeichnis(wurzel));
  if (laeuft) refuse(`KIM läuft mit diesem Datenverzeichnis bereits: ${laeuft.url} (Prozess ${laeuft.pid}).`, `Beenden mit Strg+C im anderen Fenster oder: kill ${laeuft.pid}\nEine zweite, getrennte Instanz: KIM_DATEN=.kim-zwei KIM_PORT=3001 npm start`);
  const port = readPort();
  if (!port) refuse(`KIM_PORT=${process.env.KIM_PORT} ist kein Port.`, 'Eine Zahl von 1 bis 65535 angeben, zum Beispiel: KIM_PORT=3001 npm start');
  const lage = await checkPort(port);
  if (lage === 'belegt') refuse(`Port ${port} ist belegt: dort läuft schon ein anderes Programm.`, `Anderen Port nehmen: KIM_PORT=${port + 1} npm start`);
  if (lage === 'verboten') refuse(`Port ${port} darf dieser Benutzer nicht öffnen.`, 'Einen Port ab 1024 nehmen: KIM_PORT=3000 npm start');

  const beginn = Date.now();
  process.stdout.write('1/6 Abhängigkeiten … ');
  const stand = await install(checkBaum);
  await repairBinaries(findUnverlinkte);
  const node = bundledNode() || (isNodeMindestens(process.version, [22, 18]) ? process.execPath : undefined);
  if (!node) refuse('Das mitgelieferte Node 24 konnte nicht eingerichtet werden.', 'npm rebuild node, dann erneut: npm start (oder Node ab 22.18 auf dem Rechner installieren)');
  console.log(`${stand} (${((Date.now() - beginn) / 1000).toFixed(1).replace('.', ',')} s)`);
  handOver(node, process.argv.slice(2));
}

await main();
