import { useEffect, useState } from 'react';
import type { ChatMessage } from './chat';

/** Up to which number the chat of a booking was read on this page; nothing of it outlives the page. */
const readUpTo = new Map<string, number>();

/** How many messages of the other side came while the chat was closed. */
export function useUnread(booking: string, messages: ChatMessage[], own: ChatMessage['who'], open: boolean): number {
  const [read, setRead] = useState(readUpTo.get(booking) ?? 0);
  const last = messages.at(-1)?.number ?? 0;
  useEffect(() => {
    if (!open || last <= read) return;
    readUpTo.set(booking, last);
    setRead(last);
  }, [booking, last, open, read]);
  return open ? 0 : messages.filter((one) => one.who !== own && one.number > read).length;
}
