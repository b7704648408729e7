import { useEffect, useRef } from 'react';

interface VideoProps {
  stream: MediaStream | null;
  label: string;
  muted?: boolean;
  mirrored?: boolean;
  speaker?: string | null;
  className: string;
}

export function Video({ stream, label, muted = false, mirrored = false, speaker = null, className }: VideoProps) {
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
      aria-label={label}
      autoPlay
      playsInline
      muted={muted}
      disablePictureInPicture
    />
  );
}
