import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { ChatForm, ChatLog, type ChatLine } from '../ui/chat';
import { CrossIcon } from '../ui/icons';
import { useMoments } from '../ui/moment';
import type { Chat, ChatDraft, ChatMessage, ChatState } from './chat';

/** As the server bounds a message (rules/chat.h); what is longer it refuses. */
const LETTERS_MAX = 2000;

interface ChatPanelProps {
  chat: Chat;
  state: ChatState;
  own: ChatMessage['who'];
  other: string;
  onClose: () => void;
}

/** Beside the picture on a wide screen, under it on a phone; Escape closes it. */
export function ChatPanel({ chat, state, own, other, onClose }: ChatPanelProps) {
  const { t } = useTranslation('sessions');
  const messages = useLines(own, other)(state.messages);
  const drafts = state.drafts.map((draft) => ({ id: lineId(own, draft.mark), name: t('join.you'), text: draft.text, own: true, foot: <DraftFoot chat={chat} draft={draft} /> }));
  return (
    <aside
      className="call-chat"
      id="call-chat"
      aria-label={t('chat.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
      }}
    >
      <div className="call-chat-head">
        <h2>{t('chat.title')}</h2>
        <button type="button" className="dialog-close" aria-label={t('chat.close')} onClick={onClose}>
          <CrossIcon />
        </button>
      </div>
      <ChatLog label={t('chat.title')} lines={[...messages, ...drafts]} empty={t('chat.empty')} head={<ChatRules />} />
      <ChatForm label={t('chat.label')} send={t('chat.send')} lettersMax={LETTERS_MAX} onSay={(text) => chat.say(text)} focused />
    </aside>
  );
}

/** The rules of HAR-4.2.7a and HAR-4.2.10a, and who reads what is written. */
function ChatRules() {
  const { t } = useTranslation('sessions');
  return (
    <>
      <p>{t('chat.kept')}</p>
      <p>{t('chat.rules')}</p>
    </>
  );
}

/** A mark is of its author: the other side may take the same. */
const lineId = (who: ChatMessage['who'], mark: string): string => `${who} ${mark}`;

export function useLines(own: ChatMessage['who'], other: string): (messages: ChatMessage[]) => ChatLine[] {
  const { t } = useTranslation('sessions');
  const moments = useMoments();
  return (messages) =>
    messages.map((message) => ({
      id: lineId(message.who, message.mark),
      name: message.who === own ? t('join.you') : other === '' ? t(`record.side.${message.who}`) : other,
      at: moments.time(message.said_at),
      text: message.text ?? t('chat.erased'),
      own: message.who === own,
    }));
}

const REFUSALS: Record<string, ParseKeys<'sessions'>> = {
  chat_off: 'chat.refused.chat_off',
  not_plain: 'chat.refused.not_plain',
  too_long: 'chat.refused.too_long',
  too_many: 'chat.refused.too_many',
  too_fast: 'chat.refused.too_fast',
};

function DraftFoot({ chat, draft }: { chat: Chat; draft: ChatDraft }) {
  const { t } = useTranslation('sessions');
  if (draft.refused === null) return t('chat.sending');
  return (
    <>
      <span className="wrong" role="alert">
        {t(REFUSALS[draft.refused] ?? 'chat.refused.not_kept')}
      </span>
      <Button look="quiet" onPress={() => chat.retry(draft.mark)}>
        {t('chat.again')}
      </Button>
      <Button look="quiet" onPress={() => chat.drop(draft.mark)}>
        {t('chat.drop')}
      </Button>
    </>
  );
}
