import { ROLLE_ERKLAERT, ZUSTAND } from '@kim/domain/traeger/personal/labels.ts';
import type { Zustand } from '@kim/domain/traeger/personal/rules.ts';
import { ROLLENNAME } from '@kim/policies/labels.ts';
import { TRAEGERROLLEN } from '@kim/policies/rollen.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Kontrollgruppe } from '@kim/ui/formular/Kontrollgruppe.tsx';
import type { useFormular } from './Formular.tsx';

const OPTIONEN = TRAEGERROLLEN.map((wert) => ({ wert, text: ROLLENNAME[wert], hinweis: ROLLE_ERKLAERT[wert] }));

/** The roles at a Träger as checkboxes, each with its line of explanation. */
export function Rollenfeld({ formular }: { formular: ReturnType<typeof useFormular> }) {
  return <Kontrollgruppe {...formular.gruppe('rollen')} beschriftung="Diese Person arbeitet als" optionen={OPTIONEN} erforderlich />;
}

export function Zustandsabzeichen({ zustand }: { zustand: Zustand }) {
  return <Abzeichen art={zustand === 'aktiv' ? 'erfolg' : zustand === 'eingeladen' ? 'info' : 'neutral'}>{ZUSTAND[zustand]}</Abzeichen>;
}
