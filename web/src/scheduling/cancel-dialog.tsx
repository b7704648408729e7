import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import type { Booking, CancelPreview } from '../api/types';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { ClauseNote } from '../ui/clause';
import { Dialog } from '../ui/dialog';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { Notice } from '../ui/notice';
import { useTick } from '../ui/now';
import { Tick } from '../ui/tick';
import { countdown } from '../ui/time';
import { keepBooking } from './asks';
import { Steps } from './deadline-card';

interface CancelDialogProps {
  booking: Booking;
  asSpecialist: boolean;
  onClose: () => void;
}

/** HAR-3.7e: before a cancellation is confirmed, the refund that will result, and the clause it follows. */
export function CancelDialog({ booking, asSpecialist, onClose }: CancelDialogProps) {
  const { t } = useTranslation('scheduling');
  const preview = useAsk(
    ['cancel-preview', booking.id],
    () => outcomeOf(api.GET('/v1/bookings/{id}/cancellation/preview', { params: { path: { id: booking.id } } })),
    { staleMs: 0 },
  );
  return (
    <Dialog title={t('cancel.title')} open onClose={onClose} role="alertdialog">
      <Answer of={preview}>
        {(value) => <Confirm booking={booking} preview={value} asSpecialist={asSpecialist} onClose={onClose} again={preview.kind === 'loading' ? onClose : preview.again} />}
      </Answer>
    </Dialog>
  );
}

interface ConfirmProps extends CancelDialogProps {
  preview: CancelPreview;
  again: () => void;
}

function Confirm({ booking, preview, asSpecialist, onClose, again }: ConfirmProps) {
  const { t } = useTranslation(['scheduling', 'common']);
  const moments = useMoments();
  const client = useQueryClient();
  const [accepts, setAccepts] = useState(false);
  const left = Date.parse(preview.expires_at) - useTick();
  const nothingBack = preview.refund.minor === 0;
  const cancel = useAct((body: { preview: string; accepts_no_refund: boolean }, key) =>
    outcomeOf(
      api.POST('/v1/bookings/{id}/cancellation', { params: { path: { id: booking.id }, header: { 'Idempotency-Key': key } }, body }),
    ),
  );
  async function confirm() {
    const outcome = await cancel.run({ preview: preview.preview, accepts_no_refund: accepts });
    keepBooking(client, outcome);
    if (outcome?.kind === 'value') onClose();
  }
  if (left <= 0) {
    return (
      <Notice tone="warn" live>
        <p>{t('cancel.expired')}</p>
        <div>
          <Button onPress={again}>{t('cancel.recount')}</Button>
        </div>
      </Notice>
    );
  }
  return (
    <>
      <div>
        <p className="soft">{asSpecialist ? t('cancel.client_gets') : t('cancel.you_get')}</p>
        <p className="big-money">{formatMoney(preview.refund)}</p>
      </div>
      {nothingBack && !asSpecialist ? (
        <Notice tone="warn">
          <p>
            {booking.refund_deadline
              ? t('cancel.nothing_back', { at: moments.businessMoment(booking.refund_deadline.at) })
              : t('cancel.nothing_back_plain')}
          </p>
        </Notice>
      ) : null}
      {preview.effective_at ? <p>{t('cancel.effective', { at: moments.businessMoment(preview.effective_at) })}</p> : null}
      {asSpecialist && preview.choice_until ? <p>{t('cancel.choice_until', { at: moments.businessMoment(preview.choice_until) })}</p> : null}
      <ClauseNote clause={preview.clause} version={booking.terms_version} />
      <Steps steps={preview.steps} />
      {nothingBack && !asSpecialist ? (
        <Tick isSelected={accepts} onChange={setAccepts}>
          {t('cancel.accept_nothing', { price: formatMoney(booking.order.paid) })}
        </Tick>
      ) : null}
      <ActNote state={cancel.state} />
      <p className="soft small">{t('cancel.promise', { time: countdown(left) })}</p>
      <div className="actions">
        <Button look="danger" onPress={() => void confirm()} busy={cancel.running} isDisabled={nothingBack && !asSpecialist && !accepts}>
          {nothingBack ? t('cancel.confirm_nothing') : t('cancel.confirm', { refund: formatMoney(preview.refund) })}
        </Button>
        <Button onPress={onClose}>{t('cancel.keep')}</Button>
      </div>
    </>
  );
}
