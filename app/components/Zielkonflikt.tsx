import { PRIORITAET, ZIELSTAND } from '@kim/domain/serviceplanung/labels.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { Konfliktansicht } from '@kim/ui/anzeige/Konfliktansicht.tsx';
import type { Zielfelder } from './Zielfelder.tsx';

interface ZielkonfliktProps extends Omit<Parameters<typeof Zielfelder>[0], 'formular'> {
  aktuell: Record<string, string>;
  werte: Record<string, string[]>;
}

/** Both versions of a goal, where they differ. */
export function Zielkonflikt({ aktuell, werte, leitziele, personen, bedarfe }: ZielkonfliktProps) {
  const aus = (paare: readonly [string, string][]) => Object.fromEntries(paare);
  const felder: [name: string, beschriftung: string, worte?: Readonly<Record<string, string>>][] = [
    ['text', 'Ziel'], ['woran', 'Woran merken Sie es'], ['ressource', 'Was hilft dabei'], ['bis', 'Bis'], ['prioritaet', 'Priorität', PRIORITAET], ['stand', 'Stand', ZIELSTAND],
    ['oberziel', 'Leitziel', aus(leitziele.map(({ id, text }) => [id, text]))], ['person', 'Wessen Ziel', aus(personen.map(({ id, name }) => [id, name]))],
    ['bedarf', 'Bedarf', aus(bedarfe.map(({ id, bereich }) => [id, BEDARFSBEREICHE[bereich]]))],
  ];
  const zeilen = felder.map(([name, beschriftung, worte]) => {
    const zeige = (wert: string) => worte?.[wert] ?? wert;
    return { beschriftung, ihre: zeige(werte[name]?.[0]?.trim() ?? ''), gespeicherte: zeige(aktuell[name] ?? '') };
  });
  return <Konfliktansicht felder={zeilen.filter(({ ihre, gespeicherte }) => ihre !== gespeicherte)} />;
}
