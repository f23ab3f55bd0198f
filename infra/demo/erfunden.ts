import type { Demoangehoerige, Demofall } from './personen.ts';

/** The many around the vignettes: invented by number, so that the figures of the paper are met. */

const VORNAMEN = ['Amal', 'Bilal', 'Chidi', 'Darya', 'Emre', 'Farida', 'Goran', 'Hiwa', 'Iryna', 'Jamila', 'Karim', 'Lidia', 'Mehdi', 'Nour', 'Oksana', 'Parwana', 'Rojda', 'Selam', 'Tariq', 'Yonas', 'Zahra', 'Mykola', 'Abdul', 'Blerta', 'Samira', 'Idris', 'Nilufar', 'Petro', 'Rahel'];
const NACHNAMEN = ['Ahmadi', 'Bajrami', 'Cherenko', 'Diallo', 'Elmas', 'Fofana', 'Ghebre', 'Hosseini', 'Ibrahim', 'Jafari', 'Kaya', 'Lushaj', 'Mohammadi', 'Nazari', 'Okafor', 'Petrenko', 'Qasim', 'Rostami', 'Sadat', 'Tesfay', 'Umarov', 'Wolde', 'Yusuf', 'Zaki', 'Barzani', 'Camara', 'Dibra', 'Erdoğan', 'Farah', 'Gjoka', 'Hamidi'];
const LAENDER = ['423', '475', '166', '439', '438', '224', '163', '232', '273', '170', '461', '261'];
const ZUGANG = ['sprechstunde', 'selbst_persoenlich', 'empfehlung', 'beratungsstelle', 'neuzuweisung', 'freunde_familie', 'behoerde', 'selbst_telefon', 'ehrenamt'];
const ANLIEGEN = [
  ['Fragt nach einem Platz im Integrationskurs.', 'sprache'],
  ['Sucht eine Wohnung für die Familie.', 'wohnen'],
  ['Braucht Hilfe bei der Anmeldung der Kinder in der Schule.', 'schule_kita'],
  ['Möchte den Berufsabschluss anerkennen lassen.', 'anerkennung'],
  ['Versteht ein Schreiben der Behörde nicht.', 'behoerden'],
  ['Sucht Arbeit und hat Fragen zur Erlaubnis.', 'arbeit'],
  ['Weiß nicht, wie die Miete im nächsten Monat bezahlt werden soll.', 'existenz'],
] as const;
const STATUS = ['gestattung', 'p25_2_fluechtling', 'p24', 'p25_2_subsidiaer', 'p60a', 'p24', 'p26_3', 'p25_3', 'p25_5', 'gestattung', 'p24'];
const WEITERE_BEDARFE = ['gesundheit', 'aufenthalt', 'familie', 'teilhabe', 'psyche'] as const;

/** The same people for the same number, so that pictures and tests can name them. @param mindestensTage days that a Case Management has run at least */
export function erfindeFall(nummer: number, klasse?: 'case_management', mindestensTage = 90): Demofall {
  const aus = <T>(liste: readonly T[], schritt: number): T => liste[(nummer * schritt) % liste.length] as T;
  const [anliegen, bereich] = aus(ANLIEGEN, 5);
  const tage = klasse ? mindestensTage + ((nummer * 37) % 600) : 3 + ((nummer * 17) % 400);
  const zuletzt = klasse ? 4 + ((nummer * 7) % 22) : Math.max(1, Math.min(tage - 14, 4 + ((nummer * 7) % 30)));
  return {
    vorname: aus(VORNAMEN, 7), nachname: aus(NACHNAMEN, 5), geburtsdatum: String(1955 + ((nummer * 13) % 52)), geschlecht: nummer % 2 ? 'w' : 'm',
    staatsangehoerigkeit: aus(LAENDER, 5), ...(klasse && { klasse, unterlagen: nummer % 6 !== 5 }), anliegen, zugang: aus(ZUGANG, 4),
    kernkriterium: nummer % 3 ? 'erstintegration' : 'wiederaufnahme', ...(nummer % 7 && { status: [[aus(STATUS, 3), tage]] as const }),
    ...(klasse && nummer % 6 === 1 && { luecke: aus(WEITERE_BEDARFE, 3) }), ...(klasse && nummer % 5 === 2 && { gescheitert: true as const }),
    bedarfe: klasse ? [bereich, aus(WEITERE_BEDARFE, 3), 'aufenthalt'].filter((eines, i, alle) => alle.indexOf(eines) === i) : [bereich],
    kontakte: [
      [tage, 'persoenlich', 30, 'Erstgespräch. Anliegen aufgenommen und nächste Schritte verabredet.'],
      ...(klasse || nummer % 3 || tage > 60 ? [[zuletzt, 'telefon', 10, 'Rückfrage zum Stand, neuer Termin verabredet.'] as const] : []),
    ],
  };
}

/** A Kurzberatung of a year that is over. */
export function erfindeVergangenen(nummer: number, jahr: number): Demofall {
  const beginn = new Date(Date.UTC(jahr, nummer % 11, 1 + ((nummer * 7) % 27)));
  const ende = new Date(beginn.getTime() + (5 + (nummer % 20)) * 86_400_000);
  const vorTagen = (tag: Date) => Math.round((Date.now() - tag.getTime()) / 86_400_000);
  return {
    ...erfindeFall(nummer), beendetAm: ende.toISOString().slice(0, 10),
    kontakte: [[vorTagen(beginn), 'persoenlich', 30, 'Anliegen aufgenommen, zuständige Stelle genannt.']],
  };
}

/** Someone who lives in the household of the n-th case. */
export const erfindeAngehoerige = (nummer: number, n: number, nachname: string): Demoangehoerige => ({
  vorname: VORNAMEN[(nummer * 11 + n * 3 + 1) % VORNAMEN.length] ?? '', nachname, geburtsdatum: String(n === 0 ? 1960 + (nummer % 40) : 2006 + ((nummer + n * 2) % 18)),
  geschlecht: (nummer + n) % 2 ? 'm' : 'w', haushalt: n === 0 ? 'partner' : 'kind',
});

/** A case that came to its end within the last 27 months; every sixth was Case Management. @param hoechstensTage days ago that it may have begun */
export function erfindeBeendeten(nummer: number, hoechstensTage = 810): Demofall {
  const klasse = nummer % 6 === 0 ? ('case_management' as const) : undefined;
  const dauer = klasse ? 60 + ((nummer * 31) % 240) : 40 + ((nummer * 31) % 400);
  const tage = dauer + 1 + ((nummer * 53) % (hoechstensTage - dauer));
  const ende = new Date(Date.now() - (tage - dauer) * 86_400_000);
  const { luecke: _, gescheitert: __, ...fall } = erfindeFall(nummer, klasse);
  return {
    ...fall, beendetAm: ende.toISOString().slice(0, 10), status: fall.status?.map(([code]) => [code, tage] as const) ?? [],
    grund: klasse ? (['ziele_erreicht', 'umzug', 'ziele_erreicht', 'wunsch', 'termine'][nummer % 5] ?? 'wunsch') : nummer % 4 ? 'beratung_abgeschlossen' : 'regeldienst',
    kontakte: [[tage, 'persoenlich', 30, 'Erstgespräch. Anliegen aufgenommen und nächste Schritte verabredet.']],
  };
}
