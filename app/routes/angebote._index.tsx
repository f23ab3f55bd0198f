import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { listAngebote } from '@kim/domain/angebote/data.server.ts';
import { FRISCHE } from '@kim/domain/angebote/labels.ts';
import { frische } from '@kim/domain/angebote/rules.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { RECHTSKREISE } from '@kim/kreis/rechtskreise.ts';
import { sprachname, SPRACHEN } from '@kim/kreis/sprachen.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Seitennavigation } from '@kim/ui/seite/Seitennavigation.tsx';
import { alsOptionen } from '../components/Anfragefelder.tsx';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Angebote · KIM Case Management' }];

const FILTER = ['q', 'bereich', 'kommune', 'rechtskreis', 'sprache', 'nach'] as const;
/** As long as the longest name; more finds nothing. */
const HOECHSTENS = 300;

export const loader = fuerFachkraft(async ({ akteur, url }) => {
  const filter = Object.fromEntries(FILTER.flatMap((name) => { const wert = url.searchParams.get(name)?.trim().slice(0, HOECHSTENS); return wert ? [[name, wert]] : []; })) as Partial<Record<(typeof FILTER)[number], string>>;
  return { ...(await listAngebote(akteur, filter)), filter, heute: heute() };
});

export default function Angebote() {
  const { angebote, kommunen, weiter, filter, heute: tag } = useLoaderData<typeof loader>();
  const { nach, ...gewaehlt } = filter;
  return (
    <>
      <Seitenkopf titel="Angebote" unterzeile="Stellen, an die vermittelt wird: von allen Trägern gemeinsam gepflegt, ohne Angaben zu Ratsuchenden" aktionen={<Knopf href={pfade.angebotNeu()} symbol="add">Angebot aufnehmen</Knopf>} />
      <Form method="get" action={pfade.angebote()} className="kim-stapel" key={JSON.stringify(filter)}>
        <Raster>
          <Textfeld name="q" beschriftung="Name oder Organisation" wert={filter.q ?? ''} autoComplete="off" />
          <Auswahl name="bereich" beschriftung="Bereich" wert={filter.bereich} leer="alle" optionen={alsOptionen(BEDARFSBEREICHE)} />
          <Auswahl name="kommune" beschriftung="Kommune" wert={filter.kommune} leer="alle" optionen={kommunen.map(({ id, name }) => ({ wert: id, text: name }))} />
          <Auswahl name="rechtskreis" beschriftung="Rechtskreis" wert={filter.rechtskreis} leer="alle" optionen={alsOptionen(RECHTSKREISE)} />
          <Auswahl name="sprache" beschriftung="Sprache" wert={filter.sprache} leer="alle" optionen={SPRACHEN.map(({ code, name }) => ({ wert: code, text: name }))} />
        </Raster>
        <Knopf art="sekundaer">Suchen</Knopf>
      </Form>
      <Tabelle
        beschriftung="Angebote nach Namen" beschriftungVerborgen zeilen={angebote} schluessel={({ id }) => id}
        leer={<LeererZustand titel="Kein Angebot gefunden">Vielleicht ist der Filter zu eng. Was fehlt, können Sie aufnehmen.</LeererZustand>}
        spalten={[
          { schluessel: 'name', titel: 'Name', kopf: true, zelle: ({ id, name, organisation, nurEigene, geschlossenAm }) => (
            <><Link href={pfade.angebot(id)}>{name}</Link> {nurEigene && <Abzeichen art="neutral">nur wir</Abzeichen>}{geschlossenAm && geschlossenAm <= tag && <> <Abzeichen art="fehler">geschlossen</Abzeichen></>}<br /><span className="kim-leise">{organisation}</span></>
          ) },
          { schluessel: 'bereiche', titel: 'Bereiche', zelle: ({ bereiche }) => bereiche.map((bereich) => BEDARFSBEREICHE[bereich]).join(', ') },
          { schluessel: 'gebiet', titel: 'Einzugsgebiet', zelle: ({ einzugsgebiet }) => einzugsgebiet.map((id) => kommunen.find((eine) => eine.id === id)?.name).join(', ') || 'ganzer Kreis' },
          { schluessel: 'sprachen', titel: 'Sprachen', zelle: ({ sprachen }) => sprachen.map((code) => sprachname(code)).join(', ') },
          { schluessel: 'stand', titel: 'Geprüft', zelle: ({ geprueftAm }) => { const wie = frische(geprueftAm, tag); return <>{geprueftAm && formatDatum(geprueftAm)} {wie !== 'frisch' && <Abzeichen art="warnung">{FRISCHE[wie]}</Abzeichen>}</>; } },
        ]}
      />
      <Seitennavigation angezeigt={angebote.length} einheit="Angebote" weiterHref={weiter ? pfade.angebote({ ...gewaehlt, nach: weiter }) : undefined} anfangHref={nach ? pfade.angebote(gewaehlt) : undefined} />
    </>
  );
}
