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

/** Announces the file and sends its parts one after another; a part that did not arrive is sent again, not the file. */
export async function sendFile(
  to: SendingTo,
  upload: Upload,
  key: string,
  onProgress: (share: number) => void,
): Promise<Outcome<ClaimFile>> {
  const { file } = upload;
  const announced = await announce(to, file, key);
  if (announced.kind !== 'value') return announced;
  const { file: made, parts, part_bytes: size } = announced.value;
  upload.id = made.id;
  let last: Outcome<ClaimFile> = { kind: 'value', value: made };
  for (let part = upload.arrived + 1; part <= parts; part += 1) {
    onProgress((part - 1) / parts);
    last = await sendPart(to, made.id, part, file.slice((part - 1) * size, part * size));
    if (last.kind !== 'value') return last;
    upload.arrived = part;
  }
  return last;
}

function announce({ claim, asStaff }: SendingTo, file: File, key: string) {
  const init = {
    params: { path: { id: claim }, header: { 'Idempotency-Key': key } },
    body: { name: file.name.slice(-120) || '?', size_bytes: file.size },
  };
  return outcomeOf(asStaff ? api.POST('/v1/staff/claims/{id}/files', init) : api.POST('/v1/claims/{id}/files', init));
}

async function sendPart({ claim, asStaff }: SendingTo, file: string, part: number, bytes: Blob): Promise<Outcome<ClaimFile>> {
  const init = {
    params: { path: { id: claim, file, part: String(part) } },
    headers: { 'Content-Type': 'application/octet-stream' },
    body: bytes as unknown as string,
    bodySerializer: (body: unknown) => body as Blob,
  };
  for (let tried = 1; ; tried += 1) {
    const outcome = await outcomeOf(
      asStaff ? api.PUT('/v1/staff/claims/{id}/files/{file}/parts/{part}', init) : api.PUT('/v1/claims/{id}/files/{file}/parts/{part}', init),
    );
    if (outcome.kind !== 'fault' || tried === TRIES) return outcome;
    await new Promise((resume) => setTimeout(resume, PAUSE_MS * tried));
  }
}

export function fileAddress({ claim, asStaff }: SendingTo, file: string): string {
  return asStaff ? `/v1/staff/claims/${claim}/files/${file}?purpose=complaint` : `/v1/claims/${claim}/files/${file}`;
}
