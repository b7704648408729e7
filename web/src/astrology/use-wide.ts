import { useSyncExternalStore } from 'react';

const QUERY = '(min-width: 64rem)';

/** Whether the screen has room for the panes side by side. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(QUERY);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(QUERY).matches,
  );
}
