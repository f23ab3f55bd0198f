/** Rules for a new password: length and being hard to guess. No composition rules, no expiry. */

export const MINDESTENS = 12;
const HOECHSTENS = 200;

/** Parts of what people choose first; everything is compared in small letters and without spaces. */
const BELIEBT = [
  'passwort', 'password', 'kennwort', 'geheim', 'willkommen', 'welcome', 'hallo', 'iloveyou', 'ichliebedich', 'schatz', 'sommer', 'winter', 'herbst',
  'letmein', 'admin', 'login', 'master', 'football', 'fussball', 'dragon', 'monkey', 'sonnenschein', 'sunshine', 'qwertz', 'qwerty', 'asdf', 'yxcv',
  'integrationsmanagement', 'casemanagement', 'integration', 'landkreis', 'gemeinde', 'testtest',
];

const REIHEN = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertzuiopü', 'asdfghjklöä', 'yxcvbnm', 'qwertyuiop', 'zxcvbnm'];

/**
 * What is wrong with a new password, in German; null when it will do.
 * @param umfeld words that anybody could guess: name, e-mail address, Träger
 */
export function schwaeche(passwort: string, umfeld: readonly string[]): string | null {
  if ([...passwort].length < MINDESTENS) return `Bitte wählen Sie mindestens ${MINDESTENS} Zeichen. Ein ganzer Satz ist leicht zu merken.`;
  if (passwort.length > HOECHSTENS) return `Bitte wählen Sie höchstens ${HOECHSTENS} Zeichen.`;
  const klein = passwort.toLowerCase().replace(/\s/g, '');
  if (new Set(klein).size < 5) return 'Das Passwort besteht aus zu wenigen verschiedenen Zeichen.';
  if (/^(.+?)\1+$/u.test(klein)) return 'Das Passwort wiederholt nur dasselbe Stück.';
  const rest = ohneVorhersehbares(klein, umfeld);
  return [...rest].length < MINDESTENS / 2 ? 'Das Passwort besteht fast nur aus bekannten Wörtern, Namen oder Zahlenreihen und ist leicht zu erraten.' : null;
}

/** Words of the surroundings, popular ones and years count for nothing, however many are put together. */
function ohneVorhersehbares(klein: string, umfeld: readonly string[]): string {
  const woerter = umfeld.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((wort) => wort.length > 2);
  const bekannt = [...woerter, ...BELIEBT].sort((a, b) => b.length - a.length);
  return bekannt.reduce((rest, wort) => rest.replaceAll(wort, ''), ohneReihen(klein)).replace(/(19|20)\d\d/g, '');
}

/** Runs of a keyboard or counting row, forwards and backwards, from four characters on. */
function ohneReihen(text: string): string {
  const reihen = REIHEN.flatMap((reihe) => [reihe, [...reihe].reverse().join('')]);
  const stuecke = reihen.flatMap((reihe) => Array.from({ length: reihe.length - 3 }, (_, stelle) => reihe.slice(stelle, stelle + 4)));
  const zeichen = [...text];
  const vorhersehbar = zeichen.map(() => false);
  zeichen.forEach((_, stelle) => {
    if (stuecke.includes(zeichen.slice(stelle, stelle + 4).join(''))) vorhersehbar.fill(true, stelle, stelle + 4);
  });
  return zeichen.filter((_, stelle) => !vorhersehbar[stelle]).join('');
}
