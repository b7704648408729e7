/** Camera, microphone and speaker of this device. Nothing here keeps, copies or analyses what they give (HAR-3.4). */

export interface Devices {
  cameras: MediaDeviceInfo[];
  microphones: MediaDeviceInfo[];
  speakers: MediaDeviceInfo[];
}

export interface DeviceChoice {
  camera: string | null;
  microphone: string | null;
  speaker: string | null;
}

export const NO_CHOICE: DeviceChoice = { camera: null, microphone: null, speaker: null };

export async function listDevices(): Promise<Devices> {
  const all = await navigator.mediaDevices.enumerateDevices();
  const of = (kind: MediaDeviceKind) => all.filter((device) => device.kind === kind && device.deviceId !== '');
  return { cameras: of('videoinput'), microphones: of('audioinput'), speakers: of('audiooutput') };
}

export type MediaTrouble = 'refused' | 'missing' | 'busy' | 'unsupported';

export type Opened = { stream: MediaStream; camera: boolean; microphone: boolean } | { trouble: MediaTrouble };

/** Opens what there is: with a camera if possible, else sound alone. */
export async function openMedia(choice: DeviceChoice, wantCamera: boolean): Promise<Opened> {
  if (!('mediaDevices' in navigator)) return { trouble: 'unsupported' };
  const audio: MediaTrackConstraints = {
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    ...(choice.microphone ? { deviceId: { ideal: choice.microphone } } : {}),
  };
  const video: MediaTrackConstraints = {
    width: { ideal: 640 },
    height: { ideal: 480 },
    frameRate: { ideal: 24, max: 30 },
    facingMode: 'user',
    ...(choice.camera ? { deviceId: { ideal: choice.camera } } : {}),
  };
  const wishes: MediaStreamConstraints[] = wantCamera ? [{ audio, video }, { audio }, { video }] : [{ audio }];
  let trouble: MediaTrouble = 'missing';
  for (const wish of wishes) {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(wish);
      return { stream, camera: stream.getVideoTracks().length > 0, microphone: stream.getAudioTracks().length > 0 };
    } catch (error) {
      trouble = troubleOf(error);
      if (trouble === 'refused') break;
    }
  }
  return { trouble };
}

export function closeMedia(stream: MediaStream | null): void {
  stream?.getTracks().forEach((track) => track.stop());
}

function troubleOf(error: unknown): MediaTrouble {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
  return 'missing';
}
