import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { Notice } from '../ui/notice';

type Kind = 'urgent' | 'condition';

/** HAR-4.2.11a, HAR-3.12b: the psychologist and the duty hear at once, at any hour; nothing else follows from it. */
export function AlertForm() {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const send = useAct((kind: Kind, key) =>
    outcomeOf(api.POST('/v1/alerts', { params: { header: { 'Idempotency-Key': key } }, body: { kind, ...(words.trim() ? { words: words.trim() } : {}) } })),
  );
  const sent = send.state.kind === 'value' ? send.state.value : null;
  return (
    <div className="stack">
      <p>{t('alert.text')}</p>
      <div className="row">
        <Button look="danger" busy={send.running} onPress={() => void send.run('urgent')}>
          {t('alert.urgent')}
        </Button>
        <Button busy={send.running} onPress={() => void send.run('condition')}>
          {t('alert.condition')}
        </Button>
      </div>
      {sent ? (
        <Notice tone="good" live>
          <p>{sent.specialist_told ? t('alert.sent') : t('alert.sent_duty')}</p>
        </Notice>
      ) : (
        <ActNote state={send.state} />
      )}
      <TextField label={t('alert.words')} hint={t('alert.words_hint')} value={words} onChange={setWords} lines={2} maxLength={1000} />
      <p className="soft">{t('alert.no_harm')}</p>
    </div>
  );
}
