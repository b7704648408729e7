import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../api/outcome';
import { useAct } from '../api/use-act';
import { Answer, ActNote, Waiting } from '../ui/answer';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Empty, Page } from '../ui/page';
import { askDraft, useDeskIn } from './asks';
import { DeskForm } from './desk-form';
import { DraftDesk } from './draft-desk';
import { emptyForm, questionOf, type Form } from './form';
import type { Draft, Question } from './types';

export function AstrologyPage() {
  const { t, i18n } = useTranslation('astrology');
  const desk = useDeskIn(i18n.language);
  const [form, setForm] = useState<Form>(() => emptyForm('ru'));
  const [shown, setShown] = useState<{ draft: Draft; question: Question } | null>(null);
  const draw = useAct((question: Question) => askDraft(question));

  async function ask(asked: Form) {
    const question = questionOf(asked);
    if (!question) return;
    setShown(null);
    const outcome = await draw.run(question);
    if (outcome?.kind === 'value') setShown({ draft: outcome.value, question });
  }
  function choose(choice: 'earlier' | 'later') {
    const chosen = { ...form, choice };
    setForm(chosen);
    void ask(chosen);
  }
  const clock = draw.state.kind === 'refusal' ? clockQuestion(draw.state.refusal) : null;
  return (
    <Page title={t('title')} lead={<p>{t('lead')}</p>} width="desk">
      <Answer of={desk}>
        {(known) => (
          <>
            <DeskForm
              desk={known}
              form={form}
              change={(change) => setForm((before) => ({ ...before, ...change }))}
              submit={() => void ask(form)}
              running={draw.running}
            />
            {clock ? <ClockChoice clock={clock} choose={choose} /> : <ActNote state={draw.state} />}
            {draw.running ? <Waiting lines={4} /> : null}
            {shown ? <DraftDesk key={shown.draft.input_hash} {...shown} /> : null}
            {draw.state.kind === 'idle' ? <Empty title={t('empty.title')} text={t('empty.text')} /> : null}
            <p className="soft small">{known.attribution}</p>
          </>
        )}
      </Answer>
    </Page>
  );
}

interface Clock {
  kind: 'skipped' | 'repeated';
  earlier: string;
  later: string;
}

/** A time that the clock showed twice or never is the client's to tell; the server names both that may be meant. */
function clockQuestion(refusal: Refusal): Clock | null {
  const kind = refusal.code === 'birth_time_skipped' ? 'skipped' : refusal.code === 'birth_time_repeated' ? 'repeated' : null;
  const { earlier_offset: earlier, later_offset: later } = refusal.params;
  return kind && earlier !== undefined && later !== undefined ? { kind, earlier, later } : null;
}

function ClockChoice({ clock, choose }: { clock: Clock; choose: (choice: 'earlier' | 'later') => void }) {
  const { t } = useTranslation('astrology');
  return (
    <Notice tone="warn" live title={t(`clock.${clock.kind}`)}>
      <p>{t('clock.ask')}</p>
      <div className="row row-tight">
        <Button onPress={() => choose('earlier')}>{t('clock.earlier', { offset: clock.earlier })}</Button>
        <Button onPress={() => choose('later')}>{t('clock.later', { offset: clock.later })}</Button>
      </div>
    </Notice>
  );
}
