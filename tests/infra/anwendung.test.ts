import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { starteAnwendung } from '@kim/infra/local/anwendung.ts';
import { WURZEL } from '@kim/infra/local/datenverzeichnis.ts';
import { findFreienPort } from '@kim/infra/local/freier-port.ts';
import { isLebendig } from '@kim/infra/local/voraussetzungen.mjs';
import { expect, it, vi } from 'vitest';
import { afterwards, makeDaten } from './umfeld.ts';

/** Stands for the application: answers, and ends in order when asked to. */
const SERVER = `
  import { createServer } from 'node:http';
  const server = createServer((_, res) => res.end(process.env.KIM_PROBE)).listen(process.env.KIM_PORT, '127.0.0.1');
  process.on('SIGTERM', () => server.close(() => { console.log('ordentlich beendet'); process.exit(0); }));
`;

async function prepare(inhalt: string): Promise<{ port: number; datei: string; protokoll: string; env: NodeJS.ProcessEnv }> {
  const { pfad } = makeDaten();
  const datei = join(pfad, 'server.mjs');
  writeFileSync(datei, inhalt);
  const port = await findFreienPort();
  return { port, datei, protokoll: join(pfad, 'anwendung.log'), env: { ...process.env, KIM_PORT: String(port), KIM_PROBE: 'hier' } };
}

it('is ready when it answers, and drains before it ends', async () => {
  const wunsch = await prepare(SERVER);
  const anwendung = await starteAnwendung(wunsch);
  expect(await (await fetch(`http://127.0.0.1:${wunsch.port}/`)).text()).toBe('hier');
  await anwendung.stop();
  expect(readFileSync(wunsch.protokoll, 'utf8')).toContain('ordentlich beendet');
});

it('that does not come up is reported with its last words', async () => {
  const wunsch = await prepare("throw new Error('KIM_DB_TRAEGER_URL fehlt.')");
  await expect(starteAnwendung(wunsch)).rejects.toMatchObject({
    message: 'Die Anwendung startet nicht.',
    ausweg: expect.stringContaining('KIM_DB_TRAEGER_URL fehlt.'),
  });
});

it('is not confused with another program on its port', async () => {
  const wunsch = await prepare(SERVER);
  const fremd = createServer((_, res) => res.end('fremd')).listen(wunsch.port, '127.0.0.1');
  afterwards(() => fremd.close());
  await once(fremd, 'listening');
  await expect(starteAnwendung(wunsch)).rejects.toThrow(`Port ${wunsch.port} ist inzwischen belegt`);
});

it('does not outlive a starter that was killed', async () => {
  const wunsch = await prepare(`${SERVER}\nconsole.log('pid ' + process.pid);`);
  const starter = join(wunsch.datei, '../starter.ts');
  writeFileSync(starter, `import { starteAnwendung } from '${join(WURZEL, 'infra/local/anwendung.ts')}';
    await starteAnwendung({ port: ${wunsch.port}, datei: '${wunsch.datei}', protokoll: '${wunsch.protokoll}', env: process.env }); console.log('bereit');`);
  const kind = spawn(process.execPath, [starter], { env: wunsch.env, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(kind.stdout, 'data');
  const pid = Number(/pid (\d+)/.exec(readFileSync(wunsch.protokoll, 'utf8'))?.[1]);
  expect(isLebendig(pid)).toBe(true);
  kind.kill('SIGKILL');
  await vi.waitFor(() => expect(readFileSync(wunsch.protokoll, 'utf8')).toContain('ordentlich beendet'), { timeout: 20_000 });
});
