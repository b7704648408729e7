import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { TONGUE_NAMES, TONGUES, type Tongue } from '../i18n/tongues';
import { ActNote } from '../ui/answer';
import { Button, ButtonLink } from '../ui/button';
import { TextField } from '../ui/field';
import { Notice } from '../ui/notice';
import { Card, Page } from '../ui/page';

type Words = { title: string; body: string };
type Texts = Record<Tongue, Words>;

const blank = (): Texts => ({ ru: { title: '', body: '' }, kk: { title: '', body: '' }, en: { title: '', body: '' } });
const isWhole = (texts: Texts): boolean => TONGUES.every((tongue) => texts[tongue].title.trim() !== '' && texts[tongue].body.trim() !== '');

/** HAR-4.1.2a: news in every language; to the account of everybody, and outside of it to those who opted in. */
export function StaffNewsPage() {
  const { t } = useTranslation('news');
  const client = useQueryClient();
  const [texts, setTexts] = useState(blank);
  const publish = useAct((body: { texts: Texts }, key) =>
    outcomeOf(api.POST('/v1/staff/news', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  const write = (tongue: Tongue, words: Partial<Words>) => setTexts({ ...texts, [tongue]: { ...texts[tongue], ...words } });
  async function send() {
    if ((await publish.run({ texts }))?.kind !== 'value') return;
    setTexts(blank());
    await client.invalidateQueries({ queryKey: ['news'] });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void send();
  }
  return (
    <Page title={t('desk.title')} lead={<p>{t('desk.lead')}</p>} width="text">
      <form className="stack" onSubmit={submit}>
        {TONGUES.map((tongue) => (
          <Card key={tongue} title={TONGUE_NAMES[tongue]}>
            <TextField label={t('desk.name')} value={texts[tongue].title} onChange={(title) => write(tongue, { title })} maxLength={80} />
            <TextField label={t('desk.text')} lines={4} value={texts[tongue].body} onChange={(body) => write(tongue, { body })} maxLength={2000} />
          </Card>
        ))}
        <ActNote state={publish.state} />
        {publish.state.kind === 'value' ? (
          <Notice tone="good" live>
            <p>{t('desk.published')}</p>
          </Notice>
        ) : null}
        <div className="row">
          <Button look="primary" type="submit" busy={publish.running} isDisabled={!isWhole(texts)}>
            {t('desk.publish')}
          </Button>
          <ButtonLink to="/news" look="secondary">
            {t('choice.read')}
          </ButtonLink>
        </div>
      </form>
    </Page>
  );
}
