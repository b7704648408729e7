import { useEffect, useState } from 'react';

// In the sandbox the business has its own movable clock; replies carry it in Date, so countdowns follow the server.
let offsetMs = 0;

export function noteServerTime(date: string | null): void {
  if (!date) return;
  const server = Date.parse(date);
  if (Number.isNaN(server)) return;
  const difference = server - Date.now();
  offsetMs = Math.abs(difference) < 2_000 ? 0 : difference;
}

/** The server's clock as this page knows it, in milliseconds. Used to count down and to write dates, never to decide. */
export function serverNow(): number {
  return Date.now() + offsetMs;
}

export function useNow(): () => number {
  return serverNow;
}

/** Re-renders every `everyMs` and gives the current instant. */
export function useTick(everyMs = 1000): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
