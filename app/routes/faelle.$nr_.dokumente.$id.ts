import { getDateiinhalt } from '@kim/domain/dokumente/data.server.ts';
import { alsAnhang } from '@kim/domain/dokumente/rules.ts';
import { idAus, nummerAus, oder404 } from '../http/antwort.server.ts';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';

/** The decrypted file, as a download or, with `?ansehen`, for the browser to show; no cache keeps it (koepfe.ts). */
export const loader = fuerFachkraft(async ({ akteur, params, url }) => {
  const { name, dateityp, inhalt } = oder404(await getDateiinhalt(akteur, nummerAus(params), idAus(params)));
  return new Response(new Uint8Array(inhalt), {
    headers: { 'Content-Type': dateityp, 'Content-Length': String(inhalt.length), 'Content-Disposition': alsAnhang(name, url.searchParams.has('ansehen') ? 'inline' : 'attachment') },
  });
});
