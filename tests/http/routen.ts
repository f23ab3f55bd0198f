import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { WURZEL } from '@kim/infra/local/datenverzeichnis.ts';

/** One route of the built server, as the server itself knows it. */
export interface Route {
  id: string;
  /** Whole address pattern, `/faelle/:nr/verlauf`. */
  pfad: string;
  index: boolean;
  loader: boolean;
  action: boolean;
  /** Shows a page; a resource route answers data only. */
  seite: boolean;
}

const LIES = `
const { routes, entry } = await import(process.argv[1]);
const pfad = (r) => (r.parentId ? pfad(routes[r.parentId]) : '') + (r.path ? '/' + r.path : '');
const zeilen = Object.values(routes).map((r) => ({ id: r.id, pfad: pfad(r) || '/', index: !!r.index, loader: !!r.module.loader, action: !!r.module.action, seite: !!r.module.default }));
console.log('ROUTEN' + JSON.stringify(zeilen));
await entry.module.schliesse();
process.exit(0);`;

/** Every loader and action of `build/server/index.js`, from the modules that the server runs. */
export async function leseRouten(env: Record<string, string | undefined>): Promise<Route[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', LIES, join(WURZEL, 'build/server/index.js')], { cwd: WURZEL, env: env as NodeJS.ProcessEnv });
  return JSON.parse(stdout.slice(stdout.indexOf('ROUTEN') + 'ROUTEN'.length)) as Route[];
}

/** What the HTTP server answers before Remix: the addresses that its source names. */
export function leseServerwege(): string[] {
  const quelle = readFileSync(join(WURZEL, 'app/server.ts'), 'utf8');
  return [...quelle.matchAll(/\bapp\.(?:get|post|put|patch|delete|all|use)\(\s*(['"`])([^'"`]+)\1/g)].map(([, , pfad]) => pfad ?? '').sort();
}
