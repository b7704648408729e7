import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/me';
import { outcomeOf, value, type Outcome } from '../api/outcome';
import { useAsk } from '../api/use-ask';
import { ChatLog } from '../ui/chat';
import { Card } from '../ui/page';
import type { ChatMessage } from './chat';
import { useLines } from './chat-panel';

/** What the two wrote to each other, for these two alone; nothing where nobody wrote. */
export function MessagesCard({ id }: { id: string }) {
  const { t } = useTranslation('sessions');
  const messages = useAsk(['messages', id], () => readAll(id), { pollMs: 20_000 });
  const lines = useLines(useMe()?.role === 'specialist' ? 'specialist' : 'client', '');
  if (messages.kind !== 'value' || messages.value.length === 0) return null;
  return (
    <Card title={t('chat.written')}>
      <p className="soft small">{t('chat.kept')}</p>
      <div className="chat-box">
        <ChatLog label={t('chat.written')} lines={lines(messages.value)} empty={t('chat.empty')} />
      </div>
    </Card>
  );
}

/** One session holds 1000 messages at most, ten pages. */
async function readAll(id: string): Promise<Outcome<ChatMessage[]>> {
  const all: ChatMessage[] = [];
  for (;;) {
    const after = String(all.at(-1)?.number ?? 0);
    const page = await outcomeOf(api.GET('/v1/bookings/{id}/messages', { params: { path: { id }, query: { after } } }));
    if (page.kind !== 'value') return page;
    all.push(...page.value.messages);
    if (!page.value.more) return value(all);
  }
}
