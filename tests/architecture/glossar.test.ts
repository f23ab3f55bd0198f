import { readdirSync, readFileSync } from 'node:fs';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';

const wurzel = new URL('../../', import.meta.url);
const glossar = readFileSync(new URL('packages/domain/GLOSSAR.md', wurzel), 'utf8');
const klein = glossar.toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss');

test('every folder of the domain is in the Glossar', () => {
  const ordner = readdirSync(new URL('packages/domain/', wurzel), { withFileTypes: true }).filter((eintrag) => eintrag.isDirectory());
  expect(ordner.map(({ name }) => name).filter((name) => !klein.includes(name.replace(/(e|en|n)$/, '')))).toEqual([]);
});

test('every table is in the Glossar', async () => {
  const fehlend: string[] = [];
  for (const datei of readdirSync(new URL('db/schema/', wurzel)).filter((name) => name.endsWith('.ts'))) {
    const modul: Record<string, unknown> = await import(new URL(`db/schema/${datei}`, wurzel).href);
    for (const wert of Object.values(modul)) {
      if (!is(wert, PgTable)) continue;
      const { name } = getTableConfig(wert);
      if (!glossar.includes(`\`${name}\``)) fehlend.push(name);
    }
  }
  expect(fehlend).toEqual([]);
});

test('every exported type of the domain is in the Glossar', () => {
  const fehlend: string[] = [];
  for (const eintrag of readdirSync(new URL('packages/domain/', wurzel), { recursive: true, withFileTypes: true })) {
    if (!eintrag.isFile() || !/\.tsx?$/.test(eintrag.name) || eintrag.name.includes('.test.')) continue;
    const text = readFileSync(`${eintrag.parentPath}/${eintrag.name}`, 'utf8');
    for (const [, name = ''] of text.matchAll(/^export (?:interface|type) (\w+)/gm)) if (!glossar.includes(`\`${name}\``)) fehlend.push(name);
  }
  expect(fehlend).toEqual([]);
});

test('no word that is never to be used names a table or a folder', () => {
  const verboten = [...glossar.matchAll(/^\|.*\| ([^|]+) \|$/gm)].flatMap(([, spalte = '']) => spalte.split(',').map((wort) => wort.trim().toLowerCase())).filter((wort) => wort && wort !== '–' && wort !== 'nie' && wort !== '---');
  const namen = readdirSync(new URL('packages/domain/', wurzel)).map((name) => name.toLowerCase());
  expect(verboten.length).toBeGreaterThan(30);
  expect(namen.filter((name) => verboten.includes(name))).toEqual([]);
});
