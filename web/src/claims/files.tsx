import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Claim, ClaimFile } from '../api/types';
import { useAct } from '../api/use-act';
import { ActNote, FaultNote } from '../ui/answer';
import { Button } from '../ui/button';
import { useMoments } from '../ui/moment';
import { Card } from '../ui/page';
import { fileAddress, sendFile, Upload, type SendingTo } from './send-file';

const TAKEN = 'image/jpeg,image/png,application/pdf';

interface FilesProps {
  claim: Claim;
  asStaff?: boolean;
  /** The case has more files now. */
  onSent: () => void;
}

/** The pictures and PDFs of a case, and a place to add one. */
export function Files({ claim, asStaff = false, onSent }: FilesProps) {
  const { t } = useTranslation('claims');
  const to = { claim: claim.id, asStaff };
  const [upload, setUpload] = useState<Upload | null>(null);
  if (claim.files.length === 0 && !claim.can.attach) return null;
  return (
    <Card title={t('files.title')}>
      {claim.files.length > 0 ? (
        <ul className="lines">
          {claim.files.map((file) => (
            <FileLine key={file.id} file={file} to={to} ownUpload={upload?.id === file.id} />
          ))}
        </ul>
      ) : null}
      {claim.can.attach ? <Attach to={to} upload={upload} onUpload={setUpload} onSent={onSent} /> : <p className="soft">{t('files.enough')}</p>}
    </Card>
  );
}

/** `ownUpload`: it is being sent from this page, which says how far it came. */
function FileLine({ file, to, ownUpload }: { file: ClaimFile; to: SendingTo; ownUpload: boolean }) {
  const { t } = useTranslation('claims');
  const moments = useMoments();
  return (
    <li className="row-apart">
      <span>
        <span className="strong">{file.name ?? t('thread.erased')}</span>
        <br />
        <span className="soft small">{moments.full(file.at)}</span>
        <br />
        {file.refused ? <span>{t(`files.refused.${file.refused}`)}</span> : null}
        {file.state === 'whole' ? <span>{t('files.whole')}</span> : null}
        {file.state === 'coming' && !ownUpload ? <span>{t('files.coming')}</span> : null}
      </span>
      {file.state === 'kept' ? (
        <a className="button" data-look="quiet" download href={fileAddress(to, file.id)}>
          {t('files.download')}
        </a>
      ) : null}
    </li>
  );
}

interface AttachProps {
  to: SendingTo;
  upload: Upload | null;
  onUpload: (upload: Upload) => void;
  onSent: () => void;
}

function Attach({ to, upload, onUpload, onSent }: AttachProps) {
  const { t } = useTranslation('claims');
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState(0);
  const send = useAct((chosen: Upload, key) => sendFile(to, chosen, key, setShare));
  async function take(chosen: Upload) {
    onUpload(chosen);
    await send.run(chosen);
    if (input.current) input.current.value = '';
    onSent();
  }
  function choose(file: File | undefined) {
    if (!file) return;
    setShare(0);
    void take(new Upload(file));
  }
  return (
    <div className="stack-tight">
      <p className="soft">{t('files.hint')}</p>
      <input
        ref={input}
        className="only-read-aloud"
        tabIndex={-1}
        type="file"
        accept={TAKEN}
        aria-label={t('files.attach')}
        onChange={(event) => choose(event.target.files?.[0])}
      />
      {upload && send.state.kind === 'fault' ? (
        <>
          <p className="strong">{t('files.stopped', { name: upload.file.name, percent: Math.round(share * 100) })}</p>
          <FaultNote fault={send.state.fault} again={() => void take(upload)} live />
        </>
      ) : (
        <ActNote state={send.state} />
      )}
      <div>
        <Button look="secondary" busy={send.running} onPress={() => input.current?.click()}>
          {send.running ? t('files.sending', { percent: Math.round(share * 100) }) : t('files.attach')}
        </Button>
      </div>
    </div>
  );
}
