import { data, redirectDocument } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { getEvaluation } from '@kim/domain/evaluationen/data.server.ts';
import { personenbogen } from '@kim/domain/evaluationen/labels.ts';
import { saveEvaluation } from '@kim/domain/evaluationen/mutations.server.ts';
import { evaluation } from '@kim/domain/evaluationen/schema.ts';
import { rahmentexteIn } from '@kim/kreis/dokumentsprachen.ts';
import { evaluationstexteIn } from '@kim/kreis/evaluationstexte.ts';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Bogenfelder } from '../components/Bogenfelder.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { BOGENGRUND, evaluationAlsBogen } from '../http/bogen.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { sperreSitzung, uebergib } from '../http/uebergabe.server.ts';
import { pfade } from '../paths.ts';

/** Nothing of the case, not even its number: the client's neighbour may see the screen. */
export const meta: MetaFunction = () => [{ title: 'KIM' }];

/** No header, no navigation, no footer. */
export const handle = { nackt: true };

const spracheIn = (url: URL): string => rahmentexteIn(url.searchParams.get('sprache'))?.code ?? 'deu';

/** From here on this browser shows this page or the lock. */
export const loader = fuerFachkraft(async ({ akteur, request, params, url }) => {
  const nr = nummerAus(params);
  const { evaluationen, nurLesen } = oder404(await getEvaluation(akteur, nr));
  const eine = evaluationen.ratsuchende;
  return data({ sprache: spracheIn(url), nurLesen, version: eine?.version ?? 0, werte: eine ? evaluationAlsBogen(eine).werte : {} }, nurLesen ? {} : { headers: { 'Set-Cookie': uebergib(request) } });
});

export const action = fuerFachkraft(async ({ akteur, request, params, url }) => {
  const nr = nummerAus(params);
  const sprache = spracheIn(url);
  const { werte } = await leseFormular(request);
  const gelesen = pruefe(evaluation('ratsuchende'), { ...werte, am: [formatDatum(heute())] });
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await saveEvaluation(akteur, nr, 'ratsuchende', gelesen.eingabe);
  if (ergebnis.ok) {
    await sperreSitzung(request);
    throw redirectDocument(pfade.danke({ sprache, ziel: pfade.fallEvaluation(nr) }));
  }
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  const grund = ergebnis.grund === 'konflikt' ? (evaluationstexteIn(sprache)?.nochmals ?? '') : BOGENGRUND[ergebnis.grund];
  return abgelehnt(werte, { '': grund }, 409);
});

export default function Uebergabe() {
  const { sprache, version, werte, nurLesen } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const formular = useFormular(useActionData<typeof action>(), werte);
  const texte = evaluationstexteIn(sprache)!;
  const { lang, rechtsLaeufig } = rahmentexteIn(sprache)!;
  if (nurLesen) return <LeererZustand titel="Hier wird nichts ausgefüllt"><Link href={pfade.fallEvaluation(nr)}>Zurück zur Evaluation</Link></LeererZustand>;
  return (
    <div className="kim-stapel" lang={lang} dir={rechtsLaeufig ? 'rtl' : 'ltr'}>
      <h1 className="kern-heading-medium">{texte.titel}</h1>
      <p>{texte.erklaerung}</p>
      <Formular formular={formular}>
        <input type="hidden" name="version" value={version} />
        <Bogenfelder formular={formular} tafel={personenbogen(texte)} ebene={2} />
        <Knopf>{texte.senden}</Knopf>
      </Formular>
    </div>
  );
}
