/** Text somebody typed: keeps line breaks, takes its direction from its script. */
export function Freitext({ children }: { children: string }) {
  return (
    <div className="kim-freitext" dir="auto">
      {children}
    </div>
  );
}
