import { useEffect, useRef, useState } from 'react';
import type { Kriterienkatalog } from '@kim/kreis/kriterienkatalog.ts';
import { Karte } from '@kim/ui/anzeige/Karte.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import type { useFormular } from './Formular.tsx';

interface KriterienfelderProps {
  formular: ReturnType<typeof useFormular>;
  katalog: Pick<Kriterienkatalog, 'kriterien' | 'schwelle'>;
}

const JA_NEIN = [{ wert: 'ja', text: 'ja' }, { wert: 'nein', text: 'nein' }];

/** Each criterion with its answer and reason, and how many are met so far. */
export function Kriterienfelder({ formular, katalog }: KriterienfelderProps) {
  return (
    <>
      {katalog.kriterien.map(({ schluessel, titel, erlaeuterung }) => (
        <Karte key={schluessel}>
          <Optionsgruppe {...formular.feld(`antwort.${schluessel}`)} beschriftung={titel} hinweis={erlaeuterung || undefined} waagerecht optionen={JA_NEIN} erforderlich />
          <Textbereich {...formular.feld(`grund.${schluessel}`)} beschriftung={`Begründung zu „${titel}“`} hinweis="Auch ein Nein hat einen Grund; ein kurzer Satz genügt." zeilen={2} erforderlich />
        </Karte>
      ))}
      <Zwischenstand katalog={katalog} anfangs={katalog.kriterien.filter(({ schluessel }) => formular.feld(`antwort.${schluessel}`).wert === 'ja').length} />
    </>
  );
}

/** Counts the answers as they are given; without scripts it shows what was sent last. */
function Zwischenstand({ katalog, anfangs }: { katalog: KriterienfelderProps['katalog']; anfangs: number }) {
  const anker = useRef<HTMLParagraphElement>(null);
  const [erfuellt, setErfuellt] = useState(anfangs);
  useEffect(() => {
    const formular = anker.current?.closest('form');
    const zaehle = () => formular && setErfuellt(katalog.kriterien.filter(({ schluessel }) => new FormData(formular).get(`antwort.${schluessel}`) === 'ja').length);
    zaehle();
    formular?.addEventListener('change', zaehle);
    return () => formular?.removeEventListener('change', zaehle);
  }, [katalog]);
  return (
    <p ref={anker} role="status">
      <strong>{erfuellt} von {katalog.kriterien.length} Kriterien erfüllt.</strong>{' '}
      {erfuellt >= katalog.schwelle ? `Die Schwelle von ${katalog.schwelle} ist erreicht: Ein Case Management kommt in Betracht.` : `Die Schwelle von ${katalog.schwelle} ist nicht erreicht: Eine Kurzberatung oder ein Verweis liegt näher.`}
    </p>
  );
}
