import { api } from '../api/client';
import { outcomeOf, type Outcome } from '../api/outcome';
import type { ClaimFile } from '../api/types';

/** How often a part is sent again when the connection fails, before the person is asked. */
const TRIES = 4;
const PAUSE_MS = 1500;

export interface SendingTo {
  claim: string;
  asStaff: boolean;
}

/** One file on its way. Asked to send it once more, it goes on where it stopped. */
export class Upload {
  /** Parts that came, counted from the first. */
  arrived = 0;
  /** As the server knows it, once it was announced. */
  id: string | null = null;
  constructor(readonly file: File) {}
  /** What makes it another file: a File itself is written as nothing. */
  toJSON() {
    return [this.file.name, this.file.size, this.file.lastModified];
  }
}

interface Announced {
  file: ClaimFile;
  parts: number;
  part_bytes: number;
}
type Progress = (share: number) => void;
type SendPart = (id: string, part: string, bytes: Blob) => Promise<Outcome<ClaimFile>>;

/** Sends the parts of an announced file one after another; a part that did not arrive is sent again, not the file. */
async function sendParts(announced: Announced, upload: Upload, send: SendPart, onProgress: Progress): Promise<Outcome<ClaimFile>> {
  const { file: made, parts, part_bytes: size } = announced;
  upload.id = made.id;
  let last: Outcome<ClaimFile> = { kind: 'value', value: made };
  for (let part = upload.arrived + 1; part <= parts; part += 1) {
    onProgress((part - 1) / parts);
    last = await sendOften(() => send(made.id, String(part), upload.file.slice((part - 1) * size, part * size)));
    if (last.kind !== 'value') return last;
    upload.arrived = part;
  }
  return last;
}

async function sendOften(send: () => Promise<Outcome<ClaimFile>>): Promise<Outcome<ClaimFile>> {
  for (let tried = 1; ; tried += 1) {
    const outcome = await send();
    if (outcome.kind !== 'fault' || tried === TRIES) return outcome;
    await new Promise((resume) => setTimeout(resume, PAUSE_MS * tried));
  }
}

const nameOf = (file: File) => file.name.slice(-120) || '?';
const rawBody = (bytes: Blob) => ({
  headers: { 'Content-Type': 'application/octet-stream' },
  body: bytes as unknown as string,
  bodySerializer: (body: unknown) => body as Blob,
});

/** A picture or PDF that belongs to a case. */
export async function sendFile(to: SendingTo, upload: Upload, key: string, onProgress: Progress): Promise<Outcome<ClaimFile>> {
  const init = {
    params: { path: { id: to.claim }, header: { 'Idempotency-Key': key } },
    body: { name: nameOf(upload.file), size_bytes: upload.file.size },
  };
  const announced = await outcomeOf(to.asStaff ? api.POST('/v1/staff/claims/{id}/files', init) : api.POST('/v1/claims/{id}/files', init));
  if (announced.kind !== 'value') return announced;
  const send: SendPart = (id, part, bytes) => {
    const one = { params: { path: { id: to.claim, file: id, part } }, ...rawBody(bytes) };
    return outcomeOf(
      to.asStaff ? api.PUT('/v1/staff/claims/{id}/files/{file}/parts/{part}', one) : api.PUT('/v1/claims/{id}/files/{file}/parts/{part}', one),
    );
  };
  return sendParts(announced.value, upload, send, onProgress);
}

/** The official certificate of a force majeure, with its number and issuer. */
export async function sendCertificate(outage: string, upload: Upload, text: string, key: string, onProgress: Progress): Promise<Outcome<ClaimFile>> {
  const announced = await outcomeOf(
    api.POST('/v1/staff/outages/{id}/certificate', {
      params: { path: { id: outage }, header: { 'Idempotency-Key': key } },
      body: { name: nameOf(upload.file), size_bytes: upload.file.size, text },
    }),
  );
  if (announced.kind !== 'value') return announced;
  const send: SendPart = (id, part, bytes) =>
    outcomeOf(
      api.PUT('/v1/staff/outages/{id}/certificate/{file}/parts/{part}', { params: { path: { id: outage, file: id, part } }, ...rawBody(bytes) }),
    );
  return sendParts(announced.value, upload, send, onProgress);
}

export function fileAddress({ claim, asStaff }: SendingTo, file: string): string {
  return asStaff ? `/v1/staff/claims/${claim}/files/${file}?purpose=complaint` : `/v1/claims/${claim}/files/${file}`;
}

export const certificateAddress = (outage: string): string => `/v1/outages/${outage}/certificate`;
