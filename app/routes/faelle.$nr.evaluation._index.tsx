import { Form, useLoaderData, useParams } from '@remix-run/react';
import { formatDatum } from '@kim/core/zeit.ts';
import { felderVon } from '@kim/domain/boegen/schema.ts';
import { getEvaluation } from '@kim/domain/evaluationen/data.server.ts';
import { EVALUATIONSBOGEN, EVALUATIONSSICHT, GRADE } from '@kim/domain/evaluationen/labels.ts';
import { EVALUATIONSSICHTEN } from '@kim/domain/evaluationen/schema.ts';
import type { Evaluationssicht } from '@kim/domain/evaluationen/schema.ts';
import { RAHMENTEXTE } from '@kim/kreis/dokumentsprachen.ts';
import { sprachname } from '@kim/kreis/sprachen.ts';
import { Beschreibungsliste } from '@kim/ui/anzeige/Beschreibungsliste.tsx';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { dokumentsprache } from '../http/dokumentsprache.server.ts';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params, url }) => {
  const nr = nummerAus(params);
  const { hauptperson, ...lage } = oder404(await getEvaluation(akteur, nr));
  return { ...lage, sprache: await dokumentsprache(akteur, nr, hauptperson, url) };
});

type Lage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Evaluationsseite() {
  const lage = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const { evaluationen, klasse, nurLesen } = lage;
  const beide = EVALUATIONSSICHTEN.every((sicht) => evaluationen[sicht]);
  return (
    <>
      {klasse !== 'case_management' && <LeererZustand titel="Kein Case Management">Ausgewertet wird ein Case Management. Darüber entscheiden Sie in der Klärung.</LeererZustand>}
      {(evaluationen.ratsuchende ?? evaluationen.fachkraft) && <Vergleich lage={lage} />}
      {EVALUATIONSSICHTEN.map((sicht) => <Sicht key={sicht} nr={nr} sicht={sicht} lage={lage} />)}
      {beide && !nurLesen && <p>Beide Bögen liegen vor. Das Case Management endet auf der Seite „Fall beenden“.</p>}
      {beide && !nurLesen && <Knopfreihe><Knopf href={pfade.fallAbschluss(nr)}>Fall beenden</Knopf></Knopfreihe>}
    </>
  );
}

/** The three steps of both, side by side. */
function Vergleich({ lage: { evaluationen } }: { lage: Lage }) {
  const grad = (sicht: Evaluationssicht, name: (typeof GRADE)[number]) => {
    const feld = felderVon(EVALUATIONSBOGEN[sicht]).find((eines) => eines.name === name);
    const wert = evaluationen[sicht]?.[name];
    return (feld && 'worte' in feld && wert && feld.worte[wert]) || 'keine Angabe';
  };
  const fragen = { zielerreichung: 'Ziele erreicht', zufriedenheit: 'Zufrieden', selbststaendigkeit: 'Regelt mehr allein' };
  return (
    <Abschnitt titel="Evaluation">
      <Tabelle
        beschriftung="Beide Sichten" beschriftungVerborgen zeilen={GRADE} schluessel={(name) => name}
        spalten={[
          { schluessel: 'frage', titel: 'Frage', kopf: true, zelle: (name) => fragen[name] },
          { schluessel: 'ratsuchende', titel: 'Person', zelle: (name) => grad('ratsuchende', name) },
          { schluessel: 'fachkraft', titel: 'Fachkraft', zelle: (name) => grad('fachkraft', name) },
        ]}
      />
    </Abschnitt>
  );
}

function Sicht({ nr, sicht, lage: { evaluationen, nurLesen, sprache } }: { nr: string; sicht: Evaluationssicht; lage: Lage }) {
  const eine = evaluationen[sicht];
  const worte = felderVon(EVALUATIONSBOGEN[sicht]).filter(({ art }) => art === 'lang');
  return (
    <Abschnitt titel={EVALUATIONSSICHT[sicht]}>
      {eine && <p className="kim-leise">{`${formatDatum(eine.am)}, erfasst von ${eine.gespeichertVon}`}</p>}
      {eine && <Beschreibungsliste gestapelt eintraege={worte.map(({ name, beschriftung }) => ({ begriff: beschriftung, inhalt: eine.bogen[name] && <Freitext>{eine.bogen[name]}</Freitext> }))} />}
      {!eine && <p>{sicht === 'ratsuchende' ? 'Noch nicht ausgefüllt. Die Person füllt den Bogen selbst aus, auf Papier oder an diesem Bildschirm.' : 'Noch nicht ausgefüllt.'}</p>}
      {!nurLesen && sicht === 'ratsuchende' && <Uebergabe nr={nr} sprache={sprache} nochmals={eine !== undefined} />}
      <Knopfreihe>
        {!nurLesen && <Knopf art={sicht === 'fachkraft' && !eine ? 'primaer' : 'sekundaer'} href={pfade.fallEvaluationsbogen(nr, sicht)}>{sicht === 'ratsuchende' ? 'Vom Papier übertragen' : 'Eigenen Bogen ausfüllen'}</Knopf>}
        {sicht === 'ratsuchende' && <Knopf art="sekundaer" href={pfade.fallEvaluationsdruck(nr, { sprache })}>Leeren Bogen drucken</Knopf>}
      </Knopfreihe>
    </Abschnitt>
  );
}

/** By a whole new document: nothing of this page stays behind the one that is handed over. */
function Uebergabe({ nr, sprache, nochmals }: { nr: string; sprache: string; nochmals: boolean }) {
  return (
    <Form method="get" action={pfade.fallEvaluationUebergabe(nr)} reloadDocument className="kim-stapel">
      <Auswahl name="sprache" beschriftung="Sprache der Person" wert={sprache} breite="mittel" optionen={RAHMENTEXTE.map(({ code }) => ({ wert: code, text: sprachname(code) }))} />
      <p className="kim-leise">Die Person sieht dann nur ihren Bogen. Nach dem Absenden und beim Verlassen der Seite ist der Bildschirm gesperrt; Sie öffnen ihn mit Ihrem Passwort.</p>
      <Knopf art={nochmals ? 'sekundaer' : 'primaer'}>Bildschirm übergeben</Knopf>
    </Form>
  );
}
