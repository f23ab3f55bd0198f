import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { listWiedervorlagen } from '@kim/domain/arbeitsvorrat/data.server.ts';
import { getAssessments } from '@kim/domain/assessments/data.server.ts';
import { getBedarfe } from '@kim/domain/bedarfe/data.server.ts';
import { listDokumente } from '@kim/domain/dokumente/data.server.ts';
import { getEinwilligungsakte } from '@kim/domain/einwilligungen/data.server.ts';
import { getEvaluation } from '@kim/domain/evaluationen/data.server.ts';
import { getAbschluss } from '@kim/domain/fallabschluesse/data.server.ts';
import { getGrenzaufgaben } from '@kim/domain/grenzaufgaben/data.server.ts';
import { getInstrumente } from '@kim/domain/instrumente/data.server.ts';
import { getNaechstes } from '@kim/domain/klaerung/data.server.ts';
import { getMonitoring } from '@kim/domain/monitoring/data.server.ts';
import { getPhasen } from '@kim/domain/phasen/data.server.ts';
import { listPersonen } from '@kim/domain/ratsuchende/data.server.ts';
import { getSchutzbereich } from '@kim/domain/schutzbereich/data.server.ts';
import { getPlanblatt, getServiceplanung } from '@kim/domain/serviceplanung/data.server.ts';
import { getLinking } from '@kim/domain/vermittlungen/data.server.ts';
import { getZustaendigkeit } from '@kim/domain/zustaendigkeiten/data.server.ts';

/** A page of a case: its address below the case, and what its loader asks; the head of every case page is counted apart. */
export interface Fallseite {
  pfad: string;
  lies: (akteur: TraegerAkteur, nr: string) => Promise<unknown>;
}

export const FALLSEITEN: readonly Fallseite[] = [
  { pfad: '', lies: getNaechstes },
  { pfad: '/phase', lies: getPhasen },
  { pfad: '/assessment', lies: getAssessments },
  { pfad: '/instrumente', lies: getInstrumente },
  { pfad: '/serviceplanung', lies: getServiceplanung },
  { pfad: '/serviceplanung/druck', lies: (akteur, nr) => getPlanblatt(akteur, nr, null) },
  { pfad: '/linking', lies: getLinking },
  { pfad: '/monitoring', lies: getMonitoring },
  { pfad: '/evaluation', lies: getEvaluation },
  { pfad: '/bedarfe', lies: getBedarfe },
  { pfad: '/grenzaufgaben', lies: (akteur, nr) => getGrenzaufgaben(akteur, nr, 'antrag') },
  { pfad: '/schritte', lies: listWiedervorlagen },
  { pfad: '/personen', lies: listPersonen },
  { pfad: '/einwilligungen', lies: getEinwilligungsakte },
  { pfad: '/dokumente', lies: listDokumente },
  { pfad: '/schutzbereich', lies: getSchutzbereich },
  { pfad: '/zustaendigkeit', lies: getZustaendigkeit },
  { pfad: '/abschluss', lies: getAbschluss },
];

/** Statements that a page of a case may send: a fixed, small number, whatever the case holds. */
export const HOECHSTENS_ANWEISUNGEN = 12;
