import { istId } from '@kim/core/ids.ts';
import { ok } from '@kim/core/result.ts';
import { beendeKonto, erneuereEinladung, listKonten, setzeZurueck } from '@kim/kreis/konten.ts';
import type { Koordinationskonto } from '@kim/kreis/konten.ts';
import type { KoordinationAkteur } from './akteur.server.ts';
import { neuerToken } from './einmallink.server.ts';
import type { Linkart } from './einmallink.server.ts';
import { nichtGefunden } from './geschuetzt.server.ts';
import { schickeLink } from './post.server.ts';

const GRUND = {
  unbekannt: 'Dieses Konto gibt es so nicht mehr. Die Liste zeigt den neuen Stand.',
  selbst: 'Das eigene Konto beendet eine andere Person der Koordination; Passwort und zweiten Faktor ändern Sie unter „Mein Konto“.',
  letzte: 'Das letzte Konto der Koordination bleibt. Laden Sie zuerst jemanden ein und warten Sie, bis die Einladung angenommen ist.',
  betreiber: 'Danach bliebe kein eigener Faktor übrig. Hier hilft nur der Betreiber der Installation.',
} as const;

const lehneAb = (grund: keyof typeof GRUND) => ({ ok: false as const, text: GRUND[grund], status: grund === 'unbekannt' ? 404 : 422 });

/** What a button beside an account does; a link goes out after the transaction has committed. */
export async function aendereKonto(akteur: KoordinationAkteur, aktion: string, nutzerId: string | undefined) {
  if (!istId(nutzerId)) throw nichtGefunden();
  const konto = (await listKonten(akteur)).find((zeile) => zeile.nutzerId === nutzerId);
  if (!konto) return lehneAb('unbekannt');
  if (aktion === 'beenden') {
    const ergebnis = await beendeKonto(akteur, nutzerId);
    return ergebnis.ok ? ok({ text: `Das Konto von ${konto.name} ist beendet.`, email: konto.email, art: 'einladung' as const, zustellung: null }) : lehneAb(ergebnis.grund);
  }
  if (aktion !== 'erneuern' && aktion !== 'passwort' && aktion !== 'zweiter_faktor') throw nichtGefunden();
  return verschicke(akteur, konto, aktion);
}

async function verschicke(akteur: KoordinationAkteur, { nutzerId, email }: Koordinationskonto, aktion: 'erneuern' | 'passwort' | 'zweiter_faktor') {
  const { token, hash } = neuerToken();
  const ergebnis = aktion === 'erneuern' ? await erneuereEinladung(akteur, nutzerId, hash) : await setzeZurueck(akteur, nutzerId, aktion, hash);
  if (!ergebnis.ok) return lehneAb(ergebnis.grund);
  const art: Linkart = aktion === 'erneuern' ? 'einladung' : aktion;
  return ok({ text: null, email, art, zustellung: await schickeLink({ email, art, token }) });
}
