import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Claim, ClaimFile } from '../api/types';
import { useAct } from '../api/use-act';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { useMoments } from '../ui/moment';
import { Card } from '../ui/page';
import { fileAddress, sendFile, type SendingTo } from './send-file';

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
  if (claim.files.length === 0 && !claim.can.attach) return null;
  return (
    <Card title={t('files.title')}>
      {claim.files.length > 0 ? (
        <ul className="lines">
          {claim.files.map((file) => (
            <FileLine key={file.id} file={file} to={to} />
          ))}
        </ul>
      ) : null}
      {claim.can.attach ? <Attach to={to} onSent={onSent} /> : <p className="soft">{t('files.enough')}</p>}
    </Card>
  );
}

function FileLine({ file, to }: { file: ClaimFile; to: SendingTo }) {
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
        {file.state === 'coming' ? <span>{t('files.coming')}</span> : null}
      </span>
      {file.state === 'kept' ? (
        <a className="button" data-look="quiet" download href={fileAddress(to, file.id)}>
          {t('files.download')}
        </a>
      ) : null}
    </li>
  );
}

function Attach({ to, onSent }: { to: SendingTo; onSent: () => void }) {
  const { t } = useTranslation('claims');
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState(0);
  const send = useAct((file: File, key) => sendFile(to, file, key, setShare));
  async function take(file: File | undefined) {
    if (!file) return;
    setShare(0);
    await send.run(file);
    if (input.current) input.current.value = '';
    onSent();
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
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <ActNote state={send.state} />
      <div>
        <Button look="secondary" busy={send.running} onPress={() => input.current?.click()}>
          {send.running ? t('files.sending', { percent: Math.round(share * 100) }) : t('files.attach')}
        </Button>
      </div>
    </div>
  );
}
