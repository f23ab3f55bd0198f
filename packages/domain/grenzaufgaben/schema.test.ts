import { expect, test } from 'vitest';
import { ANGEBOTE } from '@kim/db/seed/angebote-rbk.ts';
import { GRENZAUFGABEN } from '@kim/kreis/grenzaufgaben.ts';
import { grenzaufgabe } from './schema.ts';

const lies = (mehr: object) => grenzaufgabe.safeParse({ aufgabe: 'antrag', umgang: 'ausnahme', am: '2026-01-02', grund: 'Frist läuft heute ab', ...mehr }).error?.issues.map(({ path }) => path[0]);

test.each([
  [{}, undefined], [{ grund: '' }, ['grund']], [{ umgang: 'verwiesen' }, ['angebot']], [{ aufgabe: 'kochen' }, ['aufgabe']], [{ umgang: '' }, ['umgang']], [{ am: '2999-01-01' }, ['am']],
])('%j', (mehr, felder) => expect(lies(mehr)).toEqual(felder));

test('every right address stands in the directory that is delivered', () => {
  const namen = new Set(ANGEBOTE.map(({ name }) => name));
  for (const { titel, stellen } of Object.values(GRENZAUFGABEN)) expect(stellen.filter((stelle) => !namen.has(stelle)), titel).toEqual([]);
});
