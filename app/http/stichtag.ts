import { parseDatum } from '@kim/core/zeit.ts';

/** The cut-off day that an address names; none where it names no day. */
export const stichtagAus = (url: URL, name = 'stichtag'): string | undefined => parseDatum(url.searchParams.get(name) ?? '') ?? undefined;
