import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const wurzel = fileURLToPath(new URL('../../', import.meta.url));
const quelle = (ordner: string) =>
  readdirSync(`${wurzel}${ordner}`, { recursive: true, withFileTypes: true })
    .filter((eintrag) => eintrag.isFile() && /\.(ts|tsx|mjs)$/.test(eintrag.name) && !eintrag.parentPath.includes('node_modules'))
    .map((eintrag) => `${eintrag.parentPath}/${eintrag.name}`);
const kurz = (datei: string) => datei.slice(wurzel.length);

const ERLAUBT = /^(schema|rules|labels|data\.server|mutations\.server|[a-z-]+\.test)\.tsx?$/;

test('a folder of the domain holds only the closed set of file names', () => {
  const fremd = quelle('packages/domain').map(kurz).filter((datei) => {
    const [, , ...teile] = datei.split('/');
    const name = teile.at(-1) ?? '';
    return teile.length > 1 && !teile.includes('components') && !ERLAUBT.test(name);
  });
  expect(fremd).toEqual([]);
});

test('URLs are spelled in app/paths.ts only', () => {
  const muster = /(?:href|action|to)=["'`]\/(?!\/)[a-z]|redirect\(["'`]\//;
  expect(quelle('app').filter((datei) => !datei.endsWith('/paths.ts') && muster.test(readFileSync(datei, 'utf8'))).map(kurz)).toEqual([]);
});

test('no page carries inline styles or loads anything from elsewhere', () => {
  const muster = /style=\{|dangerouslySetInnerHTML|(?:src|href)=["'`]https?:/;
  expect([...quelle('app'), ...quelle('packages/ui')].filter((datei) => !datei.includes('.test.') && muster.test(readFileSync(datei, 'utf8'))).map(kurz)).toEqual([]);
});

test('names that say nothing are not used for files', () => {
  expect(['app', 'db', 'packages', 'infra', 'tests'].flatMap(quelle).filter((datei) => /\/(utils?|helpers?|service|index|common|misc)\.tsx?$/.test(datei)).map(kurz)).toEqual([]);
});

test('the repository speaks of the product alone', () => {
  const dateien = execFileSync('git', ['ls-files'], { cwd: wurzel, encoding: 'utf8' }).split('\n').filter((name) => name && !/^(package-lock\.json|LICENSE|tests\/architecture\/aufbau\.test\.ts)$/.test(name) && !/\.(png|woff2|svg)$/.test(name));
  const muster = /registry\.npmjs|\/work\/main|\/home\/[a-z]+\/|claude|chatgpt|copilot/i;
  expect(dateien.filter((name) => muster.test(readFileSync(wurzel + name, 'utf8')))).toEqual([]);
});

/** Forbidden imports, each in a file of its own, and the rule that must find it. */
const GEPLANT: readonly (readonly [ort: string, inhalt: string, regel: string])[] = [
  ['packages/ui/geplant.ts', "import '@kim/domain/akteur.ts';", 'richtung-packages-ui'],
  ['packages/auswertung/geplant.ts', "import '@kim/domain/faelle/rules.ts';", 'richtung-packages-auswertung'],
  ['app/routes/koordination.geplant.ts', "import '@kim/domain/faelle/rules.ts';", 'koordination'],
  ['app/components/geplant.ts', "import '@kim/db/tenancy.ts';", 'transaktionen'],
  ['packages/domain/faelle/geplant.ts', "import 'pg';", 'treiber-nur-in-db'],
  ['app/http/geplant.ts', "import 'lucia';", 'lucia-nur-in-einer-datei'],
  ['packages/kreis/geplant.ts', "import 'pg-boss';", 'pg-boss-nur-im-hintergrund'],
  ['packages/auftraege/geplant.ts', "import '@kim/tresor/feld.ts';", 'richtung-packages-auftraege'],
];

test('the direction check finds every planted import', () => {
  const orte = GEPLANT.map(([ort]) => ort);
  try {
    for (const [ort, inhalt] of GEPLANT) writeFileSync(wurzel + ort, inhalt);
    const lauf = spawnSync(`${wurzel}node_modules/.bin/depcruise`, ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...orte], { cwd: wurzel, encoding: 'utf8' });
    expect(lauf.status).not.toBe(0);
    for (const [ort, , regel] of GEPLANT) expect(lauf.stdout).toMatch(new RegExp(`${regel}: ${ort.replace(/[.$]/g, '\\$&')}`));
  } finally {
    for (const ort of orte) rmSync(wurzel + ort, { force: true });
  }
}, 30_000);
