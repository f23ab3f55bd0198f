import { formatDatum, formatZeitpunkt } from '@kim/core/zeit.ts';
import type { Freigabe } from '@kim/domain/traeger/freigaben/data.server.ts';
import { FOLGE, FREIGABEART, FREIGABESTAND } from '@kim/domain/traeger/freigaben/labels.ts';
import { EINLOESEFRIST_TAGE } from '@kim/domain/traeger/freigaben/rules.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Karte } from '@kim/ui/anzeige/Karte.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { pfade } from '../paths.ts';
import { Formular, useFormular } from './Formular.tsx';

/** What is asked for, in one sentence. */
function Wunsch({ freigabe, ich }: { freigabe: Freigabe; ich: string }) {
  const { art, beantragtVonId, beantragtVon, betrifftId, betrifft, beguenstigtId, beguenstigt, von, bis, fallnummern, faelle } = freigabe;
  const wer = beantragtVonId === ich ? <>Sie möchten</> : <><bdi>{beantragtVon}</bdi> möchte</>;
  const empfaenger = beguenstigtId === beantragtVonId ? 'sich selbst' : <bdi>{beguenstigt}</bdi>;
  const betroffen = betrifftId === ich ? 'Ihnen' : <bdi>{betrifft}</bdi>;
  switch (art) {
    case 'vertretung':
      return <>{wer} {betrifftId === ich ? 'Sie' : <bdi>{betrifft}</bdi>} vom {datum(von)} bis zum {datum(bis)} durch {empfaenger} vertreten lassen.</>;
    case 'uebergabe':
      return <>{wer} {faelle.length === 1 ? '1 Fall' : `${faelle.length} Fälle`} von {betroffen} an {empfaenger} übergeben{fallnummern.length > 0 && `: ${kuerze(fallnummern)}`}.</>;
    case 'rolle_fachkraft':
      return <>{wer} die Rolle Fachkraft für {empfaenger}.</>;
    case 'zugang':
      return <>{wer} {betrifftId === ich ? 'Ihren Zugang' : <>den Zugang von <bdi>{betrifft}</bdi></>} neu einrichten.</>;
  }
}

const datum = (tag: string | null): string => (tag ? formatDatum(tag) : '');

const kuerze = (nummern: readonly string[]): string => (nummern.length <= 12 ? nummern.join(', ') : `${nummern.slice(0, 12).join(', ')} und ${nummern.length - 12} weitere`);

interface FreigabekarteProps {
  freigabe: Freigabe;
  ich: string;
  /** Show the buttons of the second person. */
  entscheiden?: boolean;
}

export function Freigabekarte({ freigabe, ich, entscheiden = false }: FreigabekarteProps) {
  const { id, art, betrifftId, stand, beantragtAm, entschiedenVon } = freigabe;
  const formular = useFormular(null);
  return (
    <Karte titel={FREIGABEART[art]} vorzeile={`Beantragt am ${formatZeitpunkt(new Date(beantragtAm))}`} betont={entscheiden}>
      <p><Wunsch freigabe={freigabe} ich={ich} /></p>
      {entscheiden && <p>{FOLGE[art]}</p>}
      {entscheiden && (
        <Formular formular={formular}>
          <input type="hidden" name="id" value={id} />
          <Knopfreihe>
            <Knopf name="antwort" value="ja">Zustimmen</Knopf>
            <Knopf art="sekundaer" name="antwort" value="nein">Ablehnen</Knopf>
          </Knopfreihe>
        </Formular>
      )}
      {!entscheiden && stand === 'offen' && <p>Wartet auf die zweite Person: die Leitung{art !== 'rolle_fachkraft' && <> oder <bdi>{freigabe.betrifft}</bdi></>}.</p>}
      {stand === 'zugestimmt' && art === 'zugang' && (
        <>
          <p><bdi>{entschiedenVon}</bdi> hat zugestimmt. Sie können innerhalb von {EINLOESEFRIST_TAGE} Tagen einmal einen Link erzeugen.</p>
          <p><Knopf href={pfade.verwaltungPerson(betrifftId)}>Link erzeugen</Knopf></p>
        </>
      )}
    </Karte>
  );
}

export function Freigabentabelle({ freigaben, ich }: { freigaben: readonly Freigabe[]; ich: string }) {
  return (
    <Tabelle
      beschriftung="Weitere und entschiedene Freigaben"
      beschriftungVerborgen
      zeilen={freigaben}
      schluessel={(freigabe) => freigabe.id}
      spalten={[
        { schluessel: 'was', titel: 'Was', kopf: true, zelle: (freigabe) => <Wunsch freigabe={freigabe} ich={ich} /> },
        { schluessel: 'am', titel: 'Beantragt', zelle: (freigabe) => formatZeitpunkt(new Date(freigabe.beantragtAm)) },
        { schluessel: 'stand', titel: 'Stand', zelle: (freigabe) => <Abzeichen art={freigabe.stand === 'abgelehnt' ? 'warnung' : 'neutral'}>{FREIGABESTAND[freigabe.stand]}</Abzeichen> },
        { schluessel: 'von', titel: 'Entschieden', zelle: ({ entschiedenVon, entschiedenAm }) => (entschiedenVon && entschiedenAm ? <><bdi>{entschiedenVon}</bdi>, {formatZeitpunkt(new Date(entschiedenAm))}</> : '') },
      ]}
    />
  );
}
