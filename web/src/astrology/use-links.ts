import { useCallback, useMemo, useState } from 'react';
import { linksOf, litBy, type Kind, type Links, type Lit, type Spot } from './links';
import type { Draft } from './types';

export type Pane = 'draft' | 'findings' | 'facts' | 'chart';
export const PANES = ['chart', 'facts', 'findings', 'draft'] as const;
const PANE_OF: Record<Kind, Pane> = { paragraph: 'draft', finding: 'findings', fact: 'facts', body: 'chart' };

export interface Linked {
  links: Links;
  lit: Lit;
  /** Whether anything is marked at all: the rest of the wheel steps back then. */
  any: boolean;
  pane: Pane;
  showPane: (pane: Pane) => void;
  /** While the pointer or the focus is there. */
  look: (spot: Spot | null) => void;
  /** Follows a link: opens the pane of the spot, marks it until something else is followed, and puts the focus there. */
  follow: (spot: Spot) => void;
}

/** The element of a spot; ids of findings and facts hold signs that an id of a page may hold too. */
export const anchorOf = (spot: Spot): string => `${spot.kind}:${spot.id}`;

export function useLinks(draft: Draft): Linked {
  const links = useMemo(() => linksOf(draft), [draft]);
  const [pinned, setPinned] = useState<Spot | null>(null);
  const [seen, setSeen] = useState<Spot | null>(null);
  const [pane, showPane] = useState<Pane>('draft');
  const spot = seen ?? pinned;
  const lit = useMemo(() => litBy(links, spot), [links, spot]);
  const follow = useCallback((next: Spot) => {
    setPinned(next);
    setSeen(null);
    showPane(PANE_OF[next.kind]);
    // After the pane has been drawn.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const element = document.getElementById(anchorOf(next));
        element?.focus({ preventScroll: true });
        element?.scrollIntoView({ block: 'nearest', behavior: 'auto' });
      }),
    );
  }, []);
  return { links, lit, any: spot !== null, pane, showPane, look: setSeen, follow };
}
