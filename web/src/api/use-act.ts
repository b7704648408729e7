import { useCallback, useRef, useState } from 'react';
import { Intent } from './intent';
import type { Outcome } from './outcome';

export type ActState<Value> = { kind: 'idle' } | { kind: 'running' } | Outcome<Value>;

export interface Act<Input, Value> {
  state: ActState<Value>;
  running: boolean;
  run: (input: Input) => Promise<Outcome<Value> | null>;
  reset: () => void;
}

/** One write of the person. A second run while the first is under way does nothing and answers null. */
export function useAct<Input, Value>(send: (input: Input, key: string) => Promise<Outcome<Value>>): Act<Input, Value> {
  const [state, setState] = useState<ActState<Value>>({ kind: 'idle' });
  const [intent] = useState(() => new Intent());
  const busy = useRef(false);
  const sender = useRef(send);
  sender.current = send;

  const run = useCallback(
    async (input: Input) => {
      if (busy.current) return null;
      busy.current = true;
      setState({ kind: 'running' });
      const outcome = await sender.current(input, intent.keyFor(input));
      if (outcome.kind !== 'fault') intent.settle();
      busy.current = false;
      setState(outcome);
      return outcome;
    },
    [intent],
  );
  const reset = useCallback(() => setState({ kind: 'idle' }), []);
  return { state, running: state.kind === 'running', run, reset };
}
