import { formatZahl } from '@kim/core/zahl.ts';
import { formatDatum } from '@kim/core/zeit.ts';
import type { Aufgabe } from '@kim/domain/arbeitsvorrat/aufgaben/data.server.ts';
import type { MeinTag } from '@kim/domain/arbeitsvorrat/data.server.ts';
import { AUFGABENARTEN, beurteile } from '@kim/domain/arbeitsvorrat/rules.ts';
import type { Aufgabenart } from '@kim/domain/arbeitsvorrat/rules.ts';
import { EINORDNUNG, formatVzae } from '@kim/domain/traeger/stellen/labels.ts';
import { QUOTE } from '@kim/domain/traeger/stellen/rules.ts';
import { Kennzahl } from '@kim/ui/anzeige/Kennzahl.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Name } from '@kim/ui/anzeige/Name.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { pfade } from '../paths.ts';
import { Erledigt } from './Erledigt.tsx';
import { Faelligkeit } from './Faelligkeit.tsx';
import { nenneAufgabe } from './nenneAufgabe.ts';
import { Wartende } from './Wartende.tsx';

const TITEL: Record<Aufgabenart, string> = {
  wiedervorlage: 'Wiedervorlagen',
  gestoppt: 'Einwilligung widerrufen',
  frist: 'Fristen von Aufenthalt und Leistungen',
  einwilligung: 'Einwilligungen, die ablaufen',
  pruefung: 'Vermittlungen prüfen',
  zielfrist: 'Fristen im Serviceplan',
  neupruefung: 'Kriterien neu ansehen',
  unterlagen: 'Case Management ohne vollständige Unterlagen',
  ohne_kontakt: 'Lange kein Kontakt',
};

/** Where the order is not that of due days. */
const REIHENFOLGE: Partial<Record<Aufgabenart, string>> = {
  gestoppt: 'Am längsten widerrufen zuerst', neupruefung: 'Älteste Fälle zuerst', unterlagen: 'Älteste Fälle zuerst', ohne_kontakt: 'Am längsten zurück zuerst',
};

/** What is due in one's own cases, by kind; a kind without anything due is not there. */
export function Arbeitstag({ tag }: { tag: MeinTag }) {
  const arten = AUFGABENARTEN.filter((art) => tag.aufgaben.some((aufgabe) => aufgabe.art === art));
  return (
    <>
      <Wartende tag={tag} />
      {arten.length + tag.erstgespraeche.length === 0 && <LeererZustand titel="Heute ist nichts fällig">Wiedervorlagen, Fristen und fehlende Unterlagen Ihrer Fälle erscheinen hier von selbst.</LeererZustand>}
      {arten.map((art) => <Aufgaben key={art} art={art} aufgaben={tag.aufgaben.filter((aufgabe) => aufgabe.art === art)} heute={tag.stichtag} />)}
      <Auslastung tag={tag} />
    </>
  );
}

function Aufgaben({ art, aufgaben, heute }: { art: Aufgabenart; aufgaben: readonly Aufgabe[]; heute: string }) {
  return (
    <Abschnitt titel={TITEL[art]}>
      <Tabelle
        beschriftung={REIHENFOLGE[art] ?? 'Dringendste zuerst'}
        zeilen={aufgaben}
        schluessel={(aufgabe) => aufgabe.id}
        spalten={[
          { schluessel: 'name', titel: 'Person', kopf: true, zelle: ({ fallnummer, name }) => <><Link href={pfade.fall(fallnummer)}><Name voll={name} /></Link> <span className="kim-leise">{fallnummer}</span></> },
          { schluessel: 'was', titel: 'Was', zelle: (aufgabe) => nenneAufgabe(aufgabe) },
          { schluessel: 'tag', titel: 'Wann', zelle: (aufgabe) => <Wann aufgabe={aufgabe} heute={heute} /> },
          { schluessel: 'tun', titel: 'Tun', zelle: (aufgabe) => <Tun aufgabe={aufgabe} /> },
        ]}
      />
    </Abschnitt>
  );
}

