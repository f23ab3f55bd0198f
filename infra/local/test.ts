// `npm test`: every suite with its minutes and its budget. Names as arguments run only those.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findeChromium } from './browser.ts';
import { WURZEL } from './datenverzeichnis.ts';
import { leseTicks, nenneEntzogenes } from './entzogen.ts';

interface Suite {
  name: string;
  /** Minutes on two cores, with another suite at work; more fails the suite. */
  budget: number;
  befehl: readonly string[];
  /** Report whose tests are counted; without one the command counts as a single test. */
  bericht?: string;
  browser?: boolean;
}

const bericht = (name: string) => join('reports', `test-${name}.json`);
const vitest = (name: string, budget: number): Suite => ({
  name, budget, bericht: bericht(name),
  befehl: ['vitest', 'run', '--project', name, '--reporter=dot', '--reporter=json', `--outputFile.json=${bericht(name)}`],
});
const programm = (name: string, budget: number, ...befehl: string[]): Suite => ({ name, budget, befehl });

/** What says soonest that something is wrong, and the build that the others need. */
const ZUERST: readonly Suite[] = [
  programm('types', 3, 'tsc', '--noEmit'),
  programm('lint', 3, 'eslint', '.', '--max-warnings', '0'),
  programm('direction', 2, 'depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'app', 'db', 'packages', 'infra', 'tests'),
  vitest('architecture', 2),
  programm('build', 3, 'remix', 'vite:build'),
];

const reise = (name: string, budget: number, ...weiten: string[]): Suite => ({
  name, budget, bericht: bericht(name), browser: true,
  befehl: ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts', '--output', join('test-results', name), ...weiten.map((weite) => `--project=${weite}`)],
});

/** Two at a time, because none of these keeps both cores busy by itself; the longest come first, so that both end together. */
const DANN: readonly Suite[] = [
  reise('e2e', 17, 'telefon', 'schreibtisch'),
  vitest('http', 11),
  vitest('db', 6),
  reise('e2e-schlicht', 8, 'ohne-javascript'),
  programm('mutants', 5, 'node', 'tests/proof/isolation.ts', '--mutanten'),
  vitest('infra', 5),
  vitest('faults', 4),
  programm('anonymity', 4, 'node', 'tests/anonymitaet/anonymitaet.ts', '--kurz'),
  programm('isolation', 3, 'node', 'tests/proof/isolation.ts', '--kurz'),
  vitest('unit', 4),
];

interface Ergebnis {
  name: string;
  minuten: number;
  /** Share of time taken by the host, 0 to 1. */
  entzogen: number;
  budget: number;
  bestanden: number;
  gescheitert: number;
}

const mitschriftVon = (name: string): string => join(WURZEL, 'reports', `test-${name}.log`);

/** Characters of the log of a failed suite that are repeated at the end. */
const ZULETZT = 3_000;

/** What a suite says goes to its log, and on in one piece when it ends: two at a time cannot be read. */
async function fuehreAus(suite: Suite): Promise<Ergebnis> {
  const beginn = Date.now();
  const ticks = leseTicks();
  console.log(`── ${suite.name} läuft`);
  if (suite.bericht) rmSync(join(WURZEL, suite.bericht), { force: true });
  const env = {
    ...process.env,
    PATH: `${join(WURZEL, 'node_modules/.bin')}:${process.env.PATH}`,
    ...(suite.browser ? { KIM_CHROMIUM: await findeChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: join(WURZEL, suite.bericht ?? '') } : {}),
  };
  const mitschrift = mitschriftVon(suite.name);
  const datei = openSync(mitschrift, 'w');
  const [programmname = '', ...argumente] = suite.befehl;
  const code = await new Promise<number>((fertig) => {
    const kind = spawn(programmname, argumente, { cwd: WURZEL, env, stdio: ['ignore', datei, datei] });
    kind.on('error', () => fertig(1));
    kind.on('exit', (ende) => fertig(ende ?? 1));
  });
  closeSync(datei);
  const minuten = (Date.now() - beginn) / 60_000;
  const entzogen = nenneEntzogenes(ticks);
  console.log(`\n── ${suite.name} ${'─'.repeat(Math.max(0, 60 - suite.name.length))}\n${readFileSync(mitschrift, 'utf8')}`);
  const { bestanden, gescheitert } = zaehle(suite, code);
  const ergebnis = { name: suite.name, minuten, entzogen, budget: suite.budget, bestanden };
  return { ...ergebnis, gescheitert: gescheitert + (istZuLang(ergebnis) ? 1 : 0) };
}

function zaehle(suite: Suite, code: number): { bestanden: number; gescheitert: number } {
  const gelesen = suite.bericht && existsSync(join(WURZEL, suite.bericht)) ? JSON.parse(readFileSync(join(WURZEL, suite.bericht), 'utf8')) : null;
  const bestanden = gelesen?.numPassedTests ?? gelesen?.stats?.expected ?? (code === 0 ? 1 : 0);
  const gescheitert = gelesen?.numFailedTests ?? gelesen?.stats?.unexpected ?? 0;
  // A runner that ends badly, or runs nothing, has failed whatever it counted.
  return { bestanden, gescheitert: code !== 0 || bestanden === 0 ? Math.max(1, gescheitert) : gescheitert };
}

const istZuLang = ({ minuten, entzogen, budget }: Pick<Ergebnis, 'minuten' | 'entzogen' | 'budget'>): boolean => minuten * (1 - entzogen) > budget;

function drucke(ergebnisse: readonly Ergebnis[], minuten: number): void {
  console.log('\nsuite           passed  failed   minutes  taken by the host  budget');
  for (const e of ergebnisse) {
    const zuLang = istZuLang(e) ? '  over budget' : '';
    console.log(`${e.name.padEnd(14)} ${String(e.bestanden).padStart(7)} ${String(e.gescheitert).padStart(7)} ${e.minuten.toFixed(2).padStart(9)} ${`${Math.round(e.entzogen * 100)} %`.padStart(18)} ${e.budget.toFixed(0).padStart(7)}${zuLang}`);
  }
  const summe = (feld: 'bestanden' | 'gescheitert') => ergebnisse.reduce((bisher, e) => bisher + e[feld], 0);
  // Whoever reads only the end of this sees what to look at.
  for (const { name } of ergebnisse.filter(({ gescheitert }) => gescheitert > 0)) console.log(`\n── ${name} scheiterte, zuletzt:\n${readFileSync(mitschriftVon(name), 'utf8').slice(-ZULETZT)}`);
  console.log(`\n${summe('bestanden')} passed, ${summe('gescheitert')} failed, ${minuten.toFixed(1)} minutes`);
}

mkdirSync(join(WURZEL, 'reports'), { recursive: true });
const gewuenscht = process.argv.slice(2);
const alle = [...ZUERST, ...DANN].map(({ name }) => name);
const unbekannt = gewuenscht.filter((name) => !alle.includes(name));
if (unbekannt.length > 0) {
  console.error(`Unbekannt: ${unbekannt.join(', ')}. Es gibt: ${alle.join(', ')}.`);
  process.exit(2);
}
const beginn = Date.now();
const ergebnisse: Ergebnis[] = [];
const gewaehlt = (suiten: readonly Suite[]): Suite[] => suiten.filter(({ name }) => gewuenscht.length === 0 || gewuenscht.includes(name));
const laufeDurch = async (schlange: Suite[]): Promise<void> => {
  for (let suite = schlange.shift(); suite; suite = schlange.shift()) ergebnisse.push(await fuehreAus(suite));
};
// Logins belong to the whole server: on one that is given, two suites would change each other's passwords.
const zugleich = process.env['KIM_TEST_DB_URL'] ? 1 : 2;
for (const suiten of [ZUERST, DANN]) {
  const schlange = gewaehlt(suiten);
  await Promise.all(Array.from({ length: zugleich }, () => laufeDurch(schlange)));
}
drucke(ergebnisse, (Date.now() - beginn) / 60_000);
process.exitCode = ergebnisse.some((e) => e.gescheitert > 0) ? 1 : 0;
