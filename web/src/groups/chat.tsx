import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBrand } from '../api/brand';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { useMoments } from '../ui/moment';
import { Card } from '../ui/page';
import type { GroupCall, GroupView } from './group-call';
import type { Stage } from './messages';

export function Chat({ call, view, stage }: { call: GroupCall; view: GroupView; stage: Stage }) {
  const { t } = useTranslation('groups');
  const bounds = useBrand()?.groups;
  const moments = useMoments();
  const [text, setText] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const speaker = stage.you.part === 'speaker';
  const may = stage.chat_open || speaker;
  const count = view.messages.length;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [count]);
  function say() {
    if (text.trim() === '') return;
    call.tell({ type: 'say', text: text.trim() });
    setText('');
  }
  return (
    <Card title={t('chat.title')}>
      <ol className="group-chat" ref={list} role="log" aria-label={t('chat.title')} tabIndex={0}>
        {view.messages.map((one) => (
          <li key={one.id}>
            <span className="soft small">
              {one.name === '' ? t('chat.nameless') : one.name}
              {one.part === 'speaker' ? <strong> · {t('part.speaker')}</strong> : null} · {moments.time(one.at)}
            </span>
            <p>{one.text}</p>
          </li>
        ))}
      </ol>
      {count === 0 ? <p className="soft">{t('chat.empty')}</p> : null}
      {may ? (
        <form
          className="stack-tight"
          onSubmit={(event) => {
            event.preventDefault();
            say();
          }}
        >
          <TextField label={t('chat.label')} value={text} onChange={setText} {...(bounds ? { maxLength: bounds.chat_letters_max } : {})} />
          <div>
            <Button type="submit" isDisabled={text.trim() === ''}>
              {t('chat.send')}
            </Button>
          </div>
        </form>
      ) : (
        <p>{t('chat.off')}</p>
      )}
      {speaker ? (
        <div>
          <Button look="quiet" onPress={() => call.tell({ type: 'chat', open: !stage.chat_open })}>
            {stage.chat_open ? t('chat.close') : t('chat.open')}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
