import type { RequestHandler } from 'express';
import type { Log } from '@kim/core/log.ts';

/** One line per answer: method, status, duration. The address stays out: a path names a case. */
export function protokolliereAnfrage(log: Log): RequestHandler {
  return (req, res, next) => {
    const beginn = performance.now();
    res.on('finish', () => {
      if (req.path.startsWith('/assets/')) return;
      const dauerMs = Math.round(performance.now() - beginn);
      const felder = { anfrageId: res.locals['anfrageId'] as string, methode: req.method, status: res.statusCode, dauerMs };
      log[res.statusCode >= 500 ? 'error' : 'info']('anfrage', felder);
    });
    next();
  };
}
