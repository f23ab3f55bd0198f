import { createServer, type AddressInfo } from 'node:net';

/** A port on this machine that nobody listens on at the moment. */
export function findFreienPort(): Promise<number> {
  return new Promise((fertig, gescheitert) => {
    const probe = createServer();
    probe.on('error', gescheitert);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => fertig(port));
    });
  });
}
