import { formatDatum } from '@kim/core/zeit.ts';
import type { Statusangabe } from '@kim/domain/statusangaben/data.server.ts';
import { FRISTHINWEIS, FRISTLAGE, STATUSART, statustext } from '@kim/domain/statusangaben/labels.ts';
import { fristlage } from '@kim/domain/statusangaben/rules.ts';
import { statusregel } from '@kim/kreis/aufenthaltsstatus.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Zeitleiste } from '@kim/ui/anzeige/Zeitleiste.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';

const ART = { abgelaufen: 'fehler', laeuft_ab: 'warnung', laeuft: 'neutral' } as const;

interface StatuszeitleisteProps {
  angaben: readonly Statusangabe[];
  heute: string;
  /** Address on which an entry is corrected. */
  korrektur: (id: string) => string;
}

/** Residence status and benefits as they followed each other, newest first. */
export function Statuszeitleiste({ angaben, heute, korrektur }: StatuszeitleisteProps) {
  if (angaben.length === 0) {
    return <LeererZustand titel="Noch keine Angabe">Hier stehen Aufenthaltsstatus und Leistungsbezüge mit Beginn und Frist. Ein Wechsel ändert nichts an der Zuständigkeit und beendet keinen Fall.</LeererZustand>;
  }
  return (
    <Zeitleiste
      beschriftung="Aufenthalt und Leistungen, neueste zuerst"
      eintraege={angaben.map((angabe) => ({
        schluessel: angabe.id,
        zeit: `seit ${formatDatum(angabe.von)}${angabe.bis ? `, Frist ${formatDatum(angabe.bis)}` : ''}`,
        zeitIso: angabe.von,
        titel: `${STATUSART[angabe.art]}: ${statustext(angabe.code)}`,
        zusatz: (
          <>
            <Frist angabe={angabe} heute={heute} />
            <Link href={korrektur(angabe.id)} aria-label={`Korrigieren: ${statustext(angabe.code)}, seit ${formatDatum(angabe.von)}`}>Korrigieren</Link>
          </>
        ),
        inhalt: <Inhalt angabe={angabe} heute={heute} />,
      }))}
    />
  );
}

function Frist({ angabe: { bis }, heute }: { angabe: Statusangabe; heute: string }) {
  const lage = fristlage(bis, heute);
  return lage && <Abzeichen art={ART[lage]}>{FRISTLAGE[lage]}</Abzeichen>;
}

function Inhalt({ angabe, heute }: { angabe: Statusangabe; heute: string }) {
  const regel = angabe.art === 'aufenthalt' ? statusregel(angabe.code) : null;
  const lage = fristlage(angabe.bis, heute);
  return (
    <>
      {regel?.dokument && <p>Dokument: {regel.dokument}{angabe.dokumentnummer && <>, Nummer <bdi>{angabe.dokumentnummer}</bdi></>}</p>}
      {!regel?.dokument && angabe.dokumentnummer && <p>Nummer <bdi>{angabe.dokumentnummer}</bdi></p>}
      {angabe.notiz && <Freitext>{angabe.notiz}</Freitext>}
      {regel && <p className="kim-leise">Arbeit (allgemeine Information): {regel.arbeit}</p>}
      {regel?.hinweis && <p>{regel.hinweis}</p>}
      {(lage === 'abgelaufen' || lage === 'laeuft_ab') && <p>{FRISTHINWEIS[angabe.art]}</p>}
      <p className="kim-leise">{angabe.erfasstVon}</p>
    </>
  );
}
