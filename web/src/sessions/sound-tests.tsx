import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';

const TONE_HZ = 440;
const TONE_SECONDS = 1.2;

/** A bar that moves with the voice. The sound is measured for its loudness, shown and forgotten. */
export function MicrophoneMeter({ stream }: { stream: MediaStream }) {
  const { t } = useTranslation('sessions');
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (stream.getAudioTracks().length === 0) return undefined;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 512;
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Uint8Array(analyser.fftSize);
    let frame = 0;
    const draw = () => {
      analyser.getByteTimeDomainData(samples);
      const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0) / 128;
      if (bar.current) bar.current.style.transform = `scaleX(${Math.min(1, loudest * 1.6)})`;
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => {
      cancelAnimationFrame(frame);
      void context.close();
    };
  }, [stream]);
  return (
    <div className="stack-tight">
      <p>{t('check.speak')}</p>
      <div className="meter" aria-hidden="true">
        <span ref={bar} />
      </div>
    </div>
  );
}

export function SpeakerTest({ speaker }: { speaker: string | null }) {
  const { t } = useTranslation('sessions');
  function play() {
    const context = new AudioContext();
    if (speaker && 'setSinkId' in context) {
      void (context as AudioContext & { setSinkId: (id: string) => Promise<void> }).setSinkId(speaker).catch(() => undefined);
    }
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = TONE_HZ;
    volume.gain.setValueAtTime(0.0001, context.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.2, context.currentTime + 0.1);
    volume.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + TONE_SECONDS);
    tone.connect(volume).connect(context.destination);
    tone.start();
    tone.stop(context.currentTime + TONE_SECONDS);
    tone.onended = () => void context.close();
  }
  return (
    <div className="row">
      <Button onPress={play}>{t('check.play')}</Button>
      <span className="soft small">{t('check.play_hint')}</span>
    </div>
  );
}
