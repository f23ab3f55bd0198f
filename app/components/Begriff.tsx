import { fachbegriff } from '@kim/kreis/fachbegriffe.ts';
import { Erklaerung } from '@kim/ui/anzeige/Erklaerung.tsx';

/** The explanation of a Fachbegriff where it stands. */
export function Begriff({ name }: { name: string }) {
  const { text, kapitel } = fachbegriff(name);
  return <Erklaerung begriff={name} quelle={kapitel}>{text}</Erklaerung>;
}
