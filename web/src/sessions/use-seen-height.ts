import { useEffect, useState } from 'react';

/** Below this height there is a keyboard on the screen: what is not needed for writing gives way. */
const SHORT_PX = 560;

/**
 * Keeps the room as high as what is seen of the window, above an on-screen keyboard too; without this the field that one
 * writes in lies under the keyboard of a phone. Answers whether it is short.
 */
export function useSeenHeight(): boolean {
  const [short, setShort] = useState(false);
  useEffect(() => {
    const seen = window.visualViewport;
    if (!seen) return undefined;
    const root = document.documentElement;
    function measure(this: void) {
      // Pinched closer: the window itself is as high as before.
      if (!seen || seen.scale > 1.01) return;
      root.style.setProperty('--seen-height', `${Math.round(seen.height)}px`);
      setShort(seen.height < SHORT_PX);
      if (seen.height < window.innerHeight) window.scrollTo(0, 0);
    }
    measure();
    seen.addEventListener('resize', measure);
    return () => {
      seen.removeEventListener('resize', measure);
      root.style.removeProperty('--seen-height');
    };
  }, []);
  return short;
}
