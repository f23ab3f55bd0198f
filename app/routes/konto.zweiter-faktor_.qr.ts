import { toString as zeichneQr } from 'qrcode';
import { fuerKonto, nichtGefunden } from '../http/geschuetzt.server.ts';
import { uriFuer } from '../http/totp.ts';
import { wartendesGeheimnis } from '../http/zweiter-faktor.server.ts';

/** The QR code of a secret that waits for its first code; afterwards there is none. */
export const loader = fuerKonto(
  async (wer) => {
    const geheimnis = await wartendesGeheimnis(wer);
    if (!geheimnis) throw nichtGefunden();
    const svg = await zeichneQr(uriFuer(geheimnis, wer.sitzung.email), { type: 'svg', margin: 2 });
    return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } });
  },
  { beimEinrichten: true },
);
