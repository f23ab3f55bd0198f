import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { computeBaustand, isBauAktuell } from '@kim/infra/local/bau.ts';
import { claimDaten, WURZEL } from '@kim/infra/local/datenverzeichnis.ts';
import { findFreienPort } from '@kim/infra/local/freier-port.ts';
import { Startfehler, translateFehler } from '@kim/infra/local/meldung.ts';
import { describe, expect, it } from 'vitest';
import { afterwards, makeDaten } from './umfeld.ts';

/** Runs `npm start`'s program until it ends by itself; only for starts that are refused. */
function runStart(env: Record<string, string>): Promise<{ code: number | null; ausgabe: string }> {
  const kind = spawn(process.execPath, ['infra/local/start.mjs'], { cwd: WURZEL, env: { ...process.env, ...env } });
  afterwards(() => kind.kill());
  let ausgabe = '';
  for (const strom of [kind.stdout, kind.stderr]) strom.on('data', (stueck) => (ausgabe += stueck));
  return new Promise((fertig) => kind.on('close', (code) => fertig({ code, ausgabe })));
}

describe('npm start', () => {
  it('names a taken port and the way out before it begins anything', async () => {
    const daten = makeDaten();
    const belegt = createServer();
    await new Promise<void>((fertig) => belegt.listen(0, '127.0.0.1', fertig));
    afterwards(() => belegt.close());
    const { port } = belegt.address() as AddressInfo;
    const { code, ausgabe } = await runStart({ KIM_PORT: String(port), KIM_DATEN: daten.pfad });
    expect(code).toBe(1);
    expect(ausgabe).toContain(`Port ${port} ist belegt`);
    expect(ausgabe).toContain(`KIM_PORT=${port + 1} npm start`);
    expect(ausgabe).not.toContain('1/6');
    expect(existsSync(daten.postgres)).toBe(false);
  });

  it('refuses what is no port', async () => {
    const { code, ausgabe } = await runStart({ KIM_PORT: 'achtzig' });
    expect(code).toBe(1);
    expect(ausgabe).toContain('KIM_PORT=achtzig ist kein Port');
  });

  it('points to the start that runs on the same data directory', async () => {
    const daten = makeDaten();
    const release = claimDaten(daten, 'http://localhost:3999');
    const { code, ausgabe } = await runStart({ KIM_PORT: String(await findFreienPort()), KIM_DATEN: daten.pfad });
    release();
    expect(code).toBe(1);
    expect(ausgabe).toContain(`läuft mit diesem Datenverzeichnis bereits: http://localhost:3999 (Prozess ${process.pid})`);
  });

  it('names a setting that is wrong', async () => {
    const daten = makeDaten();
    const { code, ausgabe } = await runStart({ KIM_PORT: String(await findFreienPort()), KIM_DATEN: daten.pfad, KIM_MODUS: 'test' });
    expect(code).toBe(1);
    expect(ausgabe).toMatch(/KIM_MODUS muss „demo“ oder „produktion“ sein/);
  });

  it('explains a damaged data directory without a stack', async () => {
    const daten = makeDaten();
    mkdirSync(daten.postgres);
    writeFileSync(join(daten.postgres, 'rest'), '');
    const { code, ausgabe } = await runStart({ KIM_PORT: String(await findFreienPort()), KIM_DATEN: daten.pfad });
    expect(code).toBe(1);
    expect(ausgabe).toMatch(/beschädigt: PG_VERSION fehlt/);
    expect(ausgabe).toMatch(/npm run wiederherstellen/);
    expect(ausgabe).not.toMatch(/\n\s+at /);
    expect(existsSync(join(daten.pfad, 'start.json'))).toBe(false);
  });
});

describe('the claim on a data directory', () => {
  it('is given once and again after its release', () => {
    const daten = makeDaten();
    const release = claimDaten(daten, 'http://localhost:3999');
    expect(() => claimDaten(daten, 'http://localhost:4000')).toThrow(/in Benutzung: http:\/\/localhost:3999/);
    release();
    claimDaten(daten, 'http://localhost:4000')();
  });

  it('of a killed process is taken over, even if its number lives on in another', () => {
    const daten = makeDaten();
    writeFileSync(join(daten.pfad, 'start.json'), JSON.stringify({ pid: process.pid, startzeit: '1', url: 'x' }));
    const release = claimDaten(daten, 'http://localhost:4000');
    expect(readFileSync(join(daten.pfad, 'start.json'), 'utf8')).toContain('4000');
    release();
  });
});

describe('the build', () => {
  it('is up to date only with its mark, and with exactly this source', () => {
    const { pfad } = makeDaten();
    mkdirSync(join(pfad, 'app'));
    mkdirSync(join(pfad, 'build/server'), { recursive: true });
    writeFileSync(join(pfad, 'app/root.tsx'), 'eins');
    writeFileSync(join(pfad, 'build/server/index.js'), '');
    const stand = computeBaustand(pfad);
    expect(isBauAktuell(pfad, stand)).toBe(false);
    writeFileSync(join(pfad, 'build/stand.txt'), stand);
    expect(isBauAktuell(pfad, stand)).toBe(true);
    writeFileSync(join(pfad, 'app/root.tsx'), 'zwei');
    expect(isBauAktuell(pfad, computeBaustand(pfad))).toBe(false);
  });
});

it('puts a full disk and missing rights into words', () => {
  const voll = translateFehler(Object.assign(new Error('write'), { code: 'ENOSPC' }));
  expect(voll).toBeInstanceOf(Startfehler);
  expect(String(voll)).toContain('Datenträger ist voll');
  expect(String(translateFehler(new Error('could not write: No space left on device')))).toContain('Datenträger ist voll');
  expect(String(translateFehler(Object.assign(new Error('open'), { code: 'EACCES', path: '/x/y' })))).toContain('Kein Zugriff auf /x/y');
  const bug = new TypeError('anderes');
  expect(translateFehler(bug)).toBe(bug);
});
