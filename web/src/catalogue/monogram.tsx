export function Monogram({ name, large = false }: { name: string; large?: boolean }) {
  const letters = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('');
  return (
    <span className="monogram" data-large={large} aria-hidden="true">
      {letters}
    </span>
  );
}
