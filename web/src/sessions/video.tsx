import { useEffect, useRef } from 'react';

interface VideoProps {
  stream: MediaStream | null;
  label: string;
  muted?: boolean;
  mirrored?: boolean;
  speaker?: string | null;
  className: string;
  /** Only sound is meant to come: the last picture is not left standing. */
  quiet?: boolean;
}

export function Video({ stream, label, muted = false, mirrored = false, speaker = null, className, quiet = false }: VideoProps) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (video && video.srcObject !== stream) video.srcObject = stream;
  }, [stream]);
  useEffect(() => {
    const video = element.current;
    if (video && speaker && 'setSinkId' in video) void video.setSinkId(speaker).catch(() => undefined);
  }, [speaker]);
  return (
    <video
      ref={element}
      className={className}
      data-mirrored={mirrored}
      data-quiet={quiet}
      aria-label={label}
      autoPlay
      playsInline
      muted={muted}
      disablePictureInPicture
    />
  );
}
