import type { ReactNode } from 'react';
import { CheckIcon, InfoIcon, WarnIcon } from './icons';

type Tone = 'plain' | 'calm' | 'warn' | 'bad' | 'good';

const ICONS = { plain: InfoIcon, calm: InfoIcon, warn: WarnIcon, bad: WarnIcon, good: CheckIcon };

interface NoticeProps {
  tone?: Tone;
  title?: string;
  /** Announces itself when it appears after an act of the person. */
  live?: boolean;
  children?: ReactNode;
}

export function Notice({ tone = 'plain', title, live = false, children }: NoticeProps) {
  const Icon = ICONS[tone];
  const role = live ? (tone === 'bad' || tone === 'warn' ? 'alert' : 'status') : undefined;
  return (
    <div className="notice" data-tone={tone} role={role}>
      <Icon />
      <div className="stack-tight">
        {title ? <p className="strong">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
