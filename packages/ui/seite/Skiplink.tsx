import { Sprungmarke } from './Sprungmarke.tsx';

/** Id of the main region; target of the skip link. */
export const INHALT_ID = 'inhalt';

/** First focusable element of a page, visible on focus only. */
export function Skiplink() {
  return <Sprungmarke className="kim-skiplink" ziel={INHALT_ID}>Zum Inhalt springen</Sprungmarke>;
}
