import type { Linkart } from './einmallink.server.ts';

/** How long each link opens; the database decides it, the letter says it. */
export const GUELTIG: Record<Linkart, string> = { einladung: '7 Tage', passwort: '24 Stunden', zweiter_faktor: '24 Stunden', beides: '24 Stunden' };

const ANLASS: Record<Linkart, { betreff: string; satz: string }> = {
  einladung: { betreff: 'Ihr Zugang zu KIM Case Management', satz: 'Sie sind eingeladen, mit KIM Case Management zu arbeiten. Über diesen Link nehmen Sie die Einladung an:' },
  passwort: { betreff: 'Neues Passwort für KIM Case Management', satz: 'Für Ihr Konto wurde ein neues Passwort angefordert. Über diesen Link wählen Sie es:' },
  zweiter_faktor: { betreff: 'Zweiter Faktor für KIM Case Management', satz: 'Für Ihr Konto soll der zweite Faktor zurückgesetzt werden. Über diesen Link bestätigen Sie das:' },
  beides: { betreff: 'Neuer Zugang zu KIM Case Management', satz: 'Passwort und zweiter Faktor Ihres Kontos sollen zurückgesetzt werden. Über diesen Link bestätigen Sie das:' },
};

/** Subject and text of a letter with a one-time link: no name, no Träger, nothing beyond what its reader must do. */
export function brief(art: Linkart, link: string): { subject: string; text: string } {
  const { betreff, satz } = ANLASS[art];
  const text = [
    'Guten Tag,',
    satz,
    link,
    `Der Link gilt ${GUELTIG[art]} und nur ein einziges Mal. Geben Sie ihn nicht weiter.`,
    'Haben Sie das nicht erwartet? Dann brauchen Sie nichts zu tun; ohne den Link ändert sich nichts. Bitte geben Sie Ihrer Trägeradministration oder der Koordination Bescheid.',
  ];
  return { subject: betreff, text: `${text.join('\n\n')}\n` };
}
