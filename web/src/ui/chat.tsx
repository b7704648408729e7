import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { Button } from './button';
import { SendIcon } from './icons';

/** One message of a chat. Its text is shown as it was written and never as markup. */
export interface ChatLine {
  id: string;
  name: string;
  /** What the writer is among those who write. */
  part?: string;
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
  const log = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const last = lines.at(-1)?.id;
  useEffect(() => {
    const seen = log.current;
    if (!seen) return undefined;
    const toEnd = () => {
      if (atEnd.current) seen.scrollTop = seen.scrollHeight;
    };
    toEnd();
    // A keyboard that comes up takes room from below.
    const watch = new ResizeObserver(toEnd);
    watch.observe(seen);
    return () => watch.disconnect();
  }, [lines.length, last]);
  return (
    <div
      className="chat-log"
      ref={log}
      role="log"
      aria-label={label}
      tabIndex={0}
      onScroll={({ currentTarget: seen }) => (atEnd.current = seen.scrollHeight - seen.scrollTop - seen.clientHeight < 48)}
    >
      {head ? <div className="chat-head">{head}</div> : null}
      {lines.length === 0 ? <p className="chat-empty">{empty}</p> : null}
      <ol className="chat-lines">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
    </div>
  );
}

function Line({ line }: { line: ChatLine }) {
  return (
    <li className="chat-line" data-own={line.own === true}>
      <p className="chat-who">
        <bdi>{line.name}</bdi>
        {line.part ? <strong> · {line.part}</strong> : null}
        {line.at ? ` · ${line.at}` : null}
      </p>
      <p className="chat-text" dir="auto">
        {line.text}
      </p>
      {line.foot ? <div className="chat-foot">{line.foot}</div> : null}
    </li>
  );
}

interface ChatFormProps {
  label: string;
  send: string;
  lettersMax: number;
  /** A message has no lines here. */
  oneLine?: boolean;
  onSay: (text: string) => void;
  focused?: boolean;
}

const LINES_MAX = 4;

/** Enter sends; Shift+Enter begins a new line where a message may have several. */
export function ChatForm({ label, send, lettersMax, oneLine = false, onSay, focused = false }: ChatFormProps) {
  const [text, setText] = useState('');
  const empty = text.trim() === '';
  function say() {
    if (empty) return;
    onSay(text);
    setText('');
  }
  const take = (written: string) => setText(oneLine ? written.replaceAll('\n', ' ') : written);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || (event.shiftKey && !oneLine) || event.nativeEvent.isComposing) return;
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
      <TextField className="chat-field" aria-label={label} value={text} onChange={take} maxLength={lettersMax} autoFocus={focused}>
        <TextArea className="input" rows={Math.min(LINES_MAX, text.split('\n').length)} placeholder={label} enterKeyHint="send" onKeyDown={onKeyDown} />
      </TextField>
      <Button type="submit" look="primary" aria-label={send} isDisabled={empty}>
        <SendIcon />
      </Button>
    </form>
  );
}
