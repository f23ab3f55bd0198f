import { neueId } from '@kim/core/ids.ts';
import type { Buehne, Darsteller, Testdatenbank } from '@kim/testing/datenbank.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { zaehle } from './dynamisch.ts';
import type { Ergebnis, Umfang } from './dynamisch.ts';
import { SZENEN_FAELLE } from './szenen-faelle.ts';
import { SZENEN_KONTEN } from './szenen-konten.ts';

/** One attempt to favour oneself; answers what went wrong, or null when it was refused. */
export type Szene = (buehne: Spiel, t: TraegerPlan) => Promise<string | null>;

/** The stage with the moves that attempts are made of. */
export interface Spiel extends Buehne {
  t: TraegerPlan;
  vertrete: (wer: Darsteller, vertretene: string, vertretung: string, von?: number, bis?: number) => ReturnType<Darsteller['versucht']>;
  schliesse: (wer: Darsteller, fallId: string, bis?: string) => ReturnType<Darsteller['versucht']>;
  vergib: (wer: Darsteller, fallId: string, an: string, anlass?: string) => ReturnType<Darsteller['versucht']>;
  /** Asks for a Freigabe and answers its id. */
  beantrage: (wer: Darsteller, art: string, betrifft: string, beguenstigt: string | null, faelle?: string[]) => Promise<string>;
  entscheide: (wer: Darsteller, id: string, ja?: boolean) => ReturnType<Darsteller['versucht']>;
  /** Whether somebody reads the contacts of a case now. */
  liest: (wer: Darsteller, fallId: string) => Promise<boolean>;
}

export function richteEin(buehne: Buehne, t: TraegerPlan): Spiel {
  return {
    ...buehne,
    t,
    vertrete: (wer, vertretene, vertretung, von = 0, bis = 30) => wer.versucht(
      'insert into app.vertretungen (traeger_id, id, vertretene_id, vertretung_id, von, bis, eingerichtet_von) values ($1, $2, $3, $4, $5, $6, $7)',
      [t.id, neueId(), vertretene, vertretung, tagVon(von), tagVon(bis), wer.person.nutzerId]),
    schliesse: (wer, fallId, bis = tagVon(0)) => wer.versucht('update app.zustaendigkeiten set bis = $2 where fall_id = $1 and bis is null', [fallId, bis]),
    vergib: (wer, fallId, an, anlass = 'uebergabe') => wer.versucht(
      'insert into app.zustaendigkeiten (traeger_id, id, fall_id, nutzer_id, von, anlass, erfasst_von) values ($1, $2, $3, $4, $5, $6, $7)',
      [t.id, neueId(), fallId, an, tagVon(0), anlass, wer.person.nutzerId]),
    beantrage: async (wer, art, betrifft, beguenstigt, faelle) => {
      const id = neueId();
      await wer.tut(
        'insert into app.freigaben (traeger_id, id, art, beantragt_von, betrifft_id, beguenstigt_id, faelle, von, bis, rollen) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
        [t.id, id, art, wer.person.nutzerId, betrifft, beguenstigt, faelle ?? null, tagVon(0), tagVon(30), ['traegeradministration', 'fachkraft']]);
      return id;
    },
    entscheide: (wer, id, ja = true) => wer.versucht('select sec.freigabe_entscheiden($1, $2) as antwort', [id, ja]),
    liest: async (wer, fallId) => (await wer.zaehlt('app.kontakte where fall_id = $1', [fallId])) > 0,
  };
}

/** Every attempt of szenen-*.ts in every Träger, each rolled back. */
export async function probiereZweitePerson(db: Testdatenbank, { mannschaften }: Umfang, ergebnis: Ergebnis): Promise<void> {
  for (const { traeger: t } of mannschaften) {
    for (const [name, szene] of Object.entries({ ...SZENEN_FAELLE, ...SZENEN_KONTEN })) {
      zaehle(ergebnis, 'zweite Person', 1);
      const befund = await db.spiele((buehne) => szene(richteEin(buehne, t), t)).catch((fehler: Error) => `Szene bricht ab: ${fehler.message}`);
      if (befund) ergebnis.befunde.push({ art: 'zweite Person', gegenstand: name, angreifer: t.kennung, befund });
    }
  }
}
