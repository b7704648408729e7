import { useNavigate, useParams } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { ClaimBody } from '../api/types';
import { useAct } from '../api/use-act';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { useDraft } from '../ui/draft';
import { TextField } from '../ui/field';
import { Notice } from '../ui/notice';
import { BackLink, Card, Page } from '../ui/page';
import { Choices } from '../ui/tick';
import { keepClaim } from './asks';

const CATEGORIES = ['technical_connection', 'specialist_late', 'specialist_absent', 'under_delivered', 'dissatisfaction', 'other'] as const;

/** What went wrong, in the client's own words, and what happens next. */
export function NewClaimPage() {
  const { id } = useParams({ from: '/bookings/$id/claim' });
  const { t } = useTranslation('claims');
  const client = useQueryClient();
  const go = useNavigate();
  const [category, setCategory] = useState<ClaimBody['category'] | null>(null);
  const [text, setText] = useDraft(`claim:${id}`);
  const send = useAct((body: ClaimBody, key) =>
    outcomeOf(api.POST('/v1/bookings/{id}/claims', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body })),
  );
  async function submit() {
    if (category === null) return;
    const outcome = await send.run({ category, text });
    keepClaim(client, outcome);
    if (outcome?.kind !== 'value') return;
    setText('');
    await go({ to: '/claims/$id', params: { id: outcome.value.id } });
  }
  return (
    <Page
      title={t('new.title')}
      lead={<p>{t('new.lead')}</p>}
      width="text"
      back={
        <BackLink to="/bookings/$id" params={{ id }}>
          {t('new.back')}
        </BackLink>
      }
    >
      <Card>
        <form
          className="stack"
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Choices
            label={t('new.category')}
            value={category}
            onChange={(value) => setCategory(CATEGORIES.find((one) => one === value) ?? null)}
            options={CATEGORIES.map((one) => ({ value: one, title: t(`category.${one}`) }))}
          />
          {category === 'dissatisfaction' ? (
            <Notice tone="calm">
              <p>{t('new.dissatisfaction')}</p>
            </Notice>
          ) : null}
          <TextField label={t('new.text')} hint={t('new.text_hint')} lines={7} maxLength={4000} value={text} onChange={setText} />
          <ActNote state={send.state} />
          <div>
            <Button look="primary" type="submit" busy={send.running} isDisabled={category === null}>
              {t('new.send')}
            </Button>
          </div>
        </form>
      </Card>
    </Page>
  );
}
