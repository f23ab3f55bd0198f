import { existsSync, readFileSync } from 'node:fs';

/** What the processors were doing since the machine started, in ticks; the host of a virtual machine may have taken a part. */
export interface Ticks {
  gearbeitet: number;
  entzogen: number;
}

/** All zero where the system does not tell. */
export function leseTicks(): Ticks {
  if (!existsSync('/proc/stat')) return { gearbeitet: 0, entzogen: 0 };
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = (/^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1] ?? '').split(' ').map(Number);
  return { gearbeitet: user + nice + system + irq + softirq, entzogen: steal };
}

/** Share of the wanted time that the host has given to others since then, 0 to 1: nothing is late for what it was not given. */
export function nenneEntzogenes(vorher: Ticks): number {
  const nachher = leseTicks();
  const entzogen = nachher.entzogen - vorher.entzogen;
  const gewollt = nachher.gearbeitet - vorher.gearbeitet + entzogen;
  return gewollt > 0 ? entzogen / gewollt : 0;
}
