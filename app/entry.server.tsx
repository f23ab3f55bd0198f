import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@remix-run/node';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { sql } from 'drizzle-orm';
import { renderToPipeableStream } from 'react-dom/server';
import { log } from '@kim/core/log.ts';
import { NonceContext } from './components/nonce.ts';
import { betrieb } from './http/betrieb.server.ts';

/** A page is sent when it is whole: a broken stream would look like a page with missing entries. */
export default function handleRequest(
  _request: Request,
  status: number,
  headers: Headers,
  kontext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let ende = status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={kontext} url={_request.url} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady() {
          const rumpf = new PassThrough();
          headers.set('Content-Type', 'text/html; charset=utf-8');
          resolve(new Response(createReadableStreamFromReadable(rumpf), { headers, status: ende }));
          pipe(rumpf);
        },
        onShellError: reject,
        onError(fehler) {
          ende = 500;
          log.error('seite.fehler', { fehler });
        },
      },
    );
    setTimeout(abort, 10_000).unref();
  });
}

/** Errors leave no text in the log: name, code and frames only. */
export function handleError(fehler: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted) log.error('anfrage.fehler', { fehler });
}

export async function pruefeDatenbank(): Promise<void> {
  await betrieb.datenbank.inAnmeldungTx('', (tx) => tx.execute(sql`select 1`));
}

export const schliesse = (): Promise<void> => betrieb.datenbank.schliesse();

