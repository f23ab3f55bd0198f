/** A picture served from an own route (D26); the table beside it says the same in figures. */
export function Schaubild({ src, alt }: { src: string; alt: string }) {
  return <img className="kim-schaubild" src={src} alt={alt} loading="lazy" />;
}
