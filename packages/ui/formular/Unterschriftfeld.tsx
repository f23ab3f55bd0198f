import { useRef, useState, useSyncExternalStore, type PointerEvent } from 'react';
import { feldIds, type FeldProps } from './feld.ts';
import { Feldgruppe } from './Feldgruppe.tsx';
import { Knopf } from './Knopf.tsx';

const BREITE = 900;
const HOEHE = 300;

const nie = () => () => {};

/**
 * A signature drawn with finger, pen or mouse, posted as a PNG data URL. Shown only where scripts run; offer a file
 * beside it, also for people who cannot draw.
 */
export function Unterschriftfeld(feld: FeldProps) {
  const laeuft = useSyncExternalStore(nie, () => true, () => false);
  return laeuft ? <Zeichenflaeche {...feld} /> : null;
}

function Zeichenflaeche(feld: FeldProps) {
  const flaeche = useRef<HTMLCanvasElement>(null);
  const zeichnet = useRef(false);
  const [bild, setBild] = useState('');

  const ort = ({ clientX, clientY }: PointerEvent<HTMLCanvasElement>) => {
    const { left, top, width, height } = flaeche.current!.getBoundingClientRect();
    return [((clientX - left) * BREITE) / width, ((clientY - top) * HOEHE) / height] as const;
  };
  const stift = () => flaeche.current!.getContext('2d')!;
  const beginne = (ereignis: PointerEvent<HTMLCanvasElement>) => {
    ereignis.currentTarget.setPointerCapture(ereignis.pointerId);
    zeichnet.current = true;
    const s = stift();
    s.lineWidth = 4;
    s.lineCap = 'round';
    s.beginPath();
    s.moveTo(...ort(ereignis));
  };
  const ziehe = (ereignis: PointerEvent<HTMLCanvasElement>) => {
    if (!zeichnet.current) return;
    const s = stift();
    s.lineTo(...ort(ereignis));
    s.stroke();
  };
  const setzeAb = () => {
    if (!zeichnet.current) return;
    zeichnet.current = false;
    setBild(flaeche.current!.toDataURL('image/png'));
  };
  const loesche = () => {
    stift().clearRect(0, 0, BREITE, HOEHE);
    setBild('');
  };

  return (
    <Feldgruppe feld={feld}>
      <canvas
        ref={flaeche}
        id={feldIds(feld).id}
        width={BREITE}
        height={HOEHE}
        className="kim-unterschrift"
        role="img"
        aria-label={bild ? 'Feld mit Unterschrift' : 'Leeres Feld für die Unterschrift'}
        onPointerDown={beginne}
        onPointerMove={ziehe}
        onPointerUp={setzeAb}
        onPointerCancel={setzeAb}
      />
      <input type="hidden" name={feld.name} value={bild} />
      <Knopf type="button" art="tertiaer" klein symbol="delete" onClick={loesche}>Unterschrift löschen</Knopf>
    </Feldgruppe>
  );
}
