import { describe, expect, it } from 'vitest';
import { selectedPair } from './selected-pair';

const former = { id: 'P1', type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.9 };
const present = { id: 'P2', type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.04 };
const sound = { id: 'A', type: 'inbound-rtp', kind: 'audio' };

describe('selected pair', () => {
  it('is the one that the transport names, not another that was nominated', () => {
    expect(selectedPair([{ id: 'T', type: 'transport', selectedCandidatePairId: 'P1' }, present, former, sound])).toBe(former);
    expect(selectedPair([former, present, { id: 'T', type: 'transport', selectedCandidatePairId: 'P2' }])).toBe(present);
  });

  it('is the one that is marked, where there is no row of the transport', () => {
    const marked = { ...present, selected: true };
    expect(selectedPair([{ ...former, selected: false }, marked, sound])).toBe(marked);
  });

  it('is none before there is a path', () => {
    expect(selectedPair([{ id: 'T', type: 'transport' }, { ...former, nominated: false }])).toBeNull();
    expect(selectedPair([])).toBeNull();
  });
});
