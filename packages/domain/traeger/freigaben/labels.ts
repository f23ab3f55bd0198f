import type { Freigabeart } from '@kim/policies/freigaben.ts';

export const FREIGABEART: Record<Freigabeart, string> = {
  vertretung: 'Vertretung',
  uebergabe: 'Übergabe von Fällen',
  rolle_fachkraft: 'Rolle Fachkraft',
  zugang: 'Neuer Zugang',
};

/** What happens when the second person agrees. */
export const FOLGE: Record<Freigabeart, string> = {
  vertretung: 'Stimmen Sie zu, sieht und bearbeitet diese Person in der genannten Zeit alle Fälle der vertretenen Fachkraft.',
  uebergabe: 'Stimmen Sie zu, gehen die Fälle sofort und auf Dauer über. Die neue Fachkraft liest dann alles, was darin steht.',
  rolle_fachkraft: 'Stimmen Sie zu, kann diese Person Ratsuchende und gemeinsame Fälle des Trägers lesen und eigene Fälle führen.',
  zugang: 'Stimmen Sie zu, kann ein Link erzeugt werden, über den Passwort und zweiter Faktor neu gesetzt werden. Wer den Link hat, kann sich als diese Person anmelden. Stimmen Sie nur zu, wenn sie selbst darum gebeten hat.',
};

export const FREIGABESTAND = { offen: 'offen', zugestimmt: 'zugestimmt', abgelehnt: 'abgelehnt', eingeloest: 'zugestimmt und ausgeführt', verfallen: 'zugestimmt, aber verfallen' } as const;

/** Why nothing was asked for or decided. */
export const GRUND = {
  schon_beantragt: 'Diese Freigabe ist schon beantragt und wartet auf die zweite Person.',
  keine_zweite_person: 'Bei Ihrem Träger gibt es niemanden mit der Rolle Leitung, der zustimmen könnte. Laden Sie zuerst die Leitung ein.',
  keine_fachkraft: 'Die Person, die danach lesen könnte, ist keine aktive Fachkraft (mehr). So lässt sich nicht zustimmen; bitte lehnen Sie ab.',
  abgelaufen: 'Der Zeitraum ist schon vorbei. Bitte lehnen Sie ab.',
  entschieden: 'Darüber ist schon entschieden.',
  nicht_erlaubt: 'Darüber entscheidet eine andere Person.',
} as const;
