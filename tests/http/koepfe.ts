import type { Anfrage, Antwort } from './anfrage.ts';

/** The headers of every answer, whatever it is about (ASVS 3.4, protection.md 4.1). */
const IMMER: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Word for word: a weaker directive must not slip in. */
const CSP = (nonce: string) =>
  `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'`;

const NONCE = /'nonce-([A-Za-z0-9+/=]{24,})'/;

/** What is wrong with the headers of an answer; `nonces` holds those of all answers before. */
export function pruefeKoepfe(anfrage: Pick<Anfrage, 'pfad'>, { koepfe, rumpf, status }: Antwort, nonces: Set<string>): string[] {
  const fehler: string[] = [];
  for (const [name, wert] of Object.entries(IMMER)) if (koepfe[name] !== wert) fehler.push(`${name}: ${String(koepfe[name])}`);
  const csp = String(koepfe['content-security-policy'] ?? '');
  const nonce = NONCE.exec(csp)?.[1];
  if (!nonce) return [...fehler, `CSP ohne Nonce: ${csp.slice(0, 60)}`];
  if (csp !== CSP(nonce)) fehler.push(`CSP: ${csp}`);
  if (nonces.has(nonce)) fehler.push('Nonce kam schon einmal vor');
  nonces.add(nonce);
  if (koepfe['x-powered-by'] || koepfe.server) fehler.push('nennt seine Bauart');
  const ablage = status < 300 && anfrage.pfad.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store';
  if (koepfe['cache-control'] !== ablage) fehler.push(`cache-control: ${String(koepfe['cache-control'])}`);
  for (const cookie of koepfe['set-cookie'] ?? []) {
    if (!/^(?:__Host-)?(?:sid|uebergabe)=/.test(cookie) || !/; HttpOnly/i.test(cookie) || !/; SameSite=Lax/i.test(cookie) || !/; Path=\//i.test(cookie)) fehler.push(`Cookie: ${cookie.replace(/=[^;]*/, '=…')}`);
  }
  const istSeite = String(koepfe['content-type']).startsWith('text/html');
  for (const [skript] of istSeite ? rumpf.matchAll(/<script(?![^>]*\bnonce=")[^>]*>/g) : []) fehler.push(`Skript ohne Nonce: ${skript}`);
  if (istSeite && /<[^>]+\s(?:style|on[a-z]+)="/.test(rumpf)) fehler.push('Stil oder Skript im Element');
  return fehler;
}
