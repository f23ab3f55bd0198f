import { data, redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FaktorBestaetigen, FaktorStand, Wiederherstellungscodes } from '../components/ZweiterFaktor.tsx';
import type { Angemeldet } from '../http/akteur.server.ts';
import { pruefeEigenesPasswort } from '../http/anmelden.server.ts';
import { warteText } from '../http/drossel.server.ts';
import { abgelehnt, leseFormular } from '../http/formular.server.ts';
import { fuerKonto } from '../http/geschuetzt.server.ts';
import { erneuereSitzung } from '../http/sitzung.server.ts';
import { gruppiere } from '../http/totp.ts';
import { beginneEinrichtung, erneuereCodes, leseStand, schliesseEinrichtungAb, wartendesGeheimnis } from '../http/zweiter-faktor.server.ts';
import { eigenesZiel, pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Zweiter Faktor · KIM Case Management' }];

export const loader = fuerKonto(
  async ({ url, ...wer }) => {
    const einrichten = url.searchParams.get('schritt') === 'einrichten';
    const [stand, geheimnis] = await Promise.all([leseStand(wer), einrichten ? wartendesGeheimnis(wer) : null]);
    const ziel = eigenesZiel(url.searchParams.get('ziel'));
    return { stand, schluessel: geheimnis && gruppiere(geheimnis, ' '), pflicht: wer.sitzung.zustand === 'einrichten', ziel: ziel === '/' ? undefined : ziel };
  },
  { beimEinrichten: true },
);

export const action = fuerKonto(
  async ({ request, url, ...wer }) => {
    const { werte } = await leseFormular(request);
    const aktion = werte['aktion']?.[0] ?? '';
    const ziel = url.searchParams.get('ziel') ?? undefined;
    if (aktion === 'bestaetigen') return schliesseAb(wer, werte['code']?.[0]?.trim() ?? '');
    const fehler = await pruefeNoetiges(wer, werte[`${aktion}.passwort`]?.[0] ?? '');
    if (fehler) return abgelehnt({ aktion: [aktion] }, { [`${aktion}.passwort`]: fehler });
    if (aktion === 'codes') return (await leseStand(wer)).seit ? { codes: await erneuereCodes(wer) } : abgelehnt({ aktion: ['codes'] }, { 'codes.passwort': 'Bitte richten Sie zuerst den zweiten Faktor ein.' });
    if (aktion === 'beginnen') await beginneEinrichtung(wer);
    throw redirect(pfade.kontoZweiterFaktorEinrichten(ziel));
  },
  { beimEinrichten: true },
);

/** What guards the account changes only with its password; who comes straight from the sign-in has just typed it. */
async function pruefeNoetiges({ sitzung }: Angemeldet, passwort: string): Promise<string | null> {
  if (sitzung.zustand === 'einrichten') return null;
  if (!passwort) return 'Bitte geben Sie Ihr Passwort ein.';
  const versuch = await pruefeEigenesPasswort(sitzung, passwort);
  if (versuch.ok) return null;
  return versuch.grund === 'gedrosselt' ? warteText(versuch.sekunden) : 'Das Passwort stimmt nicht.';
}

/** The codes are shown in this answer and never again; the session goes on with a new secret. */
async function schliesseAb(wer: Angemeldet, code: string) {
  if (!code) return abgelehnt({ aktion: ['bestaetigen'] }, { code: 'Bitte geben Sie die 6 Ziffern ein.' });
  if (!(await schliesseEinrichtungAb(wer, code))) {
    return abgelehnt({ aktion: ['bestaetigen'] }, { code: 'Der Code stimmt nicht. Geht die Uhr Ihres Geräts richtig? Geben Sie den nächsten Code ein.' });
  }
  const codes = await erneuereCodes(wer);
  return data({ codes }, { headers: { 'Set-Cookie': await erneuereSitzung(wer.geheimnis) } });
}

export default function ZweiterFaktor() {
  const { stand, schluessel, pflicht, ziel } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  if (antwort && 'codes' in antwort) return <Wiederherstellungscodes codes={antwort.codes} weiter={ziel ?? pfade.konto()} />;
  if (schluessel) return <FaktorBestaetigen antwort={antwort} schluessel={schluessel} pflicht={pflicht} />;
  return <FaktorStand antwort={antwort} seit={stand.seit} codes={stand.codes} pflicht={pflicht} />;
}
