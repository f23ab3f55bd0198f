import { parseArgs } from 'node:util';
import { z } from 'zod';
import { inTagen, parseDatum } from '@kim/core/zeit.ts';
import { Startfehler } from '../local/meldung.ts';

/** What the operator may ask for, read from the command line; pure. */

export const TRAEGERARTEN = ['kreis', 'kommune', 'freier_traeger'] as const;
export const RECHTSREGIME = ['dsgvo', 'kdg', 'dsg_ekd'] as const;
export const RUECKSETZUNGEN = ['passwort', 'zweiter_faktor', 'beides'] as const;

export type Befehl =
  | { befehl: 'hilfe' }
  | { befehl: 'uebersicht' }
  | { befehl: 'kreis-anlegen'; name: string; kommunen: Readonly<Record<string, string>> }
  | { befehl: 'traeger-anlegen'; kreis: string; name: string; kurzname: string; kennung: string; traegerart: (typeof TRAEGERARTEN)[number]; rechtsregime: (typeof RECHTSREGIME)[number] }
  | { befehl: 'veroeffentlichung-beginnen'; kreis: string; stichtag: string }
  | { befehl: 'konto-anlegen'; email: string; name: string; traeger: string | null; kreis: string | null }
  | { befehl: 'zugang-zuruecksetzen'; email: string; art: (typeof RUECKSETZUNGEN)[number] };

const OPTIONEN = { kennung: { type: 'string' }, kurzname: { type: 'string' }, art: { type: 'string' }, recht: { type: 'string' }, traeger: { type: 'string' }, kreis: { type: 'string' }, hilfe: { type: 'boolean' } } as const;

type Optionen = Partial<Record<Exclude<keyof typeof OPTIONEN, 'hilfe'>, string>>;

/** @throws Startfehler that says in German what is wrong and how it goes */
export function leseBefehl(argumente: readonly string[]): Befehl {
  const { positionals, values } = zerlege(argumente);
  const { hilfe, ...optionen } = values;
  const [name = 'hilfe', ...angaben] = positionals;
  if (hilfe) return { befehl: 'hilfe' };
  const lies = BEFEHLE[name];
  if (!lies) throw new Startfehler(`Den Befehl „${name}“ gibt es nicht.`, 'npm run betreiber -- hilfe zeigt alle.');
  return lies(angaben.map((angabe) => angabe.trim()), optionen);
}

function zerlege(argumente: readonly string[]) {
  try {
    return parseArgs({ args: [...argumente], options: OPTIONEN, allowPositionals: true });
  } catch (ursache) {
    const angabe = /'(-[^ '=]*)/.exec((ursache as Error).message)?.[1] ?? '';
    throw new Startfehler(`Die Angabe ${angabe} gibt es nicht oder ihr fehlt der Wert.`, 'npm run betreiber -- hilfe zeigt alle.', ursache);
  }
}

