import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What a mail server was given: who it is for, and the letter. */
export interface Brief {
  an: string;
  text: string;
}

/** A mail server on loopback that takes every letter and keeps it; as much of SMTP as a sender without TLS and login needs. */
export async function oeffnePostamt() {
  const briefe: Brief[] = [];
  const server = createServer((leitung) => {
    let rest = '';
    let an = '';
    let brief: string[] | null = null;
    const antworte = (zeile: string) => leitung.write(`${zeile}\r\n`);
    const verstehe = (zeile: string): void => {
      if (brief && zeile !== '.') return void brief.push(zeile);
      if (brief) {
        briefe.push({ an, text: brief.join('\n') });
        brief = null;
        return void antworte('250 angenommen');
      }
      const befehl = zeile.slice(0, 4).toUpperCase();
      if (befehl === 'RCPT') an = /<([^>]*)>/.exec(zeile)?.[1] ?? '';
      if (befehl === 'DATA') brief = [];
      antworte(befehl === 'DATA' ? '354 bitte' : befehl === 'QUIT' ? '221 auf Wiedersehen' : '250 gut');
    };
    leitung.on('error', () => leitung.destroy());
    leitung.on('data', (stueck) => {
      const zeilen = (rest + stueck.toString()).split('\r\n');
      rest = zeilen.pop() ?? '';
      zeilen.forEach(verstehe);
    });
    antworte('220 Postamt');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`,
    briefe,
    schliesse: () => new Promise<void>((fertig) => server.close(() => fertig())),
  };
}

/** The text of a letter as its reader sees it. */
export const entziffere = ({ text }: Brief): string =>
  text.replace(/=\n/g, '').replace(/((?:=[0-9A-F]{2})+)/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString());
