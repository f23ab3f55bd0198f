/** The words of the Serviceplan that somebody takes home, in one language (U12); dokumentsprachen.ts has name, place and signature. */
export interface Plantexte {
  /** ISO 639-3, as in dokumentsprachen.ts. */
  code: string;
  /** Somebody whose first language it is has read these words. */
  bestaetigt: boolean;
  titel: string;
  /** What this paper is, in plain words (R141). */
  erklaerung: string;
  staerken: string;
  leitziel: string;
  teilziel: string;
  woran: string;
  hilft: string;
  bis: string;
  /** The three who act, as the person says it. */
  ich: string;
  andere: string;
  fachkraft: string;
  erledigt: string;
  naechstesGespraech: string;
}

/** A further language is a further entry. What somebody typed freely is printed as typed. */
export const PLANTEXTE: readonly Plantexte[] = [
  {
    code: 'deu', bestaetigt: true,
    titel: 'Mein Plan', erklaerung: 'Das ist Ihr Plan. Sie bestimmen Ihre Ziele. Sie können ihn jederzeit ändern. Wenn etwas nicht klappt, hat das keine Nachteile für Sie.',
    staerken: 'Das kann ich gut', leitziel: 'Das will ich erreichen', teilziel: 'Der nächste Schritt dahin', woran: 'Daran merke ich, dass es geschafft ist', hilft: 'Das hilft mir dabei', bis: 'bis',
    ich: 'Das mache ich', andere: 'Das machen andere', fachkraft: 'Das macht meine Beraterin oder mein Berater', erledigt: 'erledigt', naechstesGespraech: 'Unser nächstes Gespräch',
  },
  {
    code: 'eng', bestaetigt: false,
    titel: 'My plan', erklaerung: 'This is your plan. You decide on your goals. You can change it at any time. If something does not work out, there are no disadvantages for you.',
    staerken: 'What I am good at', leitziel: 'What I want to achieve', teilziel: 'The next step towards it', woran: 'How I will know that it is done', hilft: 'What helps me', bis: 'by',
    ich: 'What I do', andere: 'What others do', fachkraft: 'What my counsellor does', erledigt: 'done', naechstesGespraech: 'Our next meeting',
  },
  {
    code: 'ukr', bestaetigt: false,
    titel: 'Мій план', erklaerung: 'Це ваш план. Ви самі визначаєте свої цілі. Ви можете змінити його в будь-який час. Якщо щось не вийде, це не матиме для вас негативних наслідків.',
    staerken: 'Що я добре вмію', leitziel: 'Чого я хочу досягти', teilziel: 'Наступний крок до цього', woran: 'Як я зрозумію, що все вийшло', hilft: 'Що мені допомагає', bis: 'до',
    ich: 'Що роблю я', andere: 'Що роблять інші', fachkraft: 'Що робить мій консультант або моя консультантка', erledigt: 'зроблено', naechstesGespraech: 'Наша наступна розмова',
  },
  {
    code: 'ara', bestaetigt: false,
    titel: 'خطتي', erklaerung: 'هذه خطتك. أنت من يحدد أهدافك، ويمكنك تغييرها في أي وقت. إذا لم ينجح شيء ما فلن يلحق بك أي ضرر.',
    staerken: 'ما أجيده', leitziel: 'ما أريد الوصول إليه', teilziel: 'الخطوة التالية نحو ذلك', woran: 'كيف أعرف أن الهدف قد تحقق', hilft: 'ما يساعدني في ذلك', bis: 'حتى',
    ich: 'ما أقوم به أنا', andere: 'ما يقوم به آخرون', fachkraft: 'ما تقوم به مستشارتي أو مستشاري', erledigt: 'تم', naechstesGespraech: 'لقاؤنا القادم',
  },
  {
    code: 'tir', bestaetigt: false,
    titel: 'ውጥነይ', erklaerung: 'እዚ ውጥንኩም እዩ። ዕላማታትኩም ባዕልኹም ትውስኑ። ኣብ ዝኾነ ግዜ ክትቅይርዎ ትኽእሉ ኢኹም። ገለ ነገር እንተዘይተዓወተ ጉድኣት ኣየብጽሓልኩምን።',
    staerken: 'ጽቡቕ ገይረ ዝኽእሎ', leitziel: 'ክበጽሖ ዝደሊ', teilziel: 'ናብኡ ዝወስድ ቀጺሉ ዘሎ ስጉምቲ', woran: 'ከም ዝተዓወተ ብምንታይ ይፈልጦ', hilft: 'ኣብዚ ዝሕግዘኒ', bis: 'ክሳብ',
    ich: 'ኣነ ዝገብሮ', andere: 'ካልኦት ዝገብርዎ', fachkraft: 'ኣማኻሪየይ ዝገብሮ', erledigt: 'ተዛዚሙ', naechstesGespraech: 'ዝቕጽል ዝርርብና',
  },
];

/** The words of a language; null where nobody has translated them yet. */
export const plantexteIn = (code: string | null): Plantexte | null => PLANTEXTE.find((eine) => eine.code === code) ?? null;
