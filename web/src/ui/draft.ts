import { useState } from 'react';

/** Texts that were begun and not sent: in the memory of this page alone, gone with it and with signing out. */
const begun = new Map<string, string>();

/** A long text of the person's own, found again after a step back. `of` names what it is about. */
export function useDraft(of: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => begun.get(of) ?? '');
  function keep(next: string) {
    if (next === '') begun.delete(of);
    else begun.set(of, next);
    setText(next);
  }
  return [text, keep];
}

export function forgetDrafts(): void {
  begun.clear();
}
