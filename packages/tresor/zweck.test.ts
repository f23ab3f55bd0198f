import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { TresorFehler } from './fehler.ts';
import { erzeugeSchluesselbund, oeffneSchluesselbund } from './schluesselbund.ts';
import { entschluesseleMit, verschluesseleMit } from './zweck.ts';

const verzeichnis = mkdtempSync(join(tmpdir(), 'kim-zweck-'));
afterAll(() => rmSync(verzeichnis, { recursive: true, force: true }));
const bund = erzeugeSchluesselbund(join(verzeichnis, 'bund.json'));
const unlesbar = new TresorFehler('unlesbar');

test('what belongs to no Träger opens with the same keyring, purpose and owner only', () => {
  const geheim = verschluesseleMit(bund, 'totp', 'konto-1', 'JBSWY3DP');
  expect(entschluesseleMit(oeffneSchluesselbund(bund.pfad), 'totp', 'konto-1', geheim)).toBe('JBSWY3DP');
  const fremd = erzeugeSchluesselbund(join(verzeichnis, 'fremd.json'));
  expect(() => entschluesseleMit(fremd, 'totp', 'konto-1', geheim)).toThrow(unlesbar);
  expect(() => entschluesseleMit(bund, 'entwurf', 'konto-1', geheim)).toThrow(unlesbar);
  expect(() => entschluesseleMit(bund, 'totp', 'konto-2', geheim)).toThrow(unlesbar);
});
