import type { RequestHandler } from 'express';
import { log } from '@kim/core/log.ts';

/**
 * Our own gate against forged requests, before Remix sees anything: whatever may write must come from our pages.
 * A request that tells neither Origin nor Sec-Fetch-Site is refused.
 */
export function pruefeHerkunft(ursprung: string): RequestHandler {
  return (req, res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD') return next();
    if (req.method === 'POST' && stammtVonUns(req.headers.origin, req.headers['sec-fetch-site'], ursprung)) return next();
    log.warn('anfrage.fremd', { methode: req.method, status: 403 });
    res.status(403).type('text/plain; charset=utf-8').send('Diese Anfrage kam nicht von einer Seite dieser Anwendung.');
  };
}

function stammtVonUns(origin: string | undefined, sekFetch: string | string[] | undefined, ursprung: string): boolean {
  if (origin === undefined && sekFetch === undefined) return false;
  return (origin === undefined || origin === ursprung) && (sekFetch === undefined || sekFetch === 'same-origin');
}
