import { createTransport } from 'nodemailer';
import { log } from '@kim/core/log.ts';
import { betrieb } from './betrieb.server.ts';
import { brief } from './brief.ts';
import { linkFuer } from './einmallink.server.ts';
import type { Linkart } from './einmallink.server.ts';

interface Sendung {
  email: string;
  art: Linkart;
  token: string;
}

/** Either the mail server took it, or the administrator hands the link over herself: it is shown to her once. */
export type Zustellung = { gesendet: true } | { gesendet: false; link: string };

/** Nobody waits longer than this for a mail server; the link is shown instead. */
const GEDULD_MS = 8_000;

/** Sends a one-time link. Call it after the transaction that stored the token has committed, never inside it. */
export async function schickeLink({ email, art, token }: Sendung): Promise<Zustellung> {
  const link = linkFuer(token);
  const post = postausgang();
  if (!post) return { gesendet: false, link };
  try {
    await post.sendMail({ to: { name: '', address: email }, ...brief(art, link) });
    return { gesendet: true };
  } catch (fehler) {
    log.warn('post.nicht_zugestellt', { fehler });
    return { gesendet: false, link };
  }
}

let ausgang: ReturnType<typeof createTransport> | null | undefined;

function postausgang() {
  return (ausgang ??= oeffnePostausgang(betrieb.umgebung.smtpUrl));
}

/** The sender is `?absender=` of the URL, else kim@ and the host of the installation. */
function oeffnePostausgang(smtpUrl: string | undefined) {
  if (!smtpUrl) return null;
  const url = new URL(smtpUrl);
  const absender = url.searchParams.get('absender') ?? `kim@${new URL(betrieb.umgebung.ursprung).hostname}`;
  url.searchParams.delete('absender');
  return createTransport(
    { url: url.href, connectionTimeout: GEDULD_MS, greetingTimeout: GEDULD_MS, socketTimeout: GEDULD_MS, disableFileAccess: true, disableUrlAccess: true },
    { from: { name: 'KIM Case Management', address: absender } },
  );
}
