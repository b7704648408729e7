import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { sendCertificate, Upload } from '../claims/send-file';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';

interface Sending {
  upload: Upload;
  text: string;
}

/** HAR-7.3a: the official certificate is stored as the document that it is; it is looked at before it counts as given. */
export function CertificateUpload({ id, onChanged }: { id: string; onChanged: () => void }) {
  const { t } = useTranslation(['staff', 'claims']);
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [share, setShare] = useState(0);
  const files = useAsk(['certificate', id], () => outcomeOf(api.GET('/v1/staff/outages/{id}/certificate', { params: { path: { id } } })), { pollMs: 5_000 });
  const send = useAct((sending: Sending, key) => sendCertificate(id, sending.upload, sending.text, key, setShare));
  async function take(file: File | undefined) {
    if (!file) return;
    setShare(0);
    await send.run({ upload: new Upload(file), text: text.trim() });
    if (input.current) input.current.value = '';
    onChanged();
  }
  const sent = files.kind === 'value' ? files.value.items : [];
  return (
    <div className="stack-tight">
      {sent.map((file) => (
        <p key={file.id} className="soft">
          {file.name}
          {file.refused ? ` — ${t(`claims:files.refused.${file.refused}`)}` : null}
          {file.state === 'whole' ? ` — ${t('claims:files.whole')}` : null}
          {file.state === 'coming' ? ` — ${t('claims:files.coming')}` : null}
        </p>
      ))}
      <TextField label={t('outages.paper_text.certificate')} lines={2} maxLength={2000} value={text} onChange={setText} />
      <input
        ref={input}
        className="only-read-aloud"
        tabIndex={-1}
        type="file"
        accept="image/jpeg,image/png,application/pdf"
        aria-label={t('outages.attach_certificate')}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <ActNote state={send.state} />
      <div>
        <Button busy={send.running} isDisabled={text.trim() === ''} onPress={() => input.current?.click()}>
          {send.running ? t('claims:files.sending', { percent: Math.round(share * 100) }) : t('outages.attach_certificate')}
        </Button>
      </div>
    </div>
  );
}
