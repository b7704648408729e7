import type { components } from './schema.gen';

export type Problem = components['schemas']['Problem'];

/** Every reply of the server is one of three, and each screen shows all three. */
export type Outcome<Value> =
  | { kind: 'value'; value: Value }
  /** A domain "no": final for this request, with a clause or a shape rule. */
  | { kind: 'refusal'; refusal: Refusal }
  /** The world failed: the same request may be sent again. */
  | { kind: 'fault'; fault: Fault };

export interface Refusal {
  status: number;
  code: string;
  textKey: string;
  /** Values for the places of the text. */
  params: Record<string, string>;
  clause: components['schemas']['Clause'] | null;
  errors: { path: string; code: string }[];
}

export interface Fault {
  code: 'offline' | 'busy' | 'server' | 'unreadable';
  retryAfterSeconds: number | null;
}

export const value = <Value>(of: Value): Outcome<Value> => ({ kind: 'value', value: of });
const fault = (code: Fault['code'], retryAfterSeconds: number | null = null): Outcome<never> => ({
  kind: 'fault',
  fault: { code, retryAfterSeconds },
});

interface Fetched<Value> {
  data?: Value | undefined;
  error?: unknown;
  response: Response;
}

/** Maps one fetched reply. Network failure, 429, 5xx and a body that is no problem are faults; every other error is a refusal. */
export async function outcomeOf<Value>(fetching: Promise<Fetched<Value>>): Promise<Outcome<Value>> {
  let fetched: Fetched<Value>;
  try {
    fetched = await fetching;
  } catch {
    return fault('offline');
  }
  const { response, data, error } = fetched;
  if (response.ok) return value(data as Value);
  if (response.status >= 500) {
    return fault(response.status === 503 ? 'busy' : 'server', retryAfter(response));
  }
  if (!isProblem(error)) return fault('unreadable');
  return { kind: 'refusal', refusal: refusalOf(error) };
}

export function refusalOf(problem: Problem): Refusal {
  return {
    status: problem.status,
    code: problem.code,
    textKey: problem.text_key,
    params: problem.params ?? {},
    clause: problem.clause ?? null,
    errors: problem.errors ?? [],
  };
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'status' in body;
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('Retry-After'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}
