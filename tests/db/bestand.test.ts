import { expect, test } from 'vitest';
import { findLuecken } from '@kim/testing/fixture.ts';
import { eigeneDatenbank } from './szene.ts';

const db = eigeneDatenbank();

test('the fixture fills every table of the catalogue for every Träger, with a canary in every free text', async () => {
  expect(await findLuecken(db.sql)).toEqual([]);
});

test('a table that the fixture does not know is noticed', async () => {
  await db.sql.query('create table app.ungefuellt (traeger_id uuid not null, id uuid not null, notiz text)');
  expect((await findLuecken(db.sql)).map((luecke) => luecke.split(':')[0])).toEqual(['app.ungefuellt.traeger_id', 'app.ungefuellt.notiz', 'app.ungefuellt']);
});
