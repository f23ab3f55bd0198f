import { redirect } from '@remix-run/node';
import { formatDatum } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { zugehoerigkeitsstand } from '@kim/domain/haushalte/schema.ts';
import { saveZugehoerigkeit } from '@kim/domain/ratsuchende/mutations.server.ts';
import { pfade } from '../paths.ts';
import type { Werte } from './entwurf.server.ts';
import { abgelehnt, pruefe } from './formular.server.ts';
import { nichtGefunden } from './geschuetzt.server.ts';

/** Saves how somebody belongs to the case when this form was sent; else answers nothing. */
export async function fuehreZugehoerigkeitAus(akteur: TraegerAkteur, nr: string, personId: string, werte: Werte) {
  if (werte['aktion']?.[0] !== 'zugehoerigkeit') return null;
  const gelesen = pruefe(zugehoerigkeitsstand, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await saveZugehoerigkeit(akteur, nr, personId, gelesen.eingabe);
  if (ergebnis.ok) throw redirect(pfade.fallPersonen(nr));
  switch (ergebnis.grund) {
    case 'nicht_gefunden':
      throw nichtGefunden();
    case 'vor_beginn':
      return abgelehnt(werte, { ausgeschiedenAm: `Die Person gehört erst seit dem ${formatDatum(ergebnis.seit)} zum Fall.` });
    case 'vor_einzug':
      return abgelehnt(werte, { ausgezogenAm: `Die Person lebt erst seit dem ${formatDatum(ergebnis.seit)} im Haushalt.` });
    case 'nie_im_haushalt':
      return abgelehnt(werte, { ausgezogenAm: 'Die Person lebt nicht im Haushalt der Hauptperson.' });
  }
}
