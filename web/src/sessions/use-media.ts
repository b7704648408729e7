import { useCallback, useEffect, useRef, useState } from 'react';
import { closeMedia, listDevices, NO_CHOICE, openMedia, type DeviceChoice, type Devices, type MediaTrouble } from './media';

export interface MediaOfPage {
  stream: MediaStream | null;
  trouble: MediaTrouble | null;
  devices: Devices;
  choice: DeviceChoice;
  choose: (part: Partial<DeviceChoice>) => void;
  open: () => void;
  /** Lets the devices go while the screen stays. */
  close: () => void;
}

const NO_DEVICES: Devices = { cameras: [], microphones: [], speakers: [] };

/** The device's camera and microphone while this screen is open; let go when it closes. */
export function useMedia(onChange?: (stream: MediaStream) => void): MediaOfPage {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [trouble, setTrouble] = useState<MediaTrouble | null>(null);
  const [devices, setDevices] = useState(NO_DEVICES);
  const [choice, setChoice] = useState(NO_CHOICE);
  const current = useRef<MediaStream | null>(null);
  const told = useRef(onChange);
  told.current = onChange;

  const take = useCallback(async (wish: DeviceChoice) => {
    const opened = await openMedia(wish, true);
    if ('trouble' in opened) {
      setTrouble(opened.trouble);
      return;
    }
    const before = current.current;
    current.current = opened.stream;
    setTrouble(null);
    setStream(opened.stream);
    told.current?.(opened.stream);
    closeMedia(before);
    setDevices(await listDevices());
  }, []);

  useEffect(() => () => closeMedia(current.current), []);

  const choose = useCallback(
    (part: Partial<DeviceChoice>) => {
      const next = { ...choice, ...part };
      setChoice(next);
      if ('camera' in part || 'microphone' in part) void take(next);
    },
    [choice, take],
  );
  const open = useCallback(() => void take(choice), [choice, take]);
  const close = useCallback(() => {
    closeMedia(current.current);
    current.current = null;
    setStream(null);
  }, []);
  return { stream, trouble, devices, choice, choose, open, close };
}
