import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBrand } from '../api/brand';
import { Button } from '../ui/button';
import { ChatForm, ChatLog, type ChatLine } from '../ui/chat';
import { useMoments } from '../ui/moment';
import { Card } from '../ui/page';
import type { GroupCall, GroupView } from './group-call';
import type { Stage } from './messages';
import { knownRefusal } from './refusals';

interface ChatProps {
  call: GroupCall;
  view: GroupView;
  stage: Stage;
}

export function Chat({ call, view, stage }: ChatProps) {
  const { t } = useTranslation('groups');
  const bounds = useBrand()?.groups;
  const [last, setLast] = useState('');
  const lines = useLines(view, stage);
  const speaker = stage.you.part === 'speaker';
  function say(text: string) {
    setLast(text);
    call.tell({ type: 'say', text });
  }
  if (!bounds) return null;
  const refused = view.refusal?.what === 'say' ? view.refusal.code : null;
  const unsaid: ChatLine[] =
    refused === null ? [] : [{ id: 'unsaid', name: t('stage.you'), text: last, own: true, foot: <UnsaidFoot code={refused} onAgain={() => say(last)} /> }];
  return (
    <Card title={t('chat.title')}>
      <div className="chat-box">
        <ChatLog label={t('chat.title')} lines={[...lines, ...unsaid]} empty={t('chat.empty')} head={t('rules.chat', { count: bounds.chat_kept_days })} />
      </div>
      {stage.chat_open || speaker ? (
        <ChatForm label={t('chat.label')} send={t('chat.send')} lettersMax={bounds.chat_letters_max} oneLine onSay={(text) => say(text.trim())} />
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

function useLines(view: GroupView, stage: Stage): ChatLine[] {
  const { t } = useTranslation('groups');
  const moments = useMoments();
  return view.messages.map((one) => {
    const own = one.from === stage.you.id;
    const name = own ? t('stage.you') : one.name === '' ? t('chat.nameless') : one.name;
    return { id: one.id, name, at: moments.time(one.at), text: one.text, own, ...(one.part === 'speaker' ? { part: t('part.speaker') } : {}) };
  });
}

function UnsaidFoot({ code, onAgain }: { code: string; onAgain: () => void }) {
  const { t } = useTranslation('groups');
  const bounds = useBrand()?.groups;
  return (
    <>
      <span className="wrong" role="alert">
        {t(`refused.${knownRefusal(code)}`, { letters: bounds?.chat_letters_max, messages: bounds?.chat_messages_a_minute })}
      </span>
      <Button look="quiet" onPress={onAgain}>
        {t('chat.again')}
      </Button>
    </>
  );
}
