// `npm start`: checks what can be checked in a moment, completes the installation, then hands over to
// starten.ts on the bundled Node 24. Plain JavaScript without dependencies, for the host's Node.
import { handOver, prepareInstallation, refuse, requireNode, wurzel } from './einrichten.mjs';
import { checkPort, findDatenverzeichnis, readLaufendenStart, readPort } from './voraussetzungen.mjs';

/** Before anything that takes minutes: another start on the same data, or another program on the port. */
async function checkBelegung() {
  const laeuft = readLaufendenStart(findDatenverzeichnis(wurzel));
  if (laeuft) refuse(`KIM läuft mit diesem Datenverzeichnis bereits: ${laeuft.url} (Prozess ${laeuft.pid}).`, `Beenden mit Strg+C im anderen Fenster oder: kill ${laeuft.pid}\nEine zweite, getrennte Instanz: KIM_DATEN=.kim-zwei KIM_PORT=3001 npm start`);
  const port = readPort();
  if (!port) refuse(`KIM_PORT=${process.env.KIM_PORT} ist kein Port.`, 'Eine Zahl von 1 bis 65535 angeben, zum Beispiel: KIM_PORT=3001 npm start');
  const lage = await checkPort(port);
  if (lage === 'belegt') refuse(`Port ${port} ist belegt: dort läuft schon ein anderes Programm.`, `Anderen Port nehmen: KIM_PORT=${port + 1} npm start`);
  if (lage === 'verboten') refuse(`Port ${port} darf dieser Benutzer nicht öffnen.`, 'Einen Port ab 1024 nehmen: KIM_PORT=3000 npm start');
}

requireNode();
await checkBelegung();
const beginn = Date.now();
process.stdout.write('1/6 Abhängigkeiten … ');
const { node, stand } = await prepareInstallation((grund) => process.stdout.write(grund));
console.log(`${stand} (${((Date.now() - beginn) / 1000).toFixed(1).replace('.', ',')} s)`);
handOver(node, 'infra/local/starten.ts', process.argv.slice(2));
