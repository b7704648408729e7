import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { useAskPages } from '../api/use-ask-pages';
import type { StaffSpecialist } from '../api/types';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { formatMoney } from '../ui/money';
import { Page } from '../ui/page';
import { More } from '../ui/pages';

export function StaffSpecialistsPage() {
  const { t } = useTranslation('staff');
  const specialists = useAskPages(['staff-specialists'], (query) => outcomeOf(api.GET('/v1/staff/specialists', { params: { query } })), {
    next: (page) => page.next_cursor,
  });
  return (
    <Page title={t('specialists.title')} lead={<p>{t('specialists.lead')}</p>} width="text">
      <Answer of={specialists}>
        {(pages) => (
          <>
            <ul className="lines">
              {pages
                .flatMap((page) => page.specialists)
                .map((specialist) => (
                  <Specialist key={specialist.id} specialist={specialist} />
                ))}
            </ul>
            <More of={specialists} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Specialist({ specialist }: { specialist: StaffSpecialist }) {
  const { t } = useTranslation('staff');
  const client = useQueryClient();
  const { id } = specialist;
  const publish = useAct(async (on: boolean, key) => {
    const params = { path: { id }, header: { 'Idempotency-Key': key } };
    const outcome = on
      ? await outcomeOf(api.POST('/v1/staff/specialists/{id}/publication', { params }))
      : await outcomeOf(api.DELETE('/v1/staff/specialists/{id}/publication', { params }));
    await client.invalidateQueries({ queryKey: ['staff-specialists'] });
    return outcome;
  });
  return (
    <li className="card stack">
      <div className="row-apart">
        <h2>{specialist.name}</h2>
        <span className="chip" data-tone={specialist.published ? 'good' : 'warn'}>
          {specialist.published ? t('specialists.published') : t('specialists.hidden')}
        </span>
      </div>
      <p className="soft">
        {specialist.qualification && !specialist.qualification.revoked ? t('specialists.valid') : t('specialists.invalid')}
        {specialist.published && !specialist.offered ? ` · ${t('specialists.not_offered')}` : ''}
        {specialist.price ? ` · ${formatMoney(specialist.price)}` : ''}
      </p>
      <ActNote state={publish.state} />
      <div>
        <Button onPress={() => void publish.run(!specialist.published)} busy={publish.running}>
          {specialist.published ? t('specialists.withdraw') : t('specialists.publish')}
        </Button>
      </div>
      <PriceForm specialist={specialist} />
    </li>
  );
}

const MINOR_PER_TENGE = 100;

function PriceForm({ specialist }: { specialist: StaffSpecialist }) {
  const { t } = useTranslation('staff');
  const client = useQueryClient();
  const [tenge, setTenge] = useState('');
  const save = useAct(async (minor: number, key) => {
    const outcome = await outcomeOf(
      api.POST('/v1/staff/prices', {
        params: { header: { 'Idempotency-Key': key } },
        body: { specialist_id: specialist.id, price: { minor, currency: 'KZT' } },
      }),
    );
    await client.invalidateQueries({ queryKey: ['staff-specialists'] });
    return outcome;
  });
  return (
    <details>
      <summary>{t('specialists.price')}</summary>
      <div className="stack">
        <TextField
          label={t('specialists.new_price')}
          hint={t('specialists.price_hint')}
          inputMode="numeric"
          value={tenge}
          onChange={(typed) => setTenge(typed.replace(/\D/g, '').slice(0, 7))}
        />
        <ActNote state={save.state} />
        <div>
          <Button onPress={() => void save.run(Number(tenge) * MINOR_PER_TENGE)} busy={save.running} isDisabled={tenge === ''}>
            {t('specialists.set_price')}
          </Button>
        </div>
      </div>
    </details>
  );
}
