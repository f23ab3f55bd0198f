import { redirect } from '@remix-run/node';
import type { AppLoadContext, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { sql } from 'drizzle-orm';
import { istId } from '@kim/core/ids.ts';
import { nenneRollen } from '@kim/policies/labels.ts';
import type { Rolle } from '@kim/policies/rollen.ts';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Dialogseite } from '@kim/ui/seite/Dialogseite.tsx';
import { Abmeldung } from '../components/Abmeldung.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { angemeldet } from '../http/akteur.server.ts';
import { abgelehnt, leseFormular } from '../http/formular.server.ts';
import { oeffentlich } from '../http/geschuetzt.server.ts';
import { anmeldung, hash } from '../http/sitzung.server.ts';
import { eigenesZiel, pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Für wen arbeiten Sie jetzt? · KIM Case Management' }];

export const loader = oeffentlich(async ({ request, context }) => {
  const { geheimnis } = await verlangeWaehlende(request, context);
  const zeilen = await anmeldung<{ mitgliedschaft_id: string; traeger: string; rollen: Rolle[] }>(
    geheimnis, sql`select * from sec.mitgliedschaften_der_sitzung(${hash(geheimnis)})`);
  return { optionen: zeilen.map((z) => ({ wert: z.mitgliedschaft_id, text: z.traeger, hinweis: nenneRollen(z.rollen) })) };
});

export const action = oeffentlich(async ({ request, context }) => {
  const { geheimnis, ziel } = await verlangeWaehlende(request, context);
  const { werte } = await leseFormular(request);
  const wahl = werte['mitgliedschaft']?.[0];
  const [zeile] = istId(wahl) ? await anmeldung<{ ja: boolean }>(geheimnis, sql`select sec.mitgliedschaft_waehlen(${hash(geheimnis)}, ${wahl}) as ja`) : [];
  if (!zeile?.ja) return abgelehnt(werte, { mitgliedschaft: 'Bitte wählen Sie, für wen Sie jetzt arbeiten.' });
  throw redirect(ziel);
});

async function verlangeWaehlende(request: Request, context: AppLoadContext) {
  const wer = await angemeldet(request, context);
  const ziel = eigenesZiel(new URL(request.url).searchParams.get('ziel'));
  if (!wer) throw redirect(pfade.anmelden(ziel));
  if (wer.sitzung.zustand !== 'wahl') throw redirect(ziel);
  return { ...wer, ziel };
}

export default function Mitgliedschaft() {
  const { optionen } = useLoaderData<typeof loader>();
  const formular = useFormular(useActionData<typeof action>());
  const { werte: _, ...gruppe } = formular.gruppe('mitgliedschaft');
  return (
    <Dialogseite titel="Für wen arbeiten Sie jetzt?">
      <p>Sie gehören zu mehreren Stellen. Was Sie gleich sehen, gehört nur zu der gewählten; zum Wechseln melden Sie sich ab und wieder an.</p>
      <Formular formular={formular}>
        <Optionsgruppe {...gruppe} beschriftung="Ich arbeite jetzt für" optionen={optionen} erforderlich />
        <Knopf>Weiter</Knopf>
      </Formular>
      <Abmeldung />
    </Dialogseite>
  );
}
