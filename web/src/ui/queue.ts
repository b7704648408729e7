import { useRef, type KeyboardEvent, type RefObject } from 'react';

const STEPS: Record<string, number> = { KeyJ: 1, KeyK: -1 };

interface Queue<List extends HTMLElement> {
  ref: RefObject<List | null>;
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * A list that is worked through: `j` and `k` go to the next row and to the one before, on whatever layout the keyboard
 * writes; Enter is the row's own link or button, marked `data-stop`. Only while the focus is inside the list, and never
 * while somebody types (WCAG 2.1.4).
 */
export function useQueue<List extends HTMLElement>(): Queue<List> {
  const ref = useRef<List>(null);
  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.code];
    const list = ref.current;
    if (!step || !list || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    const stops = [...list.querySelectorAll<HTMLElement>('[data-stop]')];
    const here = stops.findIndex((stop) => stop.closest('li')?.contains(document.activeElement));
    const next = stops[Math.min(Math.max(here + step, 0), stops.length - 1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.closest('li')?.scrollIntoView({ block: 'nearest' });
  }
  return { ref, onKeyDown };
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}
