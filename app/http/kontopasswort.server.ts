import { ok } from '@kim/core/result.ts';
import type { Angemeldet } from './akteur.server.ts';
import { pruefeEigenesPasswort } from './anmelden.server.ts';
import { warteText } from './drossel.server.ts';
import type { Feldfehler } from './formular.server.ts';
import { setzePasswort, umfeldVon } from './konto.server.ts';
import { schwaeche } from './passwortregeln.ts';

interface Eingabe {
  bisher: string;
  neu: string;
  wiederholung: string;
}

type Abgelehnt = { ok: false; fehler: Feldfehler; status: number };
const lehneAb = (fehler: Feldfehler, status = 422): Abgelehnt => ({ ok: false, fehler, status });

/** Changes the password of the person at the desk, who proves the old one; answers the Set-Cookie line. */
export async function aenderePasswort(wer: Angemeldet, { bisher, neu, wiederholung }: Eingabe) {
  const schwach = schwaeche(neu, umfeldVon(wer.sitzung));
  if (!bisher) return lehneAb({ bisher: 'Bitte geben Sie Ihr bisheriges Passwort ein.' });
  if (schwach) return lehneAb({ neu: schwach });
  if (neu !== wiederholung) return lehneAb({ wiederholung: 'Die beiden Eingaben stimmen nicht überein.' });
  const geprueft = await pruefeEigenesPasswort(wer.sitzung, bisher);
  if (!geprueft.ok) {
    return geprueft.grund === 'gedrosselt' ? lehneAb({ bisher: warteText(geprueft.sekunden) }, 429) : lehneAb({ bisher: 'Das bisherige Passwort stimmt nicht.' });
  }
  if (bisher === neu) return lehneAb({ neu: 'Das neue Passwort ist das bisherige. Bitte wählen Sie ein anderes.' });
  return ok(await setzePasswort(wer, neu));
}
