type Traegerrolle = 'fachkraft' | 'leitung' | 'traegeradministration';

/** Fictitious staff of the demo. Production refuses these accounts (D6). */

export interface DemoKonto {
  email: string;
  name: string;
  /** Short name of the Träger, or „Koordination“. */
  traeger: string;
  kennung: string | null;
  aufgabe: string;
  rollen: readonly (Traegerrolle | 'koordination')[];
  /** Filled share by name of the post, VZÄ × 100. */
  besetzung: Readonly<Record<string, number>>;
}

export const DEMO_PASSWORT = 'Willkommen im Kreis 2026';

const AUFGABE = { fachkraft: 'Fachkraft', leitung: 'Leitung', traegeradministration: 'Administration', koordination: 'Koordination' } as const;

function konto(kennung: string, traeger: string, name: string, rolle: keyof typeof AUFGABE, besetzung: Record<string, number> = {}): DemoKonto {
  const kurz = name.toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss').replace(/ı/g, 'i').normalize('NFKD').replace(/\p{M}/gu, '');
  return {
    email: `${kurz.replace(/[^a-z]+/g, '.')}@${kennung.toLowerCase()}.example`,
    name,
    traeger,
    kennung: rolle === 'koordination' ? null : kennung,
    aufgabe: AUFGABE[rolle],
    rollen: [rolle],
    besetzung,
  };
}

export const DEMO_KONTEN: readonly DemoKonto[] = [
  konto('RBK', 'Kreis (KI)', 'Judith Hartmann', 'fachkraft', { 'Region Nord': 100 }),
  konto('RBK', 'Kreis (KI)', 'Elif Yıldız', 'fachkraft', { 'Region Mitte': 100 }),
  konto('RBK', 'Kreis (KI)', 'Sabine Krämer', 'fachkraft', { 'Region Mitte': 50 }),
  konto('RBK', 'Kreis (KI)', 'Nadja Petrović', 'fachkraft', { 'Region Süd': 50 }),
  konto('RBK', 'Kreis (KI)', 'Thomas Engels', 'leitung'),
  konto('RBK', 'Kreis (KI)', 'Petra Linden', 'traegeradministration'),
  konto('BGL', 'Bergisch Gladbach', 'Carla Weingarten', 'fachkraft', { 'Case Management Bergisch Gladbach': 77 }),
  konto('BGL', 'Bergisch Gladbach', 'Uwe Stommel', 'leitung'),
  konto('BGL', 'Bergisch Gladbach', 'Heike Brandt', 'traegeradministration'),
  konto('KJA', 'KJA', 'Jonas Feldhoff', 'fachkraft', { 'Case Management Burscheid': 50 }),
  konto('KJA', 'KJA', 'Regina Voss', 'leitung'),
  konto('KJA', 'KJA', 'Martin Zander', 'traegeradministration'),
  konto('DLE', 'Diakonie Leverkusen', 'Amina Osei', 'fachkraft', { 'Case Management Burscheid': 50 }),
  konto('DLE', 'Diakonie Leverkusen', 'Friedrich Holz', 'leitung'),
  konto('DLE', 'Diakonie Leverkusen', 'Ute Sommer', 'traegeradministration'),
  konto('KUE', 'Kürten', 'Meryem Aksoy', 'fachkraft', { 'Case Management Kürten': 100 }),
  konto('KUE', 'Kürten', 'Lars Becker', 'fachkraft', { 'Case Management Kürten': 50 }),
  konto('KUE', 'Kürten', 'Dorothee Pütz', 'leitung'),
  konto('KUE', 'Kürten', 'Ralf Niessen', 'traegeradministration'),
  konto('ODE', 'Odenthal', 'Helena Mertens', 'fachkraft', { 'Case Management Odenthal': 100 }),
  konto('ODE', 'Odenthal', 'Samir Haddad', 'fachkraft', { 'Case Management Odenthal': 50 }),
  konto('ODE', 'Odenthal', 'Gerd Altenberg', 'leitung'),
  konto('ODE', 'Odenthal', 'Birgit Kappes', 'traegeradministration'),
  konto('ROE', 'Rösrath', 'Olga Schneider', 'fachkraft', { 'Case Management Rösrath': 100 }),
  konto('ROE', 'Rösrath', 'Volker Hahn', 'leitung'),
  konto('ROE', 'Rösrath', 'Ines Roth', 'traegeradministration'),
  konto('WKN', 'Wermelskirchen', 'Fatma Demir', 'fachkraft', { 'Case Management Wermelskirchen': 100 }),
  konto('WKN', 'Wermelskirchen', 'Andreas Klein', 'fachkraft', { 'Case Management Wermelskirchen': 100 }),
  konto('WKN', 'Wermelskirchen', 'Christiane Busch', 'leitung'),
  konto('WKN', 'Wermelskirchen', 'Stefan Hoppe', 'traegeradministration'),
  konto('DKO', 'Diakonie Köln', 'Miriam Steinbach', 'fachkraft', { 'Case Management Overath': 77 }),
  konto('DKO', 'Diakonie Köln', 'Paul Winter', 'leitung'),
  konto('DKO', 'Diakonie Köln', 'Anja Kessler', 'traegeradministration'),
  konto('koordination', 'Koordination', 'Bettina Schäfer', 'koordination'),
  konto('koordination', 'Koordination', 'Markus Lang', 'koordination'),
];
