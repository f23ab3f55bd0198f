/** The words of the Evaluationsbogen that the client fills in, in one language (R60, R138); dokumentsprachen.ts has place and date. */
export interface Evaluationstexte {
  /** ISO 639-3, as in dokumentsprachen.ts. */
  code: string;
  /** Somebody whose first language it is has read these words. */
  bestaetigt: boolean;
  titel: string;
  /** What this is, in plain words (R141). */
  erklaerung: string;
  ankreuzen: string;
  zielerreichung: string;
  zufriedenheit: string;
  selbststaendigkeit: string;
  /** The five steps of each answer. */
  grad1: string;
  grad2: string;
  grad3: string;
  grad4: string;
  grad5: string;
  keineAngabe: string;
  inWorten: string;
  geholfen: string;
  gefehlt: string;
  weiter: string;
  senden: string;
  danke: string;
  zurueckgeben: string;
  nochmals: string;
}

/** A further language is a further entry. What somebody typed freely stays as typed. */
export const EVALUATIONSTEXTE: readonly Evaluationstexte[] = [
  {
    code: 'deu', bestaetigt: true,
    titel: 'Mein Rückblick',
    erklaerung: 'Unsere Zusammenarbeit geht zu Ende. Bitte sagen Sie uns, wie es für Sie war. Sie müssen nichts ausfüllen. Ihre Antworten haben keine Nachteile für Sie.',
    ankreuzen: 'Bitte kreuzen Sie an', zielerreichung: 'Habe ich meine Ziele erreicht?', zufriedenheit: 'Bin ich mit der Beratung zufrieden?',
    selbststaendigkeit: 'Kann ich jetzt mehr allein regeln als am Anfang?',
    grad1: 'gar nicht', grad2: 'wenig', grad3: 'zum Teil', grad4: 'größtenteils', grad5: 'voll und ganz', keineAngabe: 'dazu möchte ich nichts sagen',
    inWorten: 'In meinen Worten', geholfen: 'Was hat mir geholfen?', gefehlt: 'Was hat mir gefehlt?', weiter: 'Wie geht es für mich weiter?',
    senden: 'Absenden', danke: 'Vielen Dank!', zurueckgeben: 'Ihre Antworten sind gespeichert. Bitte geben Sie das Gerät zurück.', nochmals: 'Das hat nicht geklappt. Bitte senden Sie noch einmal ab.',
  },
  {
    code: 'eng', bestaetigt: false,
    titel: 'Looking back',
    erklaerung: 'Our work together is coming to an end. Please tell us how it was for you. You do not have to fill in anything. Your answers have no disadvantages for you.',
    ankreuzen: 'Please tick', zielerreichung: 'Have I reached my goals?', zufriedenheit: 'Am I satisfied with the counselling?',
    selbststaendigkeit: 'Can I now manage more on my own than at the beginning?',
    grad1: 'not at all', grad2: 'a little', grad3: 'partly', grad4: 'mostly', grad5: 'completely', keineAngabe: 'I would rather not say',
    inWorten: 'In my words', geholfen: 'What helped me?', gefehlt: 'What was missing?', weiter: 'What comes next for me?',
    senden: 'Send', danke: 'Thank you!', zurueckgeben: 'Your answers are saved. Please hand the device back.', nochmals: 'That did not work. Please send it once more.',
  },
  {
    code: 'ukr', bestaetigt: false,
    titel: 'Мій погляд назад',
    erklaerung: 'Наша спільна робота завершується. Будь ласка, розкажіть нам, як це було для вас. Ви не зобов’язані нічого заповнювати. Ваші відповіді не матимуть для вас негативних наслідків.',
    ankreuzen: 'Будь ласка, позначте', zielerreichung: 'Чи вдалося мені досягти своїх цілей?', zufriedenheit: 'Чи влаштувала мене консультація?',
    selbststaendigkeit: 'Чи можу я тепер самостійно вирішувати більше справ, ніж на початку?',
    grad1: 'зовсім ні', grad2: 'мало', grad3: 'частково', grad4: 'здебільшого', grad5: 'повністю', keineAngabe: 'не хочу про це говорити',
    inWorten: 'Моїми словами', geholfen: 'Що мені допомогло?', gefehlt: 'Чого мені бракувало?', weiter: 'Що буде далі?',
    senden: 'Надіслати', danke: 'Дуже дякуємо!', zurueckgeben: 'Ваші відповіді збережено. Будь ласка, поверніть пристрій.', nochmals: 'Не вдалося. Будь ласка, надішліть ще раз.',
  },
  {
    code: 'ara', bestaetigt: false,
    titel: 'نظرة إلى ما مضى',
    erklaerung: 'عملنا المشترك يقترب من نهايته. نرجو أن تخبرنا كيف كانت تجربتك. لا يلزمك ملء أي شيء، ولن تلحق بك إجاباتك أي ضرر.',
    ankreuzen: 'يرجى وضع علامة', zielerreichung: 'هل حققتُ أهدافي؟', zufriedenheit: 'هل نالت الاستشارة رضاي؟',
    selbststaendigkeit: 'هل أستطيع الآن تدبير أموري بنفسي أكثر مما كان عليه الحال في البداية؟',
    grad1: 'لا، أبدًا', grad2: 'قليلًا', grad3: 'إلى حد ما', grad4: 'إلى حد كبير', grad5: 'تمامًا', keineAngabe: 'لا أريد الإجابة عن هذا',
    inWorten: 'بكلماتي', geholfen: 'ما الذي ساعدني؟', gefehlt: 'ما الذي افتقدته؟', weiter: 'كيف ستسير الأمور معي بعد ذلك؟',
    senden: 'إرسال', danke: 'شكرًا جزيلًا!', zurueckgeben: 'تم حفظ إجاباتك. يرجى إعادة الجهاز.', nochmals: 'لم ينجح الأمر. يرجى الإرسال مرة أخرى.',
  },
  {
    code: 'tir', bestaetigt: false,
    titel: 'ንድሕሪት ምጥማት',
    erklaerung: 'ናይ ሓባር ስራሕና ይዛዘም ኣሎ። ከመይ ከም ዝነበረኩም በጃኹም ንገሩና። ምምላእ ግዴታ ኣይኮነን። መልስታትኩም ጉድኣት ኣየምጽኣልኩምን።',
    ankreuzen: 'በጃኹም ምልክት ግበሩ', zielerreichung: 'ናብ ዕላማታተይ በጺሐ ዶ?', zufriedenheit: 'በቲ ምኽሪ ዕጉብ ድየ?',
    selbststaendigkeit: 'ሕጂ ካብ መጀመርታ ዝያዳ ባዕለይ ክገብር ይኽእል ዶ?',
    grad1: 'ብፍጹም ኣይፋል', grad2: 'ቁሩብ', grad3: 'ብኸፊል', grad4: 'መብዛሕትኡ', grad5: 'ምሉእ ብምሉእ', keineAngabe: 'ብዛዕባ እዚ ክዛረብ ኣይደልን',
    inWorten: 'ብናተይ ቃላት', geholfen: 'እንታይ ሓጊዙኒ?', gefehlt: 'እንታይ ጎዲሉኒ?', weiter: 'ንቕድሚት ከመይ ክቕጽል እየ?',
    senden: 'ስደዱ', danke: 'ብዙሕ የቐንየልና!', zurueckgeben: 'መልስታትኩም ተዓቂቡ ኣሎ። በጃኹም ነቲ መሳርሒ ምለስዎ።', nochmals: 'ኣይተዓወተን። በጃኹም ደጊምኩም ስደዱ።',
  },
];

/** The words of a language; null where nobody has translated them yet. */
export const evaluationstexteIn = (code: string | null): Evaluationstexte | null => EVALUATIONSTEXTE.find((eine) => eine.code === code) ?? null;
