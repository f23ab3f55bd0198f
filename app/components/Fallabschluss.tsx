import { formatDatum } from '@kim/core/zeit.ts';
import type { Klasse } from '@kim/domain/faelle/schema.ts';
import type { Fallabschluss } from '@kim/domain/fallabschluesse/data.server.ts';
import { ABSCHLUSSGRUND, DURCH, ERGEBNIS, FRISTBEGINN, WIEDERAUFNAHMEGRUND } from '@kim/domain/fallabschluesse/labels.ts';
import { endetFrueh, gruendeFuer } from '@kim/domain/fallabschluesse/rules.ts';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Zeitleiste } from '@kim/ui/anzeige/Zeitleiste.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { pfade } from '../paths.ts';
import { Aufbewahrung } from './Aufbewahrung.tsx';
import { Formular, useFormular } from './Formular.tsx';

/** Choices out of a table of codes and their words. */
const optionen = (texte: Readonly<Record<string, string>>) => Object.entries(texte).map(([wert, text]) => ({ wert, text }));

interface Gemeinsames {
  antwort: unknown;
  /** Why the asking person may not. */
  gesperrtWeil: string | undefined;
}

interface AbschlussProps extends Gemeinsames {
  nr: string;
  klasse: Klasse;
  heute: string;
  fruehestens: string;
  /** Reason that is chosen already. */
  grund: string | undefined;
  /** Consultations so far. */
  beratungen: number;
  widerrufErfasst: boolean;
}

export function Abschlussformular({ antwort, nr, klasse, heute, fruehestens, grund, beratungen, widerrufErfasst, gesperrtWeil }: AbschlussProps) {
  const formular = useFormular(antwort, { am: heute, grund }, 'beenden');
  const gruende = gruendeFuer(klasse).map((wert) => ({ wert, text: ABSCHLUSSGRUND[wert].text, hinweis: ABSCHLUSSGRUND[wert].folge }));
  return (
    <Abschnitt titel="Fall beenden">
      <Meldung art="info" titel="Kein Grund für ein Ende">
        <p>Ein Wechsel des Leistungsbezugs, des Alters oder des Aufenthaltsstatus beendet keinen Fall (Kapitel 5). Die Zuständigkeit bleibt.</p>
      </Meldung>
      {endetFrueh(klasse, beratungen) && (
        <Meldung art="info" titel="Noch keine zwei Beratungen">
          <p>Für eine Kurzberatung sind zwei Beratungen der Mindeststandard, bisher ist {beratungen === 0 ? 'keine' : 'eine'} erfasst. Das ist ein Hinweis: Beenden können Sie den Fall trotzdem.</p>
        </Meldung>
      )}
      <Formular formular={formular} aktion="beenden">
        <Optionsgruppe {...formular.feld('grund')} beschriftung="Grund" hinweis={FRISTBEGINN} optionen={gruende} erforderlich />
        {!widerrufErfasst && <Widerrufshinweis nr={nr} />}
        <Optionsgruppe {...formular.feld('durch')} beschriftung="Von wem ging das Ende aus?" optionen={optionen(DURCH)} erforderlich />
        {klasse !== 'case_management' && (
          <Auswahl {...formular.feld('ergebnis')} beschriftung="Was wurde aus der Beratung?" hinweis="Eine Kurzberatung endet mit einem Ergebnis; manche Gründe sagen es schon selbst." leer="ergibt sich aus dem Grund" optionen={optionen(ERGEBNIS)} />
        )}
        <Datumsfeld {...formular.feld('am')} beschriftung="Beendet am" hinweis={`TT.MM.JJJJ, frühestens ${formatDatum(fruehestens)}`} erforderlich />
        <Textbereich {...formular.feld('notiz')} beschriftung="Notiz" hinweis="Wird verschlüsselt gespeichert." zeilen={3} />
        <Knopf gesperrtWeil={gesperrtWeil}>Fall beenden</Knopf>
      </Formular>
    </Abschnitt>
  );
}

/** An ending alone revokes nothing: what was agreed to goes on standing as given. */
function Widerrufshinweis({ nr }: { nr: string }) {
  return <p className="kim-leise">In diesem Fall ist kein Widerruf festgehalten. Hat die Person widerrufen, halten Sie es auch bei den <Link href={pfade.fallEinwilligungen(nr)}>Einwilligungen</Link> fest; sonst stehen sie dort weiter als erteilt.</p>;
}

interface WiederaufnahmeProps extends Gemeinsames {
  nr: string;
  klasse: Klasse;
  beendetAm: string;
  gestopptAm: string | null;
  widerrufErfasst: boolean;
}

export function Wiederaufnahmeformular({ antwort, nr, klasse, beendetAm, gestopptAm, widerrufErfasst, gesperrtWeil }: WiederaufnahmeProps) {
  const formular = useFormular(antwort, {}, 'wiederaufnahme');
  const grund = gestopptAm ? `Die Einwilligung ist seit dem ${formatDatum(gestopptAm)} widerrufen.` : gesperrtWeil;
  return (
    <Abschnitt titel="Fall wiederaufnehmen">
      <p>Der Fall ist seit dem {formatDatum(beendetAm)} beendet. <Aufbewahrung klasse={klasse} lage={{ beendetAm, gestopptAm }} /></p>
      {gestopptAm && !widerrufErfasst && <Widerrufshinweis nr={nr} />}
      <p>Eine Kurzberatung beginnt wieder mit der Klärung, ein Case Management geht weiter, wo es stand.</p>
      <Formular formular={formular} aktion="wiederaufnahme">
        <Optionsgruppe {...formular.feld('wiederaufnahmegrund')} beschriftung="Warum geht es weiter?" optionen={optionen(WIEDERAUFNAHMEGRUND)} erforderlich />
        <Knopf gesperrtWeil={grund}>Fall wiederaufnehmen</Knopf>
      </Formular>
    </Abschnitt>
  );
}

interface AbschlusslisteProps {
  abschluesse: readonly Fallabschluss[];
  wiederaufnahmen: readonly { am: string; grund: keyof typeof WIEDERAUFNAHMEGRUND }[];
}

export function Abschlussliste({ abschluesse, wiederaufnahmen }: AbschlusslisteProps) {
  if (abschluesse.length === 0) return null;
  return (
    <Abschnitt titel="Bisherige Enden">
      <Zeitleiste
        beschriftung="Enden des Falls, das neueste zuerst"
        eintraege={abschluesse.map(({ id, am, grund, durch, ergebnis, notiz, erfasstVon }) => ({
          schluessel: id, zeit: formatDatum(am), zeitIso: am, titel: ABSCHLUSSGRUND[grund].text,
          inhalt: (
            <>
              <p>Ausgegangen von: {DURCH[durch]}{ergebnis && `; Ergebnis: ${ERGEBNIS[ergebnis]}`}</p>
              {notiz && <Freitext>{notiz}</Freitext>}
              <p className="kim-leise">{erfasstVon}</p>
            </>
          ),
        }))}
      />
      {wiederaufnahmen.map(({ am, grund }) => <p key={`${am}-${grund}`} className="kim-leise">Wiederaufgenommen am {formatDatum(am)}: {WIEDERAUFNAHMEGRUND[grund]}</p>)}
    </Abschnitt>
  );
}
