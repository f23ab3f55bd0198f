import { useContext } from 'react';
import { BlickschutzContext } from './Blickschutz.ts';
import { initialenAus } from './initialen.ts';

export interface NameProps {
  voll: string;
  /** Default: computed from the full name. */
  initialen?: string;
}

/** A person's name, isolated from the writing direction around it. Under Blickschutz the markup holds initials only. */
export function Name({ voll, initialen }: NameProps) {
  const blickschutz = useContext(BlickschutzContext);
  return <bdi className="kim-name">{blickschutz ? (initialen ?? initialenAus(voll)) : voll}</bdi>;
}
