import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';
import { knownText } from '../i18n/known-text';
import { textAddress } from '../terms/asks';
import { Answer } from '../ui/answer';
import { useMoments } from '../ui/moment';
import { Card } from '../ui/page';

/** What was accepted: edition, language shown, time, and the text itself for download. */
export function AcceptancesList() {
  const { t } = useTranslation('account');
  const moments = useMoments();
  const acceptances = useAsk(['acceptances'], () => outcomeOf(api.GET('/v1/me/acceptances', {})));
  return (
    <Card title={t('acceptances')}>
      <Answer of={acceptances}>
        {({ items: all, confirmations }) => (
          <ul className="lines">
            {all.map((one) => (
              <li key={`${one.document}/${one.version}/${one.accepted_at}`} className="row-apart">
                <span>
                  <Link to="/offers/$document/$version" params={{ document: one.document, version: one.version }}>
                    {t('acceptance', { document: t(`document.${one.document === 'privacy' ? 'privacy' : 'offer'}`), version: one.version })}
                  </Link>
                  <br />
                  <span className="soft small">{moments.full(one.accepted_at)}</span>
                </span>
                <a
                  className="button"
                  data-look="quiet"
                  download
                  href={textAddress(one.document, one.version, one.language)}
                >
                  {t('download')}
                </a>
              </li>
            ))}
            {confirmations.map((one) => (
              <li key={`${one.what}/${one.confirmed_at}`}>
                {t(`confirmation.${one.what}`)}
                <br />
                <span className="soft small">
                  {t('confirmed_under', { version: one.version })} · {moments.full(one.confirmed_at)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Card>
  );
}

/** Every staff read of this person's sealed data, with its purpose. */
export function AccessLog() {
  const { t } = useTranslation('account');
  const moments = useMoments();
  const reads = useAsk(['access-log'], () => outcomeOf(api.GET('/v1/me/access-log', {})));
  return (
    <Card title={t('access_log')}>
      <p className="soft">{t('access_log_hint')}</p>
      <Answer of={reads}>
        {({ reads: all }) =>
          all.length === 0 ? (
            <p>{t('access_log_empty')}</p>
          ) : (
            <ul className="lines">
              {all.map((read) => (
                <li key={`${read.at}/${read.who}/${read.what}`}>
                  <span className="strong">
                    {read.purpose ? (knownText('account', `purpose.${read.purpose}`) ?? read.purpose) : t('purpose_none')}
                  </span>
                  <br />
                  <span className="soft small">
                    {read.who} · {whatWasRead(read)} · {moments.full(read.at)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Card>
  );
}

/** The field that was opened, or the deed where no field was. */
function whatWasRead({ action, what }: { action: string; what: string }): string {
  return knownText('account', `deed.${action}`) ?? knownText('account', `field.${what.replace(/^identity\./, '')}`) ?? what;
}
