import { hash as argon2, verify } from '@node-rs/argon2';
import { availableParallelism } from 'node:os';
import { betrieb } from './betrieb.server.ts';

/** argon2id with 64 MiB: as many at once as there are cores, so that guessing cannot exhaust the memory. */
const ART = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

const pfeffer = () => betrieb.bund.zweckschluessel('passwort').export();

let frei = availableParallelism();
const wartende: (() => void)[] = [];

async function mitPlatz<T>(arbeit: () => Promise<T>): Promise<T> {
  if (frei === 0) await new Promise<void>((weiter) => wartende.push(weiter));
  else frei -= 1;
  try {
    return await arbeit();
  } finally {
    const naechste = wartende.shift();
    if (naechste) naechste();
    else frei += 1;
  }
}

export const hashePasswort = (passwort: string): Promise<string> => mitPlatz(() => argon2(passwort, { ...ART, secret: pfeffer() }));

let ersatz: Promise<string> | undefined;

/** Takes the same time for an unknown address (null) as for a wrong password. */
export async function stimmtPasswort(gespeichert: string | null, passwort: string): Promise<boolean> {
  const gegen = gespeichert ?? (await (ersatz ??= hashePasswort('kein Konto')));
  const stimmt = await mitPlatz(() => verify(gegen, passwort, { secret: pfeffer() })).catch(() => false);
  return stimmt && gespeichert !== null;
}
