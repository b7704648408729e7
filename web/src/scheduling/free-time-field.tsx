import { useTranslation } from 'react-i18next';
import type { Booking } from '../api/types';
import { useSlots } from '../catalogue/asks';
import { Answer } from '../ui/answer';
import { SelectField } from '../ui/field';
import { useMoments } from '../ui/moment';

/** Another free time of the same specialist; the empty text until one is chosen. */
export function FreeTimeField({ booking, value, onChange }: { booking: Booking; value: string; onChange: (at: string) => void }) {
  const { t } = useTranslation('scheduling');
  const moments = useMoments();
  const slots = useSlots(booking.specialist.id);
  return (
    <Answer of={slots}>
      {({ slots: free }) =>
        free.length === 0 ? (
          <p>{t('move.no_slots')}</p>
        ) : (
          <SelectField label={t('move.to')} value={value} onChange={(event) => onChange(event.target.value)}>
            <option value="">{t('move.choose')}</option>
            {free.map((slot) => (
              <option key={slot.starts_at} value={slot.starts_at}>
                {moments.full(slot.starts_at)}
              </option>
            ))}
          </SelectField>
        )
      }
    </Answer>
  );
}
