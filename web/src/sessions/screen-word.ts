import type { CallView } from './call';

/** What the caption says of a screen. A weak line carries no screen, whatever was chosen of the cameras. */
export function screenWord({ room, tooSlow, peerWeak }: Pick<CallView, 'room' | 'tooSlow' | 'peerWeak'>) {
  if (room?.sharing === 'you') return tooSlow ? 'screen.you_weak' : 'screen.you';
  if (room?.sharing === 'other') return peerWeak ? 'screen.other_weak' : 'screen.other';
  return null;
}
