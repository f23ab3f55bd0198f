import { expect, test } from 'vitest';
import { folgen } from './rules.ts';
import type { Antwort } from './schema.ts';

test.each<[Antwort, Antwort, Antwort, Antwort, string[]]>([
  ['ja', 'ja', 'ja', 'ja', ['abschliessen']],
  ['ja', 'ja', 'ja', 'offen', []],
  ['nein', 'offen', 'offen', 'offen', ['nachfassen']],
  ['ja', 'teilweise', 'ja', 'offen', ['nachfassen']],
  ['ja', 'nein', 'ja', 'nein', ['luecke', 'plan_anpassen']],
  ['ja', 'ja', 'nein', 'nein', ['luecke', 'reassessment', 'plan_anpassen']],
  ['ja', 'ja', 'teilweise', 'teilweise', ['plan_anpassen']],
  ['offen', 'offen', 'offen', 'offen', []],
])('reached %s, delivered %s, fitting %s, goal %s suggests %j', (erreicht, vollstaendig, passend, zielErreicht, erwartet) => {
  expect(folgen({ erreicht, vollstaendig, passend, zielErreicht })).toEqual(erwartet);
});
