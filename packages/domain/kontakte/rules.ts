import type { Kanal, Leistung } from './schema.ts';

/** Why somebody was accompanied. Interpreting is no reason and has no code (R38). */
export const BEGLEITZWECKE = ['erster_weg', 'belastung', 'mehrere_stellen', 'krise', 'schutz', 'gesundheit'] as const;
/** Why somebody was visited (R39). */
export const BESUCHSZWECKE = ['niedrigschwellig', 'mobilitaet', 'psychische_belastung'] as const;
export const ZWECKCODES = [...BEGLEITZWECKE, ...BESUCHSZWECKE] as const;
export type Kontaktzweck = (typeof ZWECKCODES)[number];

interface Anlass {
  kanal: Kanal;
  leistung?: Leistung | null | undefined;
}

/** The purposes of which one must be named: a visit asks for one of its own, also when it led to a Begleitung; none otherwise. */
export function zweckeFuer({ kanal, leistung }: Anlass): readonly Kontaktzweck[] {
  if (kanal === 'aufsuchend') return BESUCHSZWECKE;
  return leistung === 'begleitung' ? BEGLEITZWECKE : [];
}

export function passtZweck({ zweck, ...anlass }: Anlass & { zweck?: Kontaktzweck | undefined }): boolean {
  const erlaubt = zweckeFuer(anlass);
  return zweck === undefined ? erlaubt.length === 0 : erlaubt.includes(zweck);
}

/** Whoever came is written about; who did not come need not be (R75). */
export const brauchtNotiz = ({ notiz, ausgefallen }: { notiz: string; ausgefallen?: 'ja' | undefined }): boolean => notiz === '' && !ausgefallen;

const UEBERSETZEN = /dolmetsch|übersetz|uebersetz|sprachmitt/iu;

/** A Begleitung that reads like interpreting: asked back once, because that is not what it is for (R38). */
export const klingtNachUebersetzen = ({ leistung, notiz }: { leistung?: Leistung | undefined; notiz: string }): boolean =>
  leistung === 'begleitung' && UEBERSETZEN.test(notiz);

/** Ways on which one advises (R37). */
export const GESPRAECHE: readonly Kanal[] = ['persoenlich', 'telefon', 'email', 'video', 'aufsuchend'];

/** Whether an entry is a consultation: somebody came, and it was no messenger or letter, which only arrange. */
export const zaehltAlsBeratung = ({ ausgefallen, kanal }: { ausgefallen: boolean; kanal: Kanal }): boolean => !ausgefallen && GESPRAECHE.includes(kanal);
