export interface Sprache {
  /** ISO 639-3. */
  code: string;
  name: string;
  /** As its speakers write it. */
  eigenname: string;
  /** ISO 15924. */
  schrift: string;
  rechtsLaeufig?: true;
}

const sprache = (code: string, name: string, eigenname: string, schrift = 'Latn'): Sprache => ({
  code, name, eigenname, schrift, ...((schrift === 'Arab' || schrift === 'Hebr') && { rechtsLaeufig: true as const }),
});

/** Languages of the people who come, by ISO 639-3 with script; the list grows by lines. */
export const SPRACHEN: readonly Sprache[] = [
  sprache('sqi', 'Albanisch', 'Shqip'), sprache('amh', 'Amharisch', 'አማርኛ', 'Ethi'), sprache('ara', 'Arabisch', 'العربية', 'Arab'),
  sprache('hye', 'Armenisch', 'Հայերեն', 'Armn'), sprache('aze', 'Aserbaidschanisch', 'Azərbaycanca'), sprache('ben', 'Bengalisch', 'বাংলা', 'Beng'),
  sprache('bos', 'Bosnisch', 'Bosanski'), sprache('bul', 'Bulgarisch', 'Български', 'Cyrl'), sprache('zho', 'Chinesisch', '中文', 'Hans'),
  sprache('prs', 'Dari', 'دری', 'Arab'), sprache('deu', 'Deutsch', 'Deutsch'), sprache('eng', 'Englisch', 'English'),
  sprache('fas', 'Farsi', 'فارسی', 'Arab'), sprache('fra', 'Französisch', 'Français'), sprache('ful', 'Fulfulde', 'Fulfulde'),
  sprache('kat', 'Georgisch', 'ქართული', 'Geor'), sprache('ell', 'Griechisch', 'Ελληνικά', 'Grek'), sprache('hau', 'Hausa', 'Hausa'),
  sprache('heb', 'Hebräisch', 'עברית', 'Hebr'), sprache('hin', 'Hindi', 'हिन्दी', 'Deva'), sprache('ita', 'Italienisch', 'Italiano'),
  sprache('kmr', 'Kurmandschi', 'Kurmancî'), sprache('lin', 'Lingala', 'Lingála'), sprache('mkd', 'Mazedonisch', 'Македонски', 'Cyrl'),
  sprache('man', 'Mandinka', 'Mandinka'), sprache('orm', 'Oromo', 'Afaan Oromoo'), sprache('pus', 'Paschtu', 'پښتو', 'Arab'),
  sprache('pol', 'Polnisch', 'Polski'), sprache('por', 'Portugiesisch', 'Português'), sprache('pan', 'Punjabi', 'ਪੰਜਾਬੀ', 'Guru'),
  sprache('rom', 'Romanes', 'Romani čhib'), sprache('ron', 'Rumänisch', 'Română'), sprache('rus', 'Russisch', 'Русский', 'Cyrl'),
  sprache('srp', 'Serbisch', 'Српски', 'Cyrl'), sprache('som', 'Somali', 'Soomaaliga'), sprache('ckb', 'Sorani', 'سۆرانی', 'Arab'),
  sprache('spa', 'Spanisch', 'Español'), sprache('swa', 'Suaheli', 'Kiswahili'), sprache('sus', 'Susu', 'Sosoxui'),
  sprache('tam', 'Tamilisch', 'தமிழ்', 'Taml'), sprache('tgk', 'Tadschikisch', 'Тоҷикӣ', 'Cyrl'), sprache('tir', 'Tigrinya', 'ትግርኛ', 'Ethi'),
  sprache('che', 'Tschetschenisch', 'Нохчийн', 'Cyrl'), sprache('tur', 'Türkisch', 'Türkçe'), sprache('ukr', 'Ukrainisch', 'Українська', 'Cyrl'),
  sprache('urd', 'Urdu', 'اردو', 'Arab'), sprache('uzb', 'Usbekisch', 'Oʻzbekcha'), sprache('vie', 'Vietnamesisch', 'Tiếng Việt'),
  sprache('wol', 'Wolof', 'Wolof'), sprache('mis', 'andere Sprache', 'andere Sprache'),
];

/** The German name of a code; what is no code is shown as it was typed. */
export const sprachname = (code: string): string => SPRACHEN.find((eine) => eine.code === code)?.name ?? code;
