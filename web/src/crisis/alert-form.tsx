import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { AlertAnswered } from '../api/types';
import { useAct, type ActState } from '../api/use-act';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { Notice } from '../ui/notice';

type Kind = 'urgent' | 'condition';

/** Who was told, or that nobody was: then there is nothing to wait for. */
function AlertAnswer({ state }: { state: ActState<AlertAnswered> }) {
  const { t } = useTranslation();
  if (state.kind === 'fault' || (state.kind === 'value' && !state.value.specialist_told && !state.value.duty_told)) {
    return (
      <Notice tone="bad" title={t('alert.not_told.title')} live>
        <p>{t('alert.not_told.text')}</p>
      </Notice>
    );
  }
  if (state.kind !== 'value') return <ActNote state={state} />;
  return (
    <Notice tone="good" live>
      <p>{state.value.specialist_told ? t('alert.sent') : t('alert.sent_duty')}</p>
    </Notice>
  );
}

/** HAR-4.2.11a, HAR-3.12b: the psychologist and the duty hear at once, at any hour; nothing else follows from it. */
export function AlertForm() {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const send = useAct((kind: Kind, key) =>
    outcomeOf(api.POST('/v1/alerts', { params: { header: { 'Idempotency-Key': key } }, body: { kind, ...(words.trim() ? { words: words.trim() } : {}) } })),
  );
  return (
    <div className="stack">
      <p>{t('alert.text')}</p>
      <AlertAnswer state={send.state} />
      <div className="row">
        <Button look="danger" busy={send.running} onPress={() => void send.run('urgent')}>
          {t('alert.urgent')}
        </Button>
        <Button busy={send.running} onPress={() => void send.run('condition')}>
          {t('alert.condition')}
        </Button>
      </div>
      <TextField label={t('alert.words')} hint={t('alert.words_hint')} value={words} onChange={setWords} lines={2} maxLength={1000} />
      <p className="soft">{t('alert.no_harm')}</p>
    </div>
  );
}
