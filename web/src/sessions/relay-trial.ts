import { waysOf } from './connection';
import { selectedPair } from './selected-pair';

const CONNECT_MS = 8000;
const LASTS_MS = 5000;

/** What a call of this page with itself, through the relay there and back, came to. */
export interface RelayTrial {
  reached: boolean;
  kbps?: number;
  lost_permille?: number;
  round_trip_ms?: number;
}

interface Received {
  bytes: number;
  packets: number;
  lost: number;
  roundTripSeconds: number | null;
}

/**
 * Sends what the camera and the microphone give through the relay and back for five seconds. Nobody else hears or sees it,
 * and nothing of it is kept but the figures.
 */
export async function tryRelay(iceServers: RTCIceServer[], stream: MediaStream, stop: AbortSignal): Promise<RelayTrial> {
  const near = new RTCPeerConnection(waysOf('relay', iceServers));
  const far = new RTCPeerConnection(waysOf('relay', iceServers));
  try {
    near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate).catch(() => undefined);
    far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate).catch(() => undefined);
    stream.getTracks().forEach((track) => near.addTrack(track, stream));
    await near.setLocalDescription();
    await far.setRemoteDescription(near.localDescription as RTCSessionDescription);
    await far.setLocalDescription();
    await near.setRemoteDescription(far.localDescription as RTCSessionDescription);
    if (!(await connected(near, stop))) return { reached: false };
    const before = await received(far, near);
    await pause(LASTS_MS, stop);
    return figures(before, await received(far, near));
  } catch {
    return { reached: false };
  } finally {
    near.close();
    far.close();
  }
}

function figures(before: Received, after: Received): RelayTrial {
  const packets = after.packets - before.packets;
  const lost = Math.max(0, after.lost - before.lost);
  if (packets <= 0) return { reached: false };
  return {
    reached: true,
    kbps: Math.round(((after.bytes - before.bytes) * 8) / LASTS_MS),
    lost_permille: Math.round((1000 * lost) / (packets + lost)),
    ...(after.roundTripSeconds === null ? {} : { round_trip_ms: Math.round(1000 * after.roundTripSeconds) }),
  };
}

function connected(peer: RTCPeerConnection, stop: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => resolve(false), CONNECT_MS);
    const look = () => {
      if (peer.connectionState !== 'connected' && peer.connectionState !== 'failed' && !stop.aborted) return;
      clearTimeout(patience);
      resolve(peer.connectionState === 'connected');
    };
    peer.addEventListener('connectionstatechange', look);
    stop.addEventListener('abort', look, { once: true });
  });
}

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    stop.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}

async function received(by: RTCPeerConnection, from: RTCPeerConnection): Promise<Received> {
  const sum: Received = { bytes: 0, packets: 0, lost: 0, roundTripSeconds: null };
  (await by.getStats()).forEach((row: Record<string, unknown>) => {
    if (row['type'] !== 'inbound-rtp') return;
    sum.bytes += numberOr0(row['bytesReceived']);
    sum.packets += numberOr0(row['packetsReceived']);
    sum.lost += numberOr0(row['packetsLost']);
  });
  const roundTrip = selectedPair(await from.getStats())?.['currentRoundTripTime'];
  return { ...sum, roundTripSeconds: typeof roundTrip === 'number' ? roundTrip : null };
}

const numberOr0 = (of: unknown): number => (typeof of === 'number' ? of : 0);
