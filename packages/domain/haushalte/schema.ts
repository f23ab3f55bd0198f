import { z } from 'zod';

/** How somebody belongs to a household; the first row names the person the case is about. */
export const HAUSHALTSROLLEN = ['partner', 'kind', 'elternteil', 'weitere'] as const;
export type Haushaltsrolle = (typeof HAUSHALTSROLLEN)[number];

/** Empty: does not live in the household of the main person. */
export const haushaltsrolle = z.enum(HAUSHALTSROLLEN, 'Bitte wählen Sie einen Eintrag der Liste.').or(z.literal('')).optional().default('');
