import type { Rolle } from '@kim/policies/rollen.ts';
import type { Navigationseintrag } from '@kim/ui/seite/Hauptnavigation.tsx';
import { pfade } from '../paths.ts';

interface Gruppe {
  rolle: Rolle;
  titel: string;
  eintraege: readonly Navigationseintrag[];
}

/** Which doors a role has. What no page serves yet has no entry. */
const GRUPPEN: readonly Gruppe[] = [
  {
    rolle: 'fachkraft',
    titel: 'Fallarbeit',
    eintraege: [
      { href: pfade.sprechstunde(), text: 'Sprechstunde' },
      { href: pfade.anfragen(), text: 'Anfragen' },
      { href: pfade.faelle(), text: 'Fälle' },
      { href: pfade.fallNeu(), text: 'Neuer Fall' },
      { href: pfade.angebote(), text: 'Angebote' },
      { href: pfade.vertretung(), text: 'Meine Vertretung' },
    ],
  },
  {
    rolle: 'leitung',
    titel: 'Leitung',
    eintraege: [
      { href: pfade.leitung(), text: 'Kennzahlen' },
      { href: pfade.leitungStellen(), text: 'Stellen und Auslastung' },
    ],
  },
  {
    rolle: 'traegeradministration',
    titel: 'Verwaltung',
    eintraege: [
      { href: pfade.verwaltungPersonal(), text: 'Personal' },
      { href: pfade.verwaltungStellen(), text: 'Stellen' },
      { href: pfade.verwaltungDienstorte(), text: 'Dienstorte' },
      { href: pfade.verwaltungDatenschutz(), text: 'Datenschutz' },
      { href: pfade.verwaltungProtokoll(), text: 'Protokoll' },
    ],
  },
  {
    rolle: 'koordination',
    titel: 'Koordination',
    eintraege: [
      { href: pfade.koordination(), text: 'Lagebild' },
      { href: pfade.koordinationTabellen(), text: 'Tabellen' },
      { href: pfade.koordinationVeroeffentlichungen(), text: 'Veröffentlichungen' },
      { href: pfade.koordinationKataloge(), text: 'Kataloge' },
      { href: pfade.koordinationKonten(), text: 'Konten' },
    ],
  },
];

export function navigationFuer(rollen: readonly Rolle[], pfad: string) {
  const gruppen = GRUPPEN.filter((gruppe) => rollen.includes(gruppe.rolle));
  const zweitePerson = rollen.some((rolle) => rolle !== 'koordination');
  const eintraege: Navigationseintrag[] = [
    { href: pfade.start(), text: 'Start' },
    ...(zweitePerson ? [{ href: pfade.freigaben(), text: 'Freigaben' }, { href: pfade.meinProtokoll(), text: 'Mein Protokoll' }] : []),
  ];
  const aktiv = aktiverEintrag([...eintraege, ...gruppen.flatMap((gruppe) => gruppe.eintraege)], pfad);
  const markiere = (liste: readonly Navigationseintrag[]) => liste.map((eintrag) => ({ ...eintrag, aktiv: eintrag.href === aktiv }));
  return {
    eintraege: markiere(eintraege),
    gruppen: gruppen.map((gruppe) => ({ titel: gruppe.titel, eintraege: markiere(gruppe.eintraege) })),
  };
}

/** The longest entry that the address begins with. */
function aktiverEintrag(eintraege: readonly Navigationseintrag[], pfad: string): string | undefined {
  return eintraege
    .map((eintrag) => eintrag.href)
    .filter((href) => href === pfad || (href !== '/' && pfad.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0];
}
