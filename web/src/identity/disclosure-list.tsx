import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { Disclosure } from '../api/types';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { useMoments } from '../ui/moment';
import { Card } from '../ui/page';

/** Who asked for this person's data, by what right, and whether it was given; consent is given or refused here. */
export function DisclosureList() {
  const { t } = useTranslation('account');
  const list = useAsk(['my-disclosures'], () => outcomeOf(api.GET('/v1/me/disclosures', {})));
  return (
    <Card title={t('disclosures.title')}>
      <p className="soft">{t('disclosures.hint')}</p>
      <Answer of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('disclosures.none')}</p>
          ) : (
            <ul className="lines">
              {items.map((one) => (
                <li key={one.id} className="stack-tight">
                  <Line disclosure={one} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Card>
  );
}

function Line({ disclosure }: { disclosure: Disclosure }) {
  const { t } = useTranslation('account');
  const moments = useMoments();
  const client = useQueryClient();
  const answer = useAct(async (consents: boolean, key) => {
    const outcome = await outcomeOf(
      api.POST('/v1/me/disclosures/{id}/answer', { params: { path: { id: disclosure.id }, header: { 'Idempotency-Key': key } }, body: { consents } }),
    );
    await client.invalidateQueries({ queryKey: ['my-disclosures'] });
    return outcome;
  });
  return (
    <>
      <p className="strong">{disclosure.recipient}</p>
      <p className="soft small">
        {t(`disclosures.ground.${disclosure.ground}`)} · {disclosure.what.map((one) => t(`disclosures.kind.${one}`)).join(', ')} · {moments.full(disclosure.registered_at)}
      </p>
      {disclosure.basis ? <p>{disclosure.basis}</p> : null}
      <p>{disclosure.made_at ? t('disclosures.made', { at: moments.full(disclosure.made_at) }) : t('disclosures.not_made')}</p>
      <ActNote state={answer.state} />
      {disclosure.may_answer ? (
        <div className="row">
          <Button look="secondary" busy={answer.running} onPress={() => void answer.run(true)}>
            {t('disclosures.agree')}
          </Button>
          <Button look="quiet" busy={answer.running} onPress={() => void answer.run(false)}>
            {t('disclosures.refuse')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
