/** A failure that the person at the keyboard can do something about: what happened, and the way out. */
export class Startfehler extends Error {
  readonly ausweg: string;

  constructor(meldung: string, ausweg: string, ursache?: unknown) {
    super(meldung, { cause: ursache });
    this.name = 'Startfehler';
    this.ausweg = ausweg;
  }
}

const DATENTRAEGER_VOLL = /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/;

/** Puts faults of the machine (full disk, missing rights) into words; anything else is returned as it is. */
export function translateFehler(fehler: unknown): unknown {
  if (fehler instanceof Startfehler) return fehler;
  const text = fehler instanceof Error ? `${(fehler as NodeJS.ErrnoException).code ?? ''} ${fehler.message}` : String(fehler);
  if (DATENTRAEGER_VOLL.test(text)) {
    return new Startfehler('Der Datenträger ist voll.', 'Platz schaffen, dann erneut starten. Bestätigte Eingaben sind nicht verloren.', fehler);
  }
  if (/EACCES|EPERM|EROFS/.test(text)) {
    const pfad = (fehler as NodeJS.ErrnoException).path ?? '';
    return new Startfehler(
      `Kein Zugriff auf ${pfad || 'eine Datei'}: sie gehört einem anderen Benutzer oder ist schreibgeschützt.`,
      'Als derselbe Benutzer starten wie beim ersten Mal, oder ein anderes Datenverzeichnis nehmen: KIM_DATEN=/pfad npm start',
      fehler,
    );
  }
  return fehler;
}

/** Prints a failure in plain words on standard error; a bug keeps its stack. */
export function printFehler(fehler: unknown): void {
  const klar = translateFehler(fehler);
  if (klar instanceof Startfehler) console.error(`\n✗ ${klar.message}\n  ${klar.ausweg.replaceAll('\n', '\n  ')}\n`);
  else console.error('\n✗ Unerwarteter Fehler:', klar);
}

/** Prints one progress line: title at the beginning, outcome and seconds at the end. */
export async function runSchritt<T>(titel: string, arbeit: () => Promise<T>, ergebnis: (wert: T) => string): Promise<T> {
  const beginn = Date.now();
  process.stdout.write(`${titel} … `);
  const wert = await arbeit();
  console.log(`${ergebnis(wert)} (${((Date.now() - beginn) / 1000).toFixed(1).replace('.', ',')} s)`);
  return wert;
}
