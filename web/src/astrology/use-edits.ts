import { useCallback, useState } from 'react';
import { paragraphId } from './links';
import type { Edit } from './types';

export interface Edits {
  all: Edit[];
  /** The astrologer's words of a paragraph; undefined where the draft's own stand, empty where it is struck out. */
  of: (section: string, index: number) => string | undefined;
  put: (section: string, index: number, text: string) => void;
  drop: (section: string, index: number) => void;
}

/** What was changed in this draft. It lives with the page alone. */
export function useEdits(): Edits {
  const [edits, setEdits] = useState<ReadonlyMap<string, Edit>>(new Map());
  const put = useCallback((section: string, paragraph: number, text: string) => {
    setEdits((all) => new Map(all).set(paragraphId(section, paragraph), { section, paragraph, text }));
  }, []);
  const drop = useCallback((section: string, paragraph: number) => {
    setEdits((all) => {
      const rest = new Map(all);
      rest.delete(paragraphId(section, paragraph));
      return rest;
    });
  }, []);
  return { all: [...edits.values()], of: (section, index) => edits.get(paragraphId(section, index))?.text, put, drop };
}
