import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf, type Outcome, type Refusal } from '../api/outcome';
import { useAct, type Act } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import type { Questionnaire, QuestionnaireBody } from '../api/types';
import { useTopics } from '../catalogue/asks';
import { ActNote, FaultNote, Waiting } from '../ui/answer';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { Notice } from '../ui/notice';
import { Choices, Tick } from '../ui/tick';
import { VoluntaryFields } from './voluntary-fields';

const OWN_WORDS = 'other';
const TEXT_MAX = 2000;

/** The questionnaire, empty or as it was saved; it can be corrected at any time (HAR-1.questionnaire.f). */
export function QuestionnaireForm({ onSaved }: { onSaved: () => void }) {
  const saved = useAsk(['questionnaire'], () => outcomeOf(api.GET('/v1/me/questionnaire', {})));
  const client = useQueryClient();
  const save = useAct(async (body: QuestionnaireBody, key) => {
    const outcome: Outcome<Questionnaire> = await outcomeOf(
      api.PUT('/v1/me/questionnaire', { params: { header: { 'Idempotency-Key': key } }, body }),
    );
    return outcome;
  });
  if (saved.kind === 'loading') return <Waiting />;
  if (saved.kind === 'fault') return <FaultNote fault={saved.fault} again={saved.again} />;
  // Not filled in yet is answered as a refusal: the form begins empty.
  const before = saved.kind === 'value' ? saved.value : null;
  async function send(body: QuestionnaireBody) {
    const outcome = await save.run(body);
    if (outcome?.kind !== 'value') return;
    client.setQueryData(['questionnaire'], outcome);
    await client.invalidateQueries({ queryKey: ['me'] });
    onSaved();
  }
  return (
    <>
      {saved.kind === 'value' && saved.value.complete && !saved.value.booking_open ? <BookingClosed /> : null}
      <Form before={before} save={save} send={send} />
    </>
  );
}

/** The answers are complete, but an age below 18 was once among them: support has to look first (HAR-1.user.a). */
function BookingClosed() {
  const { t } = useTranslation('refusals');
  return (
    <Notice tone="warn">
      <p>{t('under_age')}</p>
    </Notice>
  );
}

interface FormProps {
  before: Questionnaire | null;
  save: Act<QuestionnaireBody, Questionnaire>;
  send: (body: QuestionnaireBody) => Promise<void>;
}

function Form({ before, save, send }: FormProps) {
  const { t, i18n } = useTranslation(['identity', 'common']);
  const topics = useTopics(i18n.language);
  const [name, setName] = useState(before?.display_name ?? '');
  const [age, setAge] = useState(before?.age === undefined ? '' : String(before.age));
  const [prior, setPrior] = useState<string | null>(before?.prior_experience === undefined ? null : before.prior_experience ? 'yes' : 'no');
  const [topic, setTopic] = useState(before?.concern_topic ?? '');
  const [text, setText] = useState(before?.concern_text ?? '');
  const [sex, setSex] = useState(before?.sex ?? '');
  const [state, setState] = useState(before?.emotional_state ?? '');
  const [truth, setTruth] = useState(false);
  const refusal = save.state.kind === 'refusal' ? save.state.refusal : null;
  const complete = name.trim() !== '' && age !== '' && prior !== null && topic !== '' && (topic !== OWN_WORDS || text.trim() !== '') && truth;

  function submit(event: FormEvent) {
    event.preventDefault();
    const words = text.trim();
    void send({
      display_name: name.trim(),
      age: Number(age),
      prior_experience: prior === 'yes',
      concern_topic: topic,
      ...(words === '' ? {} : { concern_text: words }),
      ...(sex === '' ? {} : { sex }),
      ...(state === '' ? {} : { emotional_state: state }),
      declares_truth: truth,
    });
  }
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        label={t('questionnaire.name')}
        hint={t('questionnaire.name_hint')}
        value={name}
        onChange={setName}
        maxLength={60}
        autoComplete="nickname"
        wrong={wrongAt(refusal, 'display_name') ? t('questionnaire.name_wrong') : undefined}
      />
      <TextField
        label={t('questionnaire.age')}
        value={age}
        onChange={(typed) => setAge(typed.replace(/\D/g, '').slice(0, 3))}
        inputMode="numeric"
        wrong={wrongAt(refusal, 'age') ? t('questionnaire.age_wrong') : undefined}
      />
      <Choices
        label={t('questionnaire.prior')}
        value={prior}
        onChange={setPrior}
        options={[
          { value: 'no', title: t('questionnaire.prior_no') },
          { value: 'yes', title: t('questionnaire.prior_yes') },
        ]}
      />
      <SelectField label={t('questionnaire.topic')} value={topic} onChange={(event) => setTopic(event.target.value)}>
        <option value="">{t('questionnaire.topic_choose')}</option>
        {topics.kind === 'value'
          ? topics.value.topics.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))
          : null}
      </SelectField>
      <TextField
        label={topic === OWN_WORDS ? t('questionnaire.text_must') : t('questionnaire.text')}
        hint={t('questionnaire.text_hint')}
        value={text}
        onChange={setText}
        lines={4}
        maxLength={TEXT_MAX}
      />
      <VoluntaryFields sex={sex} onSex={setSex} state={state} onState={setState} />
      <Tick isSelected={truth} onChange={setTruth}>
        {t('questionnaire.truth')}
      </Tick>
      <ActNote state={save.state} />
      <div>
        <Button look="primary" type="submit" busy={save.running} isDisabled={!complete}>
          {t('questionnaire.save')}
        </Button>
      </div>
    </form>
  );
}

function wrongAt(refusal: Refusal | null, field: string): boolean {
  return refusal?.errors.some((error) => error.path.includes(field)) ?? false;
}
