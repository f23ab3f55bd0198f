import type { Rahmentexte } from '@kim/kreis/dokumentsprachen.ts';

/** A line to write on. */
export const Linie = () => <span className="kim-blatt__linie" aria-hidden="true" />;

interface ZweisprachigProps {
  deutsch: string;
  /** The client's language; null for German alone. */
  sprache: Pick<Rahmentexte, 'lang' | 'rechtsLaeufig'> | null;
  text: string | null | undefined;
}

/** The German words and below them the same in the client's language, in its own direction. */
export function Zweisprachig({ deutsch, sprache, text }: ZweisprachigProps) {
  return (
    <>
      <span>{deutsch}</span>
      {sprache && text && <span className="kim-blatt__fremd" lang={sprache.lang} dir={sprache.rechtsLaeufig ? 'rtl' : 'ltr'}>{text}</span>}
    </>
  );
}
