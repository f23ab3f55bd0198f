import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { WURZEL } from '@kim/infra/local/datenverzeichnis.ts';
import { besucher, notiere } from './besucher.ts';
import { pruefeKoepfe } from './koepfe.ts';
import { sendeRoh, zerlege } from './roh.ts';

/** Requests that no page of ours makes: none gets further than it may, and none makes the server stumble. */

const buehne = inject('buehne');
const besuch = besucher(buehne);
const { url } = buehne;
const eigener = buehne.faelle.eigener.nummer;
const host = new URL(url).host;

afterAll(() => notiere('odd requests', { requests: besuch.anfragen() }));

describe('static files', () => {
  const datei = readdirSync(join(WURZEL, 'build/client/assets')).find((name) => name.endsWith('.js')) ?? '';

  test('carry every header and may be kept for a year', async () => {
    const { status } = await besuch.geh('ohne Anmeldung', { pfad: `/assets/${datei}` });
    expect(status).toBe(200);
  });

  test.each([
    '/assets/', '/assets/gibt-es-nicht.js', '/assets/../server/index.js', '/assets/..%2fserver%2findex.js', '/assets/%2e%2e/%2e%2e/package.json', '/assets/..%5c..%5cpackage.json',
    '/assets/....//....//package.json', '/assets/%00', `/assets/${datei}%00.png`, '/assets/.%2e/server/index.js', '/assets//etc/passwd', '/assets/%252e%252e/package.json', '/assets/.htaccess',
    '/build/server/index.js', '/package.json', '/.git/config', '/.kim/schluesselbund.json', '/server/index.js', '/assets/%E0%A4%A', '/../../../../etc/passwd',
  ])('%s gives nothing away', async (pfad) => {
    const antwort = await besuch.geh('Fachkraft', { pfad });
    expect(antwort.status, antwort.rumpf.slice(0, 200)).toBeGreaterThanOrEqual(400);
    expect(antwort.status).toBeLessThan(500);
    expect(antwort.rumpf).not.toMatch(/"dependencies"|root:|\[core\]|import \{|Error<\/title>/);
  });
});

describe('size', () => {
  test('a megabyte and more is not read', async () => {
    const antwort = await besuch.geh('Fachkraft', { pfad: '/faelle/neu', formular: { anliegen: 'x'.repeat(1_000_001) } });
    expect(antwort.status).toBe(413);
  });

  test('nor one that comes in pieces without saying its length', async () => {
    const kopf = [`POST /faelle/neu HTTP/1.1`, `Host: ${host}`, `Origin: ${url}`, `Cookie: ${buehne.wer.Fachkraft.cookie}`, 'Content-Type: application/x-www-form-urlencoded', 'Transfer-Encoding: chunked', 'Connection: close'];
    const { status, koepfe, rumpf } = zerlege(await sendeRoh(url, `${kopf.join('\r\n')}\r\n\r\n5\r\na=bcd\r\n0\r\n\r\n`));
    expect(status).toBe(413);
    expect(pruefeKoepfe({ pfad: '/faelle/neu' }, { status, koepfe, rumpf, ziel: null }, new Set())).toEqual([]);
  });

  test('just below it the form is looked at', async () => {
    const antwort = await besuch.geh('Fachkraft', { pfad: '/faelle/neu', formular: { anliegen: 'x'.repeat(900_000) } });
    expect(antwort.status).toBe(422);
  });

  test.each([['a header', `X-Lang: ${'x'.repeat(70_000)}`], ['an address', null]])('%s of 70 kB is refused', async (_, zeile) => {
    const pfad = zeile ? '/' : `/${'x'.repeat(70_000)}`;
    const { status, koepfe } = zerlege(await sendeRoh(url, `GET ${pfad} HTTP/1.1\r\nHost: ${host}\r\n${zeile ? `${zeile}\r\n` : ''}Connection: close\r\n\r\n`));
    expect([400, 414, 431]).toContain(status);
    expect(koepfe['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('what is no HTTP', () => {
  test.each([
    ['nonsense', 'HALLO\r\n\r\n'],
    ['two lengths', `POST /anmelden HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1\r\nContent-Length: 2\r\nConnection: close\r\n\r\na`],
    ['length and pieces', `POST /anmelden HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n`],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ])('%s is answered with 400 and nothing else', async (_, zeilen) => {
    const { status, rumpf, koepfe } = zerlege(await sendeRoh(url, zeilen));
    expect([400, 413]).toContain(status);
    expect(rumpf.length).toBeLessThan(200);
    expect(koepfe['content-security-policy']).toContain("default-src 'none'");
  });

  test('a foreign host name leads nowhere else', async () => {
    const { koepfe, status } = zerlege(await sendeRoh(url, `GET /faelle HTTP/1.1\r\nHost: boese.example\r\nX-Forwarded-Host: boese.example\r\nConnection: close\r\n\r\n`));
    expect(status).toBe(302);
    expect(koepfe['location']).toBe('/anmelden?ziel=%2Ffaelle');
  });
});

describe('cookies', () => {
  test.each([
    'sid', 'sid=', 'sid=%', 'sid=%E0%A4%A', `sid=${'x'.repeat(5_000)}`, 'sid=\u00e4', "sid=' or 1=1 --", 'sid="a;b"', 'sid=a; sid=b', '=;=;=', '__proto__=x; sid=y', 'sid=../../etc', 'a'.repeat(8_000),
  ])('%s opens nothing', async (cookie) => {
    const antwort = await besuch.geh('ohne Anmeldung', { pfad: '/faelle', cookie });
    expect([302, 400]).toContain(antwort.status);
  });
});

describe('addresses', () => {
  test.each([
    '/faelle/%00', `/faelle/${eigener}%00`, `/faelle/${eigener}%20`, `/faelle/${eigener}%0a`, `/faelle/${eigener};drop`, `/faelle/${eigener}'--`, '/faelle/RBK-2026-', '/faelle/RBK-99999999999-0001',
    `/faelle/RBK-2026-${'9'.repeat(400)}`, '/faelle/%F0%9F%98%80', `/faelle/${eigener}/verlauf/1`, `/faelle/${eigener}/verlauf/%00`, `/faelle/${eigener}/verlauf/00000000-0000-0000-0000-000000000000`,
    `/faelle/${eigener}/personen/${'a'.repeat(2_000)}`, `/faelle/${eigener}/../../verwaltung/personal`, '//boese.example/faelle', '/faelle.data.data', '/_root',
  ])('%s is an ordinary miss', async (pfad) => {
    const antwort = await besuch.geh('Fachkraft', { pfad });
    expect(antwort.status).toBeLessThan(500);
    expect([400, 404, 405]).toContain(antwort.status);
  });

  test.each(['/faelle//', '/%2e%2e/faelle', '/./faelle', '/.data', '/__manifest?p=/faelle', '/__manifest?p=%00', '/__manifest'])('%s asks for nothing that needs a session', async (pfad) => {
    const antwort = await besuch.geh('ohne Anmeldung', { pfad });
    expect(antwort.status).toBeLessThan(500);
    expect(antwort.rumpf).not.toContain('Kanari');
  });

  test('a Fallnummer may be typed in small letters', async () => {
    expect((await besuch.geh('Fachkraft', { pfad: `/faelle/${eigener.toLowerCase()}` })).status).toBe(200);
  });

  test.each(['?nach=', '?nach=%00', '?nach=%27%20or%201=1', '?ansicht=__proto__', '?ansicht=constructor', '?ansicht[]=meine', '?q=%00', `?q=${'%F0%9F%98%80'.repeat(200)}`, '?entwurf=1&entwurf=2', '?nach=2026-13-45|0190a5c2-7d11-7c3e-8f00-0123456789ab', '?=&&=;'])(
    'a list with %s answers',
    async (suche) => {
      for (const pfad of ['/faelle', `/faelle/${eigener}/verlauf`, `/faelle/${eigener}/protokoll`, '/protokoll']) {
        expect((await besuch.geh('Fachkraft', { pfad: pfad + suche })).status, pfad).toBe(200);
      }
    },
  );

  test.each(['https://boese.example', '//boese.example', '/\\boese.example', '\\\\boese.example', 'javascript:alert(1)', '/%0d%0aSet-Cookie:%20a=b', '%2f%2fboese.example', '/%09/boese.example', '%09//boese.example', '/%F0%9F%98%80', '/%ED%A0%80', '/%E2%80%A8x'])('nobody is sent to %s after signing in', async (ziel) => {
    const antwort = await besuch.geh('Fachkraft', { pfad: `/anmelden?ziel=${ziel}` });
    expect(antwort.status).toBe(302);
    expect(new URL(antwort.ziel ?? '', url).origin).toBe(url);
    expect(antwort.koepfe['set-cookie']).toBeUndefined();
  });
});

describe('the data of a page, asked for oddly', () => {
  const fremd = buehne.faelle.anderswo.nummer;
  const alle = buehne.routen.map(({ id }) => id).join(',');

  test.each(['', ',', 'root', 'gibt-es-nicht', '__proto__', 'routes/faelle.$nr', alle, 'routes/verwaltung.protokoll', `${'x,'.repeat(500)}`])('_routes=%s never opens another one’s case', async (routes) => {
    for (const pfad of [`/faelle/${fremd}.data`, `/faelle/${fremd}/verlauf.data`, `/faelle/${fremd}/personen.data`]) {
      const antwort = await besuch.geh('Fachkraft', { pfad: `${pfad}?_routes=${encodeURIComponent(routes)}` });
      expect(antwort.status).toBeLessThan(500);
      expect(antwort.rumpf).not.toContain('Kanari');
    }
  });

  test('a route that the address does not reach is not run', async () => {
    for (const { id } of buehne.routen.filter(({ pfad }) => pfad.startsWith('/verwaltung') || pfad.startsWith('/koordination'))) {
      const antwort = await besuch.geh('Administration', { pfad: `/fachbegriffe.data?_routes=${encodeURIComponent(id)}` });
      expect(antwort.rumpf.trim(), id).toBe('[{}]');
    }
  });

  test('the way of older versions is gone', async () => {
    for (const pfad of [`/faelle/${eigener}?_data=routes%2Ffaelle.%24nr`, `/faelle/${fremd}?_data=routes%2Ffaelle.%24nr`]) {
      const antwort = await besuch.geh('Fachkraft', { pfad });
      expect(antwort.rumpf).not.toMatch(/^\{|^\[/);
      expect(antwort.rumpf === '' || antwort.rumpf.startsWith('<!DOCTYPE html>')).toBe(true);
    }
  });
});

test('the log has a line for every refusal, and nothing of what was sent', async () => {
  const vorher = readFileSync(buehne.protokoll, 'utf8').length;
  await besuch.geh('Fachkraft', { pfad: `/faelle/${buehne.faelle.anderswo.nummer}?geheim=Kanari`, koepfe: { 'x-geheim': 'Kanari' } });
  await besuch.geh('Fachkraft', { pfad: '/faelle/neu', formular: { nachname: 'KanariKanari' }, koepfe: { origin: 'https://boese.example' } });
  await new Promise((weiter) => setTimeout(weiter, 200));
  const neu = readFileSync(buehne.protokoll, 'utf8').slice(vorher);
  expect(neu).toContain('"status":404');
  expect(neu).toContain('anfrage.fremd');
  expect(neu).not.toMatch(/Kanari|boese|KUE-2026/);
});

test('no answer on the way broke a rule that holds for all of them', () => {
  besuch.erwarteSauber();
});
