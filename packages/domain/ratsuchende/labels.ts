export const GESCHLECHT = { m: 'männlich', w: 'weiblich', d: 'divers', x: 'keine Angabe' } as const;

export const ROLLE_IM_FALL = { hauptperson: 'Hauptperson', familie: 'Familie', weitere: 'weitere Person' } as const;
