import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me';
import type { Booking } from '../api/types';
import { Button } from '../ui/button';
import { CancelDialog } from './cancel-dialog';
import { MoveDialog } from './move-dialog';
import { ReleaseDialog } from './release-dialog';

export function BookingActs({ booking }: { booking: Booking }) {
  const { t } = useTranslation('scheduling');
  const me = useMe();
  const [open, setOpen] = useState<'none' | 'cancel' | 'move'>('none');
  const held = booking.state === 'held';
  const close = () => setOpen('none');
  if (!booking.can.cancel && !booking.can.move) return null;
  return (
    <div className="row">
      {booking.can.move ? <Button onPress={() => setOpen('move')}>{t('move.open')}</Button> : null}
      {booking.can.cancel ? (
        <Button look="quiet" onPress={() => setOpen('cancel')}>
          {held ? t('release.open') : t('cancel.open')}
        </Button>
      ) : null}
      {open === 'cancel' && held ? <ReleaseDialog booking={booking} onClose={close} /> : null}
      {open === 'cancel' && !held ? <CancelDialog booking={booking} asSpecialist={me?.role === 'specialist'} onClose={close} /> : null}
      {open === 'move' ? <MoveDialog booking={booking} onClose={close} /> : null}
    </div>
  );
}
