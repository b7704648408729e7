/**
 * The person's own screen, shown live to the other like the picture of the camera, and to nobody else. Nothing is kept of it
 * (HAR-3.4), and the tab of the session itself is not offered, so that nobody passes the session on (HAR-4.2.7).
 */
export type OpenedScreen = { track: MediaStreamTrack } | { trouble: 'refused' | 'impossible' };

/** A phone's browser has no such thing. */
export const canShowScreen = (): boolean => 'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices;

/** Asks the person what to show. `refused` is also who thought better of it. */
export async function openScreen(): Promise<OpenedScreen> {
  const wish = {
    video: { frameRate: { max: 15 }, width: { max: 1920 }, height: { max: 1200 } },
    audio: false,
    selfBrowserSurface: 'exclude',
    systemAudio: 'exclude',
  };
  try {
    const [track] = (await navigator.mediaDevices.getDisplayMedia(wish)).getVideoTracks();
    if (!track) return { trouble: 'impossible' };
    track.contentHint = 'detail';
    return { track };
  } catch (error) {
    return { trouble: error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'impossible' };
  }
}
