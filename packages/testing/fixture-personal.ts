import type pg from 'pg';
import { tagVon, vorTagen } from './tage.ts';
import { festeId, SPRINGERIN } from './plan.ts';
import type { TraegerPlan } from './plan.ts';
import { insertZeilen } from './zeilen.ts';

/** People, posts and who fills them, absences, a pending Freigabe, background work. */
export async function fuellePersonal(sql: pg.Client, t: TraegerPlan): Promise<void> {
  const traeger_id = t.id;
  const personen = [...Object.values(t.personen), ...SPRINGERIN.filter((p) => p.traegerId === t.id)];
  const { fachkraft, kollegin, vertretung, verwaltung, leitung, zweiteVerwaltung } = t.personen;
  await insertZeilen(sql, 'app.nutzer', personen.map((p) => ({ traeger_id, id: p.nutzerId, name: p.name })));
  await insertZeilen(sql, 'app.stellen', [{
    traeger_id, kreis_id: t.kreisId, id: t.stelleId, bezeichnung: `${t.kanarie}stelle`, vzae_hundertstel: 150,
    vertragsart: 'weiterleitung', gefoerdert_von: tagVon(-300),
  }]);
  await insertZeilen(sql, 'app.stelle_kommunen', [{ traeger_id, stelle_id: t.stelleId, kreis_id: t.kreisId, kommune_id: t.kommuneId }]);
  await insertZeilen(sql, 'app.besetzungen', [fachkraft, kollegin].map((p) => (
    { traeger_id, id: festeId(p.nutzerId, 'besetzung'), stelle_id: t.stelleId, nutzer_id: p.nutzerId, anteil_hundertstel: 50, von: tagVon(-200) })));
  await insertZeilen(sql, 'app.vertretungen', [
    { id: 'laufend', von: tagVon(-3), bis: tagVon(10) },
    { id: 'vergangen', von: tagVon(-60), bis: tagVon(-30) },
  ].map((v) => ({
    traeger_id, ...v, id: festeId(t.kennung, 'vertretung', v.id), vertretene_id: kollegin.nutzerId,
    vertretung_id: vertretung.nutzerId, eingerichtet_von: verwaltung.nutzerId,
  })));
  await insertZeilen(sql, 'app.freigaben', [{
    traeger_id, id: t.freigabeId, art: 'zugang', beantragt_von: zweiteVerwaltung.nutzerId, betrifft_id: leitung.nutzerId,
  }]);
  await insertZeilen(sql, 'app.auftraege', [
    { id: festeId(t.kennung, 'auftrag'), erfasst_am: vorTagen(0), erledigt_am: null },
    { id: festeId(t.kennung, 'erledigter auftrag'), erfasst_am: vorTagen(1), erledigt_am: vorTagen(1) },
    { id: festeId(t.kennung, 'alter auftrag'), erfasst_am: vorTagen(40), erledigt_am: vorTagen(40) },
  ].map((a) => ({ traeger_id, ...a, art: 'aufraeumen' })));
}
