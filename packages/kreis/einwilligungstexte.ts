import { RECHTSREGIME } from './rechtsregime.ts';
import type { Rechtsregime, RegimeCode } from './rechtsregime.ts';

/**
 * The wording a Träger has before it writes its own: a template that its data-protection officer must check (U9).
 * What was signed names its version (`dsgvo-1`), so a version that was shipped is never edited: a new one is added.
 */
export interface Einwilligungstexte {
  datenschutzvereinbarung: string;
  datenschutzerklaerung: string;
  schweigepflichtentbindung: string;
  einverstaendnis: string;
}

const absaetze = (...texte: string[]): string => texte.join('\n\n');

const widerrufen = (r: Rechtsregime): string =>
  `Ich kann diese Einwilligung jederzeit ohne Angabe von Gründen widerrufen (${r.widerruf}). Der Widerruf gilt ab dem Tag, an dem er eingeht; was bis dahin geschehen ist, bleibt rechtmäßig.`;

const beschweren = (r: Rechtsregime): string => `Beschweren kann ich mich bei der Aufsicht: ${r.aufsicht}.`;

const ERSTE = (r: Rechtsregime): Einwilligungstexte => ({
  datenschutzvereinbarung: absaetze(
    'Ich bin damit einverstanden, dass die Beratungsstelle meine persönlichen Angaben und den Verlauf der Beratung aufschreibt und elektronisch speichert. Das betrifft auch besonders geschützte Angaben, zum Beispiel zu Gesundheit, Herkunft oder Religion, soweit ich sie mitteile und sie für die Beratung nötig sind.',
    'Die Angaben dienen allein meiner Beratung und Begleitung. Lesen kann sie nur, wer mich berät oder vertritt. An andere Stellen gehen sie nur, wenn ich das ausdrücklich erlaube oder ein Gesetz es verlangt. Für die Planung im Kreis werden nur gerundete Zahlen weitergegeben, aus denen niemand zu erkennen ist.',
    `Rechtsgrundlage ist meine Einwilligung (${r.einwilligung}).`,
    'Die Einwilligung ist freiwillig. Ohne sie kann ich mich weiter beraten lassen, aber es wird nichts über mich gespeichert; eine längere Begleitung ist dann nicht möglich.',
    widerrufen(r),
  ),
  datenschutzerklaerung: absaetze(
    'Ich habe die Hinweise zum Datenschutz erhalten. Sie wurden mir in einer Sprache erklärt, die ich verstehe.',
    `Für die Verarbeitung meiner Daten gilt: ${r.gesetz}. Verantwortlich ist der Träger der Beratungsstelle, der oben genannt ist.`,
    'Gespeichert werden Angaben zu meiner Person und meiner Familie, zu meiner Lebenslage, zu den Gesprächen und zu den Schritten, die wir vereinbaren. Die Angaben werden verschlüsselt gespeichert und gelöscht, sobald die Aufbewahrungsfrist nach dem Ende der Beratung abgelaufen ist.',
    `Ich habe das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung und Übertragung meiner Daten und kann ihrer Verarbeitung widersprechen (${r.rechte}).`,
    beschweren(r),
    widerrufen(r),
  ),
  schweigepflichtentbindung: absaetze(
    'Ich entbinde die Fachkraft der Beratungsstelle und die hier genannte Stelle, gegenseitig oder in der angegebenen Richtung, von ihrer Schweigepflicht (§ 203 StGB). Ausgetauscht werden dürfen nur die genannten Angaben und nur zu dem genannten Zweck.',
    'Die Erklärung gilt für diese eine Stelle und endet an dem genannten Tag oder wenn der Zweck erreicht ist. Für jede weitere Stelle ist eine eigene Erklärung nötig.',
    `Rechtsgrundlage ist meine Einwilligung (${r.einwilligung}). Sie ist freiwillig. Ohne sie wird mit dieser Stelle nicht über mich gesprochen; ich kann mich dann selbst an sie wenden.`,
    widerrufen(r),
  ),
  einverstaendnis: absaetze(
    'Ich möchte im Case Management begleitet werden. Die Fachkraft hat mir erklärt, wie das geht: Wir sehen uns meine Lage gemeinsam an, vereinbaren Ziele und Schritte, beziehen andere Stellen ein und prüfen regelmäßig, was erreicht ist.',
    'Ich arbeite daran mit, halte Termine ein oder sage sie rechtzeitig ab. Was geschieht, wird mit mir abgesprochen.',
    'Die Begleitung ist freiwillig und kostet nichts. Beide Seiten können sie jederzeit beenden. Für meinen Aufenthalt und meine Leistungen hat es keine Folgen, wenn ich nicht zustimme oder die Begleitung beende.',
    widerrufen(r),
  ),
});

/** Every version that was ever shipped, the newest of a regime last. */
const FASSUNGEN: readonly { id: string; regime: RegimeCode; texte: Einwilligungstexte }[] = [
  { id: 'dsgvo-1', regime: 'dsgvo', texte: ERSTE(RECHTSREGIME.dsgvo) },
  { id: 'kdg-1', regime: 'kdg', texte: ERSTE(RECHTSREGIME.kdg) },
  { id: 'dsg_ekd-1', regime: 'dsg_ekd', texte: ERSTE(RECHTSREGIME.dsg_ekd) },
];

/** The newest shipped wording of a legal regime. */
export function vorlageFuer(regime: RegimeCode): { id: string; texte: Einwilligungstexte } {
  const vorlage = FASSUNGEN.findLast((fassung) => fassung.regime === regime);
  if (!vorlage) throw new Error(`keine Vorlage für ${regime}`);
  return vorlage;
}

/** The wording that a signed paper names; null for a version that was never shipped. */
export const vorlageMit = (id: string): Einwilligungstexte | null => FASSUNGEN.find((fassung) => fassung.id === id)?.texte ?? null;
