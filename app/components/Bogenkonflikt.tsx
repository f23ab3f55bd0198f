import { formatDatum, formatZeitpunkt } from '@kim/core/zeit.ts';
import type { Erstgespraech } from '@kim/domain/klaerung/erstgespraech/data.server.ts';
import { ERSTGESPRAECHSKANAL, FELDER, STUFE } from '@kim/domain/klaerung/erstgespraech/labels.ts';
import { SPRACHMITTLUNG } from '@kim/kreis/zugaenge.ts';
import { Konfliktansicht } from '@kim/ui/anzeige/Konfliktansicht.tsx';

/** The stored Bogen as its form shows it. */
export const alsBogenwerte = ({ am, kanal, ortId, sprachmittlung, bogen }: Erstgespraech): Record<string, string> =>
  ({ am: formatDatum(am), kanal, ort: ortId ?? '', sprachmittlung: sprachmittlung ?? '', ...bogen });

interface BogenkonfliktProps {
  konflikt: { aktuell: Erstgespraech; werte: Record<string, string[]> };
  orte: readonly { id: string; name: string }[];
}

/** Both versions of the Bogen, where they differ. */
export function Bogenkonflikt({ konflikt: { aktuell, werte }, orte }: BogenkonfliktProps) {
  const worte: Record<string, Readonly<Record<string, string>>> = { kanal: ERSTGESPRAECHSKANAL, sprachmittlung: SPRACHMITTLUNG, ort: Object.fromEntries(orte.map(({ id, name }) => [id, name])) };
  const gespeicherte = alsBogenwerte(aktuell);
  const rahmen = [['am', 'Tag des Gesprächs'], ['kanal', 'Wo fand es statt?'], ['ort', 'Ort'], ['sprachmittlung', 'Sprachmittlung']] as const;
  const felder = [
    ...rahmen.map(([name, beschriftung]) => ({ name, beschriftung, texte: worte[name] })),
    ...FELDER.map(({ name, beschriftung, art }) => ({ name, beschriftung, texte: art === 'stufe' ? STUFE : undefined })),
  ].map(({ name, beschriftung, texte }) => {
    const zeige = (wert: string) => (texte as Readonly<Record<string, string>> | undefined)?.[wert] ?? wert;
    return { beschriftung, ihre: zeige(werte[name]?.[0]?.trim() ?? ''), gespeicherte: zeige(gespeicherte[name] ?? '') };
  });
  return (
    <Konfliktansicht gespeichertVon={aktuell.gespeichertVon} gespeichertAm={formatZeitpunkt(new Date(aktuell.gespeichertAm))} felder={felder.filter(({ ihre, gespeicherte }) => ihre !== gespeicherte)} />
  );
}
