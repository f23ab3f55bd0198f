import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import { log } from '@kim/core/log.ts';
import { leseUmgebung } from '@kim/core/umgebung.ts';
import { sicherheitskoepfe } from './http/koepfe.ts';
import { pruefeHerkunft } from './http/herkunft.ts';
import { protokolliereAnfrage } from './http/anfragelog.ts';
import { nimmtDateien } from './paths.ts';
import { beantworteFehler, beantworteUnverstandenes } from './http/unverstanden.ts';

/** HTTP only: headers, limits, compression, static files, health, graceful stop. Everything else is Remix. */

const umgebung = leseUmgebung(process.env);
const verzeichnis = fileURLToPath(new URL('../build/', import.meta.url));
const build = (await import(`${verzeichnis}server/index.js`)) as ServerBuild & {
  entry: { module: { schliesse: () => Promise<void>; pruefeDatenbank: () => Promise<void> } };
};

let faehrtHerunter = false;
const app = express();
app.disable('x-powered-by');
app.set('trust proxy', 'loopback');
app.use((_, res, next) => {
  res.locals['nonce'] = randomBytes(18).toString('base64');
  res.locals['anfrageId'] = randomUUID();
  next();
});
app.use(protokolliereAnfrage(log));
app.use(sicherheitskoepfe(umgebung.ursprung));
app.use(compression());
app.use((req, _res, next) => next(req.headers.host ? undefined : { status: 400 }));
app.use('/assets', express.static(`${verzeichnis}client/assets`, { cacheControl: false, fallthrough: false, setHeaders: (res) => res.setHeader('Cache-Control', 'public, max-age=31536000, immutable') }));
app.get('/lebt', (_, res) => res.type('text/plain').send('ok'));
app.get('/bereit', (_, res) => {
  if (faehrtHerunter) return res.status(503).type('text/plain').send('fährt herunter');
  return build.entry.module.pruefeDatenbank().then(
    () => res.type('text/plain').send('bereit'),
    () => res.status(503).type('text/plain').send('Datenbank nicht erreichbar'),
  );
});
app.use(pruefeHerkunft(umgebung.ursprung));
app.use((req, res, next) => {
  // A form of text: a megabyte is far more than anyone types. Files may be 10 MB; a larger one is read far enough to say so beside its field.
  if (Number(req.headers['content-length'] ?? 0) > (nimmtDateien(req.path) ? 25_000_000 : 1_000_000) || (req.method !== 'GET' && req.headers['transfer-encoding'])) {
    res.status(413).type('text/plain').send('Die Eingabe ist zu groß.');
    return;
  }
  next();
});
app.all(
  '*',
  createRequestHandler({
    build,
    mode: 'production',
    getLoadContext: (req, res) => ({
      nonce: res.locals['nonce'] as string,
      anfrageId: res.locals['anfrageId'] as string,
      adresse: req.ip ?? '',
    }),
  }),
);
app.use(beantworteFehler(log));

// A request without a host is refused above: Node's own refusal would lack the headers.
const server = createServer({ requireHostHeader: false }, app);
server.on('clientError', beantworteUnverstandenes);
server.requestTimeout = 30_000;
server.headersTimeout = 10_000;
server.listen(umgebung.port, process.env['KIM_ADRESSE'] ?? '127.0.0.1', () => log.info('server.bereit', { port: umgebung.port }));

/** Answers what was begun, for twenty seconds at most, then closes the pools. */
async function fahreHerunter(): Promise<void> {
  if (faehrtHerunter) return;
  faehrtHerunter = true;
  log.info('server.faehrt_herunter');
  const zuEnde = new Promise<void>((fertig) => server.close(() => fertig()));
  server.closeIdleConnections();
  const frist = setTimeout(() => server.closeAllConnections(), 20_000);
  await zuEnde;
  clearTimeout(frist);
  await build.entry.module.schliesse();
  process.exit(0);
}

process.on('SIGTERM', () => void fahreHerunter());
process.on('SIGINT', () => void fahreHerunter());
process.on('uncaughtException', (fehler) => {
  log.error('server.unerwartet', { fehler });
  process.exitCode = 1;
  void fahreHerunter();
});
