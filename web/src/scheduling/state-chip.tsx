import { useTranslation } from 'react-i18next';
import { knownText } from '../i18n/known-text';

type Tone = 'good' | 'warn' | 'bad' | 'teal' | undefined;

const TONES: Record<string, Tone> = {
  held: 'warn',
  confirmed: 'good',
  in_session: 'teal',
  cancelled: 'bad',
};

export function StateChip({ state }: { state: string }) {
  useTranslation('scheduling');
  return (
    <span className="chip" data-tone={TONES[state]}>
      {knownText('scheduling', `state.${state}`) ?? state}
    </span>
  );
}
