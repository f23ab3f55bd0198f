/** Id of the main region; target of the skip link. */
export const INHALT_ID = 'inhalt';

/** First focusable element of a page, visible on focus only. */
export function Skiplink() {
  return (
    <a className="kim-skiplink" href={`#${INHALT_ID}`}>
      Zum Inhalt springen
    </a>
  );
}
