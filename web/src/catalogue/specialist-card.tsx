import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Specialist } from '../api/types';
import { tongueOf } from '../i18n/tongues';
import { ButtonLink } from '../ui/button';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { Monogram } from './monogram';

const SLOTS_SHOWN = 4;

export function SpecialistCard({ specialist, topicName }: { specialist: Specialist; topicName: (id: string) => string }) {
  const { t } = useTranslation(['catalogue', 'common']);
  const moments = useMoments();
  const slots = specialist.nearest_slots.slice(0, SLOTS_SHOWN);
  return (
    <li className="card person">
      <div className="person-head">
        <Monogram name={specialist.name} />
        <div className="stack-tight">
          <h2>
            <Link to="/specialists/$id" params={{ id: specialist.id }}>
              {specialist.name}
            </Link>
          </h2>
          <p className="soft small">{specialist.headline}</p>
        </div>
      </div>
      <div className="chips">
        {specialist.topics.map((topic) => (
          <span className="chip" key={topic}>
            {topicName(topic)}
          </span>
        ))}
      </div>
      <div className="row-apart">
        <p>
          <span className="price">{formatMoney(specialist.price)}</span>{' '}
          <span className="soft small">· {t('duration', { count: specialist.duration_minutes })}</span>
        </p>
        <p className="soft small">{languageNames(specialist.languages, (tongue) => t(`common:language.${tongue}`))}</p>
      </div>
      {slots.length > 0 ? (
        <div className="stack-tight">
          <p className="small soft">{t('nearest')}</p>
          <div className="slots">
            {slots.map((at) => (
              <Link key={at} className="slot" to="/specialists/$id" params={{ id: specialist.id }} search={{ slot: at }}>
                <span>{moments.time(at)}</span>
                <span className="slot-note">{moments.shortDay(at)}</span>
              </Link>
            ))}
          </div>
        </div>
      ) : (
        <p className="soft small">{t('no_nearest')}</p>
      )}
      <div className="person-more">
        <ButtonLink to="/specialists/$id" params={{ id: specialist.id }} look="quiet">
          {slots.length > 0 ? t('all_times') : t('choose')}
        </ButtonLink>
      </div>
    </li>
  );
}

export function languageNames(languages: string[], name: (tongue: 'ru' | 'kk' | 'en') => string): string {
  return languages.map((tag) => tongueOf(tag)).flatMap((tongue) => (tongue ? [name(tongue)] : [])).join(', ');
}
