import { z } from 'zod';
import { tagOderLeer } from '../faelle/schema.ts';

/** How somebody belongs to a household; the first row names the person the case is about. */
export const HAUSHALTSROLLEN = ['partner', 'kind', 'elternteil', 'weitere'] as const;
export type Haushaltsrolle = (typeof HAUSHALTSROLLEN)[number];

/** Empty: does not live in the household of the main person. */
export const haushaltsrolle = z.enum(HAUSHALTSROLLEN, 'Bitte wählen Sie einen Eintrag der Liste.').or(z.literal('')).optional().default('');

/** How a further person belongs to a case, and whether she lives with its main person. */
export const zugehoerigkeit = z.object({ rolle: z.enum(['familie', 'weitere'], 'Bitte wählen Sie, wie die Person zum Fall gehört.'), haushalt: haushaltsrolle });
export type Zugehoerigkeit = z.output<typeof zugehoerigkeit>;

/** The same later on, with the days on which she left the case or the household; empty: she is there. */
export const zugehoerigkeitsstand = zugehoerigkeit.extend({ ausgeschiedenAm: tagOderLeer, ausgezogenAm: tagOderLeer });
export type Zugehoerigkeitsstand = z.output<typeof zugehoerigkeitsstand>;