const BEFEHLE: Record<string, ((angaben: readonly string[], optionen: Optionen) => Befehl) | undefined> = {
  __proto__: null as never,
  hilfe: () => ({ befehl: 'hilfe' }),
  uebersicht: () => ({ befehl: 'uebersicht' }),

  'kreis-anlegen': ([name, ...kommunen]) => ({ befehl: 'kreis-anlegen', name: verlangeText(name, 'Der Name des Kreises'), kommunen: leseKommunen(kommunen) }),

  'traeger-anlegen': (angaben, { kennung = '', kurzname, art = '', recht = 'dsgvo' }) => {
    const [kreis, name] = [verlangeText(angaben[0], 'Der Name des Kreises'), verlangeText(angaben[1], 'Der Name des Trägers')];
    verlangeNichtsWeiter(angaben, 2);
    if (!/^[A-Z]{2,5}$/.test(kennung)) throw new Startfehler('Die Kennung fehlt oder passt nicht.', 'Zwei bis fünf Großbuchstaben, sie steht in jeder Fallnummer: --kennung KUE');
    const kurz = verlangeText(kurzname ?? name, 'Der Kurzname');
    return { befehl: 'traeger-anlegen', kreis, name, kurzname: kurz, kennung, traegerart: waehle(art, TRAEGERARTEN, '--art'), rechtsregime: waehle(recht, RECHTSREGIME, '--recht') };
  },

  'veroeffentlichung-beginnen': (angaben) => {
    verlangeNichtsWeiter(angaben, 2);
    const stichtag = parseDatum(angaben[1] ?? '');
    if (!stichtag || inTagen(stichtag, 1).slice(8) !== '01') throw new Startfehler('Der erste Stichtag fehlt oder ist kein Monatsende.', 'Zum Beispiel: 31.12.2026');
    return { befehl: 'veroeffentlichung-beginnen', kreis: verlangeText(angaben[0], 'Der Name des Kreises'), stichtag };
  },

  'konto-anlegen': (angaben, { traeger = null, kreis = null }) => {
    const [email, name] = [verlangeEmail(angaben[0]), verlangeText(angaben[1], 'Der Name der Person')];
    verlangeNichtsWeiter(angaben, 2);
    if ((traeger === null) === (kreis === null)) {
      throw new Startfehler('Für wen ist das Konto?', 'Trägeradministration: --traeger KENNUNG. Koordination: --kreis "NAME". Genau eines von beiden.');
    }
    return { befehl: 'konto-anlegen', email, name, traeger, kreis };
  },

  'zugang-zuruecksetzen': (angaben) => {
    verlangeNichtsWeiter(angaben, 2);
    return { befehl: 'zugang-zuruecksetzen', email: verlangeEmail(angaben[0]), art: waehle(angaben[1] ?? '', RUECKSETZUNGEN, 'die zweite Angabe') };
  },
};

/** `Kürten:05378012` */
function leseKommunen(angaben: readonly string[]): Record<string, string> {
  const kommunen: Record<string, string> = {};
  for (const angabe of angaben) {
    const [, name, ags] = /^(.*\S):(\d{8})$/.exec(angabe) ?? [];
    if (!name || !ags) throw new Startfehler(`Die Kommune „${angabe}“ ist so nicht lesbar.`, 'Name und achtstelliger Gemeindeschlüssel, mit Doppelpunkt: "Bergisch Gladbach:05378004"');
    if (name in kommunen || Object.values(kommunen).includes(ags)) throw new Startfehler(`Die Kommune „${angabe}“ ist doppelt.`, 'Jeder Name und jeder Gemeindeschlüssel kommt einmal vor.');
    kommunen[verlangeText(name, 'Der Name der Kommune')] = ags;
  }
  return kommunen;
}

function verlangeText(text: string | undefined, was: string): string {
  if (!text) throw new Startfehler(`${was} fehlt.`, 'Angaben mit Leerzeichen stehen in Anführungszeichen. npm run betreiber -- hilfe');
  if (text.length > 200 || /\p{Cc}/u.test(text)) throw new Startfehler(`${was} ist zu lang oder enthält Steuerzeichen.`, 'Höchstens 200 Zeichen.');
  return text;
}

function verlangeEmail(text = ''): string {
  const email = z.email().max(200).safeParse(text.toLowerCase());
  if (!email.success) throw new Startfehler(`„${text}“ ist keine E-Mail-Adresse.`, 'Zum Beispiel: name@kommune.de');
  return email.data;
}

function verlangeNichtsWeiter(angaben: readonly string[], hoechstens: number): void {
  if (angaben.length > hoechstens) throw new Startfehler(`„${angaben[hoechstens]}“ ist eine Angabe zu viel.`, 'Angaben mit Leerzeichen stehen in Anführungszeichen. npm run betreiber -- hilfe');
}

function waehle<T extends string>(wert: string, erlaubt: readonly T[], was: string): T {
  const treffer = erlaubt.find((eines) => eines === wert);
  if (!treffer) throw new Startfehler(`Bei ${was} steht ${wert ? `„${wert}“` : 'nichts'}.`, `Möglich sind: ${erlaubt.join(', ')}.`);
  return treffer;
}
