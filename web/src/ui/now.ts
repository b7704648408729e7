import { useEffect, useState } from 'react';

// How far the clock of the business is ahead of this device's. Replies carry the time of the machine; in the sandbox the
// business has a movable clock of its own, which then goes first.
let offsetMs = 0;
let movable = false;
const SMALL_MS = 2_000;

/** The Date of a reply. */
export function noteServerTime(date: string | null): void {
  if (!movable) follow(date);
}

/** The business's own clock, as the sandbox or a room tells it. */
export function setServerClock(now: string | null): void {
  if (now) movable = true;
  follow(now);
}

function follow(date: string | null): void {
  const server = date ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(server)) return;
  const difference = server - Date.now();
  offsetMs = Math.abs(difference) < SMALL_MS ? 0 : difference;
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
