import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { Button } from './button';
import { SendIcon } from './icons';

/** One message of a chat. Its text is shown as it was written and never as markup. */
export interface ChatLine {
  id: string;
  name: string;
  /** Of the clock, as it is shown; none while it is not yet kept. */
  at?: string;
  text: string;
  /** Written by the person who reads. */
  own?: boolean;
  /** What stands under a message that is not yet kept, or was not taken. */
  foot?: ReactNode;
}

interface ChatLogProps {
  label: string;
  lines: ChatLine[];
  empty: string;
  /** What stands above the first message: the rules. */
  head?: ReactNode;
}

/** The messages in their order; what comes is read out, and the last is in sight unless one reads further up. */
export function ChatLog({ label, lines, empty, head }: ChatLogProps) {
  const list = useRef<HTMLOListElement>(null);
  const atEnd = useRef(true);
  useEffect(() => {
    const log = list.current;
    if (!log) return undefined;
    const toEnd = () => {
      if (atEnd.current) log.scrollTop = log.scrollHeight;
    };
    toEnd();
    // A keyboard that comes up takes room from below.
    const watch = new ResizeObserver(toEnd);
    watch.observe(log);
    return () => watch.disconnect();
  }, [lines.length]);
  return (
    <ol
      className="chat-log"
      ref={list}
      role="log"
      aria-label={label}
      tabIndex={0}
      onScroll={({ currentTarget: log }) => (atEnd.current = log.scrollHeight - log.scrollTop - log.clientHeight < 48)}
    >
      {head ? <li className="chat-head">{head}</li> : null}
      {lines.length === 0 ? <li className="chat-empty">{empty}</li> : null}
      {lines.map((line) => (
        <li key={line.id} className="chat-line" data-own={line.own === true}>
          <p className="chat-who">
            <bdi>{line.name}</bdi>
            {line.at ? ` · ${line.at}` : null}
          </p>
          <p className="chat-text" dir="auto">
            {line.text}
          </p>
          {line.foot ? <div className="chat-foot">{line.foot}</div> : null}
        </li>
      ))}
    </ol>
  );
}

interface ChatFormProps {
  label: string;
  send: string;
  lettersMax: number;
  onSay: (text: string) => void;
  focused?: boolean;
}

const LINES_MAX = 4;

/** Enter sends, Shift+Enter begins a new line. */
export function ChatForm({ label, send, lettersMax, onSay, focused = false }: ChatFormProps) {
  const [text, setText] = useState('');
  const empty = text.trim() === '';
  function say() {
    if (empty) return;
    onSay(text);
    setText('');
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    say();
  }
  return (
    <form
      className="chat-form"
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
    >
      <TextField className="chat-field" aria-label={label} value={text} onChange={setText} maxLength={lettersMax} autoFocus={focused}>
        <TextArea className="input" rows={Math.min(LINES_MAX, text.split('\n').length)} placeholder={label} enterKeyHint="send" onKeyDown={onKeyDown} />
      </TextField>
      <Button type="submit" look="primary" aria-label={send} isDisabled={empty}>
        <SendIcon />
      </Button>
    </form>
  );
}
