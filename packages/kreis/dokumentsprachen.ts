/** The words around a paper that a person signs, in one language (R138, R141). */
export interface Rahmentexte {
  /** ISO 639-3, as in sprachen.ts. */
  code: string;
  /** The same language as browsers and screen readers know it (BCP 47). */
  lang: string;
  rechtsLaeufig?: true;
  /** Somebody whose first language it is has read these words; until then the Fachkraft is told. */
  bestaetigt: boolean;
  titel: { datenschutzvereinbarung: string; datenschutzerklaerung: string; schweigepflichtentbindung: string; einverstaendnis: string };
  name: string;
  ortDatum: string;
  unterschrift: string;
  widerruf: string;
  /** What happens now, in one plain sentence. */
  klaerung: string;
}

/** A further language is a further entry; the wording itself stays German, because the German text is what binds. */
export const RAHMENTEXTE: readonly Rahmentexte[] = [
  {
    code: 'deu', lang: 'de', bestaetigt: true,
    titel: {
      datenschutzvereinbarung: 'Datenschutzvereinbarung', datenschutzerklaerung: 'Datenschutzerklärung',
      schweigepflichtentbindung: 'Schweigepflichtentbindung', einverstaendnis: 'Einverständnis mit dem Case Management',
    },
    name: 'Name', ortDatum: 'Ort, Datum', unterschrift: 'Unterschrift',
    widerruf: 'Sie können Ihre Zustimmung jederzeit zurücknehmen. Sie müssen keinen Grund nennen.',
    klaerung: 'Wir sprechen miteinander und finden heraus, welche Hilfe Sie brauchen und wer Ihnen helfen kann.',
  },
  {
    code: 'eng', lang: 'en', bestaetigt: false,
    titel: {
      datenschutzvereinbarung: 'Data protection agreement', datenschutzerklaerung: 'Privacy statement',
      schweigepflichtentbindung: 'Release from confidentiality', einverstaendnis: 'Consent to case management',
    },
    name: 'Name', ortDatum: 'Place, date', unterschrift: 'Signature',
    widerruf: 'You can take back your consent at any time. You do not have to give a reason.',
    klaerung: 'We talk with you and find out what help you need and who can help you.',
  },
  {
    code: 'ukr', lang: 'uk', bestaetigt: false,
    titel: {
      datenschutzvereinbarung: 'Угода про захист даних', datenschutzerklaerung: 'Заява про захист даних',
      schweigepflichtentbindung: 'Звільнення від обов’язку зберігати таємницю', einverstaendnis: 'Згода на кейс-менеджмент',
    },
    name: 'Ім’я та прізвище', ortDatum: 'Місце, дата', unterschrift: 'Підпис',
    widerruf: 'Ви можете відкликати свою згоду в будь-який час. Вам не потрібно називати причину.',
    klaerung: 'Ми говоримо з вами та з’ясовуємо, яка допомога вам потрібна і хто може вам допомогти.',
  },
  {
    code: 'ara', lang: 'ar', rechtsLaeufig: true, bestaetigt: false,
    titel: {
      datenschutzvereinbarung: 'اتفاقية حماية البيانات', datenschutzerklaerung: 'بيان حماية البيانات',
      schweigepflichtentbindung: 'الإعفاء من واجب السرية', einverstaendnis: 'الموافقة على إدارة الحالة',
    },
    name: 'الاسم', ortDatum: 'المكان، التاريخ', unterschrift: 'التوقيع',
    widerruf: 'يمكنك سحب موافقتك في أي وقت، ولا يلزمك ذكر السبب.',
    klaerung: 'نتحدث معك لنعرف ما المساعدة التي تحتاج إليها ومن يستطيع مساعدتك.',
  },
  {
    code: 'tir', lang: 'ti', bestaetigt: false,
    titel: {
      datenschutzvereinbarung: 'ስምምዕ ዑቃበ ዳታ', datenschutzerklaerung: 'መግለጺ ዑቃበ ዳታ',
      schweigepflichtentbindung: 'ካብ ግዴታ ምስጢር ምሕላው ናጻ ምግባር', einverstaendnis: 'ፍቓድ ንኬዝ ማነጅመንት',
    },
    name: 'ስም', ortDatum: 'ቦታ፣ ዕለት', unterschrift: 'ክታም',
    widerruf: 'ፍቓድኩም ኣብ ዝኾነ ግዜ ክትስሕቡ ትኽእሉ ኢኹም። ምኽንያት ክትህቡ ኣየድልን።',
    klaerung: 'ምሳኹም ንዛረብ፣ እንታይ ሓገዝ ከም ዘድልየኩምን መን ክሕግዘኩም ከም ዝኽእልን ንፈልጥ።',
  },
];

/** The words of a language; null where nobody has translated them yet. */
export const rahmentexteIn = (code: string | null): Rahmentexte | null => RAHMENTEXTE.find((eine) => eine.code === code) ?? null;
