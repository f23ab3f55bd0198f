import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { setTimeout as warte } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { DEMO_KONTEN } from '@kim/db/seed/demo-konten.ts';
import { KLEINER_BESTAND } from '@kim/infra/demo/bestand.ts';
import { fuelleDemo } from '@kim/infra/demo/fuellen.ts';
import { VIGNETTEN } from '@kim/infra/demo/personen.ts';
import { kopiereDatenbank, loginUrl, urlFuer, verwirfDatenbank } from '@kim/testing/cluster.ts';
import { verbunden } from '@kim/testing/verbindung.ts';
import { erzeugeSchluesselbund } from '@kim/tresor/schluesselbund.ts';

test('a demo fill that was cut off is completed by the next start, and nobody is there twice', async () => {
  const zugang = inject('zugang');
  const datenbank = `${zugang.leer}_${randomBytes(3).toString('hex')}`;
  const ordner = mkdtempSync(join(tmpdir(), 'kim-demo-'));
  await kopiereDatenbank(zugang, zugang.leer, datenbank);
  const verwaltung = urlFuer(zugang.verwaltung, datenbank);
  const url = (login: 'traeger' | 'anmeldung' | 'koordination') => loginUrl(zugang, `kim_${login}`, datenbank);
  const fuelle = () => fuelleDemo(verwaltung, { traeger: url('traeger'), anmeldung: url('anmeldung'), koordination: url('koordination') }, bund, 'klein');
  const zaehle = () => verbunden(verwaltung, async (sql) => Number((await sql.query('select count(*) from app.faelle')).rows[0].count));
  const bund = erzeugeSchluesselbund(join(ordner, 'bund', 'schluesselbund.json'));
  try {
    let ende: string | undefined;
    void fuelle().then(() => (ende = 'fertig'), () => (ende = 'abgebrochen'));
    while ((await zaehle()) < 20) await warte(20);
    // A line that is idle when it breaks is replaced unnoticed: until one breaks in the middle.
    while (!ende) await verbunden(verwaltung, (sql) => sql.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'kim_traeger' and datname = current_database()"));
    expect(ende).toBe('abgebrochen');
    const bisher = await zaehle();
    expect(await fuelle()).toBe('angelegt');
    expect(await zaehle()).toBeGreaterThan(bisher);
    const fachkraefte = DEMO_KONTEN.filter(({ rollen }) => rollen.includes('fachkraft')).length;
    const jeFachkraft = KLEINER_BESTAND.caseManagement + KLEINER_BESTAND.kurzberatung;
    expect(await zaehle()).toBe(fachkraefte * jeFachkraft + Object.values(VIGNETTEN).flat().length);
    expect(await fuelle()).toBe('vorhanden');
  } finally {
    await verwirfDatenbank(zugang, datenbank);
    rmSync(ordner, { recursive: true, force: true });
  }
});
