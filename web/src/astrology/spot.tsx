import type { MouseEvent, ReactNode } from 'react';
import type { Kind, Spot } from './links';
import { anchorOf, type Linked } from './use-links';

interface SpotProps {
  kind: Kind;
  id: string;
  linked: Linked;
  className?: string;
  children: ReactNode;
}

/** A pane that scrolls under a resting pointer is neither a look nor the end of one. */
export const moved = (event: MouseEvent): boolean => event.movementX !== 0 || event.movementY !== 0;

/** The handlers by which the pointer looks at a spot. */
export const pointerLooks = (linked: Linked, spot: Spot) => ({
  onMouseMove: (event: MouseEvent) => (moved(event) ? linked.look(spot) : undefined),
  onMouseLeave: (event: MouseEvent) => (moved(event) ? linked.look(null) : undefined),
});

/** Something with links: it lights up with what belongs to it, and lights that up in its turn. */
export function SpotItem({ kind, id, linked, className = '', children }: SpotProps) {
  const spot = { kind, id };
  return (
    <li
      id={anchorOf(spot)}
      tabIndex={-1}
      className={`spot ${className}`}
      data-lit={linked.lit[kind].has(id)}
      {...pointerLooks(linked, spot)}
      onFocus={() => linked.look(spot)}
      onBlur={() => linked.look(null)}
    >
      {children}
    </li>
  );
}

interface LinkListProps {
  label: string;
  kind: Kind;
  ids: readonly string[];
  linked: Linked;
  name: (id: string) => string;
}

/** The way on to the findings, facts or bodies of something: buttons, so that a keyboard goes the same way. */
export function LinkList({ label, kind, ids, linked, name }: LinkListProps) {
  if (ids.length === 0) return null;
  return (
    <ul className="link-list" aria-label={label}>
      {ids.map((id) => (
        <li key={id}>
          <button type="button" className="link-chip" data-lit={linked.lit[kind].has(id)} onClick={() => linked.follow({ kind, id })}>
            {name(id)}
          </button>
        </li>
      ))}
    </ul>
  );
}
