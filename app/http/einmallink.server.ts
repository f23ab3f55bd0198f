import { einmallinkPfad } from '@kim/core/adressen.ts';
import { betrieb } from './betrieb.server.ts';

export { hashAus, neuerToken } from '@kim/core/einmallink.ts';

/** What a one-time link opens; the words of sec.einmallinks.art. */
export type Linkart = 'einladung' | 'passwort' | 'zweiter_faktor' | 'beides';

/** The address that the recipient opens. */
export const linkFuer = (token: string): string => betrieb.umgebung.ursprung + einmallinkPfad(token);
