import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getPerson } from '@kim/domain/ratsuchende/data.server.ts';
import { rahmentexteIn } from '@kim/kreis/dokumentsprachen.ts';

/** The language of a paper: what was chosen, else the first of the person's own in which there is a text, else German. */
export async function dokumentsprache(akteur: TraegerAkteur, nr: string, personId: string | null, url: URL): Promise<string> {
  const gewaehlt = url.searchParams.get('sprache');
  const eigene = gewaehlt === null && personId ? (await getPerson(akteur, nr, personId))?.sprachen : [];
  return [gewaehlt, ...(eigene ?? [])].flatMap((code) => rahmentexteIn(code)?.code ?? [])[0] ?? 'deu';
}
