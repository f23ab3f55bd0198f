/** Roles at a Träger and the Koordination; the database forbids the last beside any other (D4). */
export const TRAEGERROLLEN = ['fachkraft', 'leitung', 'traegeradministration'] as const;
export type Traegerrolle = (typeof TRAEGERROLLEN)[number];
export type Rolle = Traegerrolle | 'koordination';