function Wann({ aufgabe: { art, tag }, heute }: { aufgabe: Aufgabe; heute: string }) {
  if (!tag) return <>–</>;
  if (art === 'ohne_kontakt') return <>zuletzt {formatDatum(tag)}</>;
  if (art === 'gestoppt') return <>seit {formatDatum(tag)}</>;
  return <Faelligkeit tag={tag} heute={heute} />;
}

/** What the line is about first, then the quick entry of a Kontakt; nothing is recorded in a stopped case. */
function Tun({ aufgabe }: { aufgabe: Aufgabe }) {
  const { art, id, fallnummer, text, gestoppt } = aufgabe;
  return (
    <Knopfreihe>
      {art === 'wiedervorlage' ? <Erledigt id={id} was={text} nr={fallnummer} /> : zieleVon(aufgabe).map(({ ziel, was }) => <Link key={ziel} href={ziel} aria-label={`${was}: ${fallnummer}`}>{was}</Link>)}
      {!gestoppt && <Link href={pfade.fallKontaktNeu(fallnummer)} aria-label={`Kontakt erfassen in ${fallnummer}`}>Kontakt</Link>}
    </Knopfreihe>
  );
}

function zieleVon({ art, id, fallnummer: nr, text }: Aufgabe): { ziel: string; was: string }[] {
  switch (art) {
    case 'gestoppt':
      return [{ ziel: pfade.fallAbschluss(nr), was: 'Fall beenden' }, { ziel: pfade.fallEinwilligungen(nr), was: 'Neue Vereinbarung' }];
    case 'frist':
      return [{ ziel: pfade.fallPersonen(nr), was: 'Ansehen' }];
    case 'pruefung':
      return [{ ziel: pfade.fallMonitoring(nr), was: 'Prüfen' }];
    case 'zielfrist':
      return [{ ziel: pfade.fallZiel(nr, id), was: 'Ziel ansehen' }];
    case 'neupruefung':
      return [{ ziel: pfade.fallKriterien(nr), was: 'Kriterien prüfen' }];
    case 'unterlagen':
      return [{ ziel: text === 'erstgespraechsbogen' ? pfade.fallErstgespraech(nr) : pfade.fallEinwilligungen(nr), was: 'Ansehen' }];
    case 'einwilligung':
      return [{ ziel: pfade.fallEinwilligungen(nr), was: 'Ansehen' }];
    case 'wiedervorlage':
    case 'ohne_kontakt':
      return [];
  }
}

/** One's own load with unit, base and cut-off (R120, R121); nobody else sees it. */
function Auslastung({ tag: { last, stichtag } }: { tag: MeinTag }) {
  const { faelle, band, einordnung, quote, unterQuote } = beurteile(last);
  const soll = last.angepasst !== null ? `vereinbart: höchstens ${formatZahl(last.angepasst)} Fälle` : band ? `Richtwert für ${formatVzae(last.vzae)} VZÄ: ${formatZahl(band.von)} bis ${formatZahl(band.bis)} Fälle` : 'keine Stelle besetzt';
  return (
    <Abschnitt titel="Meine laufenden Fälle">
      <Raster spalten="schmal">
        <Kennzahl wert={formatZahl(faelle)} beschriftung="Fälle zusammen" zusatz={`${soll}${einordnung ? ` (${EINORDNUNG[einordnung]})` : ''}`} />
        <Kennzahl wert={formatZahl(last.caseManagement)} beschriftung="davon Case Management" zusatz={`${formatZahl(last.kurzberatung)} Kurzberatungen`} />
        <Kennzahl wert={quote === null ? '–' : `${formatZahl(quote, 1)} %`} beschriftung="Anteil Case Management" zusatz={`Ziel mindestens ${QUOTE.von} bis ${QUOTE.bis} %${unterQuote ? ', derzeit darunter' : ''}`} />
      </Raster>
      <p className="kim-leise">Stichtag {formatDatum(stichtag)}. Einheit: laufende Fälle, für die Sie zuständig sind, ohne Verweise. Basis des Anteils sind Kurzberatungen und Case Management zusammen. Nur Sie sehen diese Zahlen.</p>
    </Abschnitt>
  );
}
