/** Invented people and what might be written about them; frequent names first. */

export const VORNAMEN = [
  'Mohammad', 'Ahmad', 'Olena', 'Fatima', 'Ali', 'Maryam', 'Iryna', 'Hussein', 'Amina', 'Oleksandr', 'Zahra', 'Ibrahim', 'Natalia', 'Omar', 'Aisha', 'Yusuf', 'Tetiana', 'Khaled',
  'Leila', 'Mustafa', 'Svitlana', 'Hassan', 'Rojin', 'Abdul', 'Daria', 'Samuel', 'Hiba', 'Mehmet', 'Selam', 'Viktor', 'Nour', 'Emre', 'Blerta', 'Karim', 'Oksana', 'Tariq', 'Parwana',
  'Goran', 'Jamila', 'Yonas', 'Ljubica', 'Bilal', 'Rahel', 'Dilan', 'Chidi', 'Farida', 'Hiwa', 'Mykola', 'Grace', 'Elif', 'Sami', 'Nadia', 'Petro', 'Roza', 'Idris', 'Anastasia', 'Walid', 'Kateryna',
] as const;

export const NACHNAMEN = [
  'Ahmadi', 'Al-Ahmad', 'Kovalenko', 'Hussein', 'Mohammadi', 'Ibrahim', 'Shevchenko', 'Ali', 'Hosseini', 'Khalil', 'Bondarenko', 'Al-Masri', 'Rahimi', 'Tesfay', 'Yılmaz', 'Petrenko', 'Haidari',
  'Khoury', 'Karimi', 'Al-Hassan', 'Osman', 'Melnyk', 'Nazari', 'Kaya', 'Hamid', 'Said', 'Tkachenko', 'Berisha', 'Wolde', 'Jafari', 'Darwish', 'Kravchenko', 'Sadat', 'Demir', 'Habte', 'Salim',
  'Popović', 'Diallo', 'Barzani', 'Zaki', 'Haddad', 'Okafor', 'Lysenko', 'Sharifi', 'Mbala', 'Ismail', 'Aydın', 'Ghebre', 'Noori', 'Krasniqi', 'Savchenko', 'Amiri', 'Bakr', 'Stefanović', 'Omari',
  'Fofana', 'Rudenko', 'Safi', 'Younes', 'Jovanović', 'Azizi', 'Çelik', 'Bah', 'Marchenko', 'Qasim', 'Rostami', 'Hoxha', 'Mansour', 'Umarov', 'Tahiri', 'Moroz', 'Şahin', 'Sesay', 'Ramadani',
  'Nasser', 'Petrov', 'Wardak', 'Lushaj', 'Bajrami', 'Ochieng', 'Farahani', 'Levchenko', 'Hashimi', 'Gashi', 'Elmas', 'Chernenko', 'Yusufi', 'Dimitrov', 'Abebe', 'Zeqiri',
] as const;

/** Spellings in their own letters, for one person in twenty. */
export const EIGENE_SCHRIFT = ['محمد الأحمد', 'Олена Коваленко', 'خالد المصري', 'ተክለት ሃብተ', 'شیوا رحیمی', 'Тетяна Мельник'] as const;

export const SAETZE = [
  'Erstgespräch, Anliegen aufgenommen und nächste Schritte verabredet.',
  'Unterlagen gemeinsam durchgesehen; es fehlt noch die Bescheinigung der Schule.',
  'Termin bei der Ausländerbehörde vorbereitet, Sprachmittlung ist bestellt.',
  'Rückruf des Jobcenters: der Antrag liegt vor und wird nächste Woche bearbeitet.',
  'Wohnungssuche besprochen, drei Anzeigen beantwortet, Mietbescheinigung ausgefüllt.',
  'Der Integrationskurs beginnt im nächsten Monat, ein Platz ist zugesagt.',
  'Die Kinder sind in der Grundschule angemeldet, Buskarte beantragt.',
  'Es geht ihm nicht gut; Gespräch über die Lage in der Unterkunft und über Ruhezeiten.',
  'Anerkennung des Berufsabschlusses: Zeugnisse werden übersetzt, Kosten geklärt.',
  'Telefonisch nicht erreicht, Nachricht hinterlassen.',
  'Schuldnerberatung vorgestellt, sie möchte es sich überlegen.',
  'Mit Einverständnis beim Kinderarzt angerufen und einen Termin vereinbart.',
  'Brief der Krankenkasse erklärt, Widerspruch ist nicht nötig.',
  'Zwischenstand festgehalten; das wichtigste Ziel bleibt eine eigene Wohnung.',
] as const;

export const STAATEN = ['423', '475', '166', '439', '438', '224', '163', '232', '273', '170', '461', '261'] as const;
export const KANAELE = ['persoenlich', 'telefon', 'email', 'video', 'messenger', 'aufsuchend', 'post'] as const;
