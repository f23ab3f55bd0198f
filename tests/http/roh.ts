import { connect } from 'node:net';

/** Writes bytes to the server and reads what comes back: for what no HTTP library would send. */
export function sendeRoh(url: string, zeilen: string, wartezeitMs = 3_000): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((fertig, scheitert) => {
    const stuecke: Buffer[] = [];
    const leitung = connect({ host: hostname, port: Number(port) }, () => leitung.write(zeilen));
    const ende = () => fertig(Buffer.concat(stuecke).toString('utf8'));
    leitung.setTimeout(wartezeitMs, () => leitung.destroy());
    leitung.on('data', (stueck) => stuecke.push(stueck));
    leitung.on('close', ende);
    leitung.on('error', (fehler: NodeJS.ErrnoException) => (fehler.code === 'ECONNRESET' || fehler.code === 'EPIPE' ? ende() : scheitert(fehler)));
  });
}

/** Status and headers of a raw answer. */
export function zerlege(antwort: string): { status: number; koepfe: Record<string, string>; rumpf: string } {
  const [kopf = '', ...rest] = antwort.split('\r\n\r\n');
  const [erste = '', ...zeilen] = kopf.split('\r\n');
  return {
    status: Number(erste.split(' ')[1]),
    koepfe: Object.fromEntries(zeilen.map((zeile) => [zeile.slice(0, zeile.indexOf(':')).toLowerCase(), zeile.slice(zeile.indexOf(':') + 1).trim()])),
    rumpf: rest.join('\r\n\r\n'),
  };
}
