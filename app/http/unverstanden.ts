import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorRequestHandler } from 'express';
import type { Log } from '@kim/core/log.ts';

const TEXT: Readonly<Record<number, string>> = {
  400: 'Diese Anfrage ist unvollständig oder falsch geschrieben.',
  404: 'Nicht gefunden.',
  431: 'Diese Anfrage ist zu groß.',
  500: 'Etwas ist schiefgegangen. Bitte versuchen Sie es noch einmal.',
};

const textFuer = (status: number): string => TEXT[status] ?? (status < 500 ? (TEXT[400] as string) : (TEXT[500] as string));

/** What fails before Remix (static files, broken addresses): a plain sentence under the headers of every response. */
export function beantworteFehler(log: Log): ErrorRequestHandler {
  return (fehler: { status?: number } | null, _req, res, next) => {
    if (res.headersSent) return next(fehler);
    const status = fehler?.status !== undefined && fehler.status >= 400 && fehler.status < 500 ? fehler.status : 500;
    if (status === 500) log.error('anfrage.fehler', { anfrageId: res.locals['anfrageId'] as string, fehler });
    res.setHeader('Cache-Control', 'no-store');
    res.status(status).type('text/plain; charset=utf-8').send(textFuer(status));
  };
}

const STATUS: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** What is no HTTP at all, or more of it than is read: answered on the bare line, which is then closed. */
export function beantworteUnverstandenes(fehler: NodeJS.ErrnoException, leitung: Duplex): void {
  if (fehler.code === 'ECONNRESET' || !leitung.writable) {
    leitung.destroy();
    return;
  }
  const status = STATUS[fehler.code ?? ''] ?? 400;
  const rumpf = textFuer(status);
  const koepfe = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`, 'Connection: close', 'Content-Type: text/plain; charset=utf-8', `Content-Length: ${Buffer.byteLength(rumpf)}`,
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'", 'X-Content-Type-Options: nosniff', 'Referrer-Policy: same-origin', 'Cache-Control: no-store',
  ];
  leitung.end(`${koepfe.join('\r\n')}\r\n\r\n${rumpf}`);
}
