export const ANLASS = { eroeffnung: 'Eröffnung', uebernahme: 'Übernahme', uebergabe: 'Übergabe' } as const;
