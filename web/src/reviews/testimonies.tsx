import { useTranslation } from 'react-i18next';
import { useMoments } from '../ui/moment';
import { Card } from '../ui/page';
import { useTestimonies } from './asks';

/** What clients agreed to say in public, with their names. Nothing stands here while nobody has agreed. */
export function Testimonies() {
  const { t } = useTranslation('reviews');
  const moments = useMoments();
  const testimonies = useTestimonies();
  if (testimonies.kind !== 'value' || testimonies.value.items.length === 0) return null;
  return (
    <Card title={t('public.title')}>
      {testimonies.value.items.map((one) => (
        <figure key={`${one.published_at}/${one.name}`} className="stack-tight">
          <blockquote className="message">{one.words}</blockquote>
          <figcaption className="soft small">
            {one.name} · {moments.businessDay(one.published_at)}
          </figcaption>
        </figure>
      ))}
    </Card>
  );
}
