import { data, redirect } from '@remix-run/node';
import { neuerSchluessel, katalogentwurf } from '@kim/kreis/kriterienkatalog.ts';
import type { Kriterienkatalog } from '@kim/kreis/kriterienkatalog.ts';
import { legeEntwurfAn, saveKatalogentwurf, veroeffentlicheKatalog, verwirfKatalog } from '@kim/kreis/kriterienkataloge.ts';
import { pfade } from '../paths.ts';
import type { KoordinationAkteur } from './akteur.server.ts';
import type { Werte } from './entwurf.server.ts';
import { abgelehnt, pruefe } from './formular.server.ts';
import { nichtGefunden } from './geschuetzt.server.ts';

const GRUND = {
  gleichzeitig: 'Eben wurde schon eine Fassung angelegt. Bitte laden Sie die Seite neu.',
  veroeffentlicht: 'Diese Fassung ist schon veröffentlicht und ändert sich nicht mehr.',
  beschluss_fehlt: 'Bitte nennen Sie zuerst den Beschluss, mit dem die Fassung angenommen wurde.',
  vergangen: 'Der Tag, ab dem die Fassung gelten soll, ist vergangen. Bitte wählen Sie im Entwurf einen neuen.',
  konflikt: 'Der Entwurf wurde inzwischen geändert. Bitte prüfen Sie ihn noch einmal.',
} as const;

function lehneAb(werte: Werte, grund: keyof typeof GRUND | 'nicht_gefunden') {
  if (grund === 'nicht_gefunden') throw nichtGefunden();
  return abgelehnt(werte, { '': GRUND[grund] }, grund === 'konflikt' || grund === 'gleichzeitig' ? 409 : 422);
}

/** A new draft on the text of another version; the id of the form becomes its id. */
export async function legeKatalogAn(akteur: KoordinationAkteur, grundlageId: string | null, formularId: string, werte: Werte) {
  const ergebnis = await legeEntwurfAn(akteur, grundlageId, formularId);
  if (ergebnis.ok) throw redirect(pfade.koordinationKatalog(ergebnis.wert));
  return lehneAb(werte, ergebnis.grund);
}

/** Saves the form of a draft, then goes on to ask before publishing where that was wanted. */
export async function speichereKatalog(akteur: KoordinationAkteur, id: string, werte: Werte, danach: string) {
  const gelesen = pruefe(katalogentwurf, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await saveKatalogentwurf(akteur, id, gelesen.eingabe);
  if (ergebnis.ok) throw redirect(pfade.koordinationKatalog(id, danach === 'veroeffentlichen' ? { schritt: danach } : { nach: 'gespeichert' }));
  if (ergebnis.grund === 'konflikt') return data({ werte, fehler: {}, konflikt: ergebnis.aktuell }, { status: 409 });
  return lehneAb(werte, ergebnis.grund);
}

export async function veroeffentliche(akteur: KoordinationAkteur, id: string, werte: Werte) {
  const version = Number(werte['version']?.[0]);
  const ergebnis = await veroeffentlicheKatalog(akteur, id, Number.isSafeInteger(version) && version < 2 ** 31 ? version : 0);
  if (ergebnis.ok) throw redirect(pfade.koordinationKatalog(id, { nach: 'veroeffentlicht' }));
  return lehneAb(werte, ergebnis.grund);
}

export async function verwirf(akteur: KoordinationAkteur, id: string, werte: Werte) {
  const ergebnis = await verwirfKatalog(akteur, id);
  if (ergebnis.ok) throw redirect(pfade.koordinationKataloge());
  return lehneAb(werte, ergebnis.grund);
}

const FELD = /^kriterien\.([0-9]{1,2})\.(schluessel|titel|erlaeuterung)$/;

/** The typed form with one criterion more (`hinzufuegen`) or less (`entfernen-2`), numbered anew; nothing is stored yet. */
export function aendereKriterien(kataloge: readonly Kriterienkatalog[], werte: Werte, aktion: string) {
  const rest = Object.fromEntries(Object.entries(werte).filter(([name]) => !FELD.test(name)));
  const kriterien: Record<string, string[]>[] = [];
  for (const [name, wert] of Object.entries(werte)) {
    const [, nummer, feld] = FELD.exec(name) ?? [];
    if (nummer && feld) (kriterien[Number(nummer)] ??= {})[feld] = wert;
  }
  const weg = aktion === 'hinzufuegen' ? -1 : Number(aktion.slice('entfernen-'.length));
  const bleiben = kriterien.filter((_, nummer) => nummer !== weg);
  if (weg === -1) bleiben.push({ schluessel: [neuerSchluessel(kataloge, kriterien.map((eines) => eines?.['schluessel']?.[0] ?? ''))], titel: [''], erlaeuterung: [''] });
  const felder = bleiben.flatMap((eines, nummer) => Object.entries(eines).map(([feld, wert]) => [`kriterien.${nummer}.${feld}`, wert] as const));
  return data({ werte: { ...rest, ...Object.fromEntries(felder) }, fehler: {} });
}
