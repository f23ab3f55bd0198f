import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { eroeffneFall } from '@kim/domain/anfragen/mutations.server.ts';
import { neuerFall } from '@kim/domain/anfragen/schema.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { eingang } from './traeger-akteure.ts';

/** A Kurzberatung that this Fachkraft has just opened in this Kommune; answers its Fallnummer. */
export async function neuerFallVon(akteur: TraegerAkteur, kommune: string, tage = 0): Promise<string> {
  const eingabe = neuerFall.parse({ vorname: 'Amal', nachname: 'Neu', kommune, eroeffnetAm: tagVon(tage), anliegen: 'Deutschkurs' });
  const ergebnis = await eroeffneFall(akteur, eingabe, eingang(eingabe));
  if (!ergebnis.ok) throw new Error(`Fall nicht eröffnet: ${ergebnis.grund}`);
  return ergebnis.wert;
}
