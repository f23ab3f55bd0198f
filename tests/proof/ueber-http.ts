import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBau } from '@kim/infra/local/bau.ts';
import { WURZEL } from '@kim/infra/local/datenverzeichnis.ts';

export interface HttpErgebnis {
  /** Figures by subject: the route matrix, foreign against invented, forgery, bad input. */
  zahlen: Record<string, Record<string, number>>;
  anfragen: number;
  bestanden: boolean;
}

/** The route matrix of protection.md 3.2 and its neighbours: suite `http` in its full extent against the built server. */
export async function pruefeUeberHttp(): Promise<HttpErgebnis> {
  await ensureBau(WURZEL);
  const code = await new Promise<number>((fertig) => {
    const lauf = spawn(join(WURZEL, 'node_modules/.bin/vitest'), ['run', '--project', 'http', '--reporter=dot', '--silent'], { cwd: WURZEL, stdio: 'inherit', env: { ...process.env, KIM_HTTP_UMFANG: 'voll', PATH: `${join(WURZEL, 'node_modules/.bin')}:${process.env.PATH}` } });
    lauf.on('error', () => fertig(1));
    lauf.on('exit', (ende) => fertig(ende ?? 1));
  });
  const datei = join(WURZEL, 'reports/http.jsonl');
  const zeilen = existsSync(datei) ? readFileSync(datei, 'utf8').trim().split('\n').filter(Boolean) : [];
  const zahlen = Object.fromEntries(zeilen.map((zeile) => {
    const { was, ...rest } = JSON.parse(zeile) as { was: string } & Record<string, number>;
    return [was, rest as Record<string, number>];
  }));
  const anfragen = Object.values(zahlen).reduce((summe, { requests = 0 }) => summe + requests, 0);
  return { zahlen, anfragen, bestanden: code === 0 && anfragen > 0 };
}
