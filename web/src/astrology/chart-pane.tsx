import { useTranslation } from 'react-i18next';
import { knownText } from '../i18n/known-text';
import { Notice } from '../ui/notice';
import { arc } from './links';
import type { Draft } from './types';
import { pointerLooks } from './spot';
import { anchorOf, type Linked } from './use-links';
import { Wheel } from './wheel';

interface ChartPaneProps {
  draft: Draft;
  linked: Linked;
  small: boolean;
}

export function ChartPane({ draft, linked, small }: ChartPaneProps) {
  const { t } = useTranslation('astrology');
  const { chart, birth } = draft;
  return (
    <>
      <Wheel svg={small ? chart.wheel_small : chart.wheel} linked={linked} />
      {birth ? (
        <p className="soft small">
          {birth.place} · {birth.offset}
        </p>
      ) : null}
      {birth && birth.cautions.length > 0 ? (
        <Notice tone="warn">
          {birth.cautions.map((one) => (
            <p key={one}>{knownText('astrology', `caution.${one}`) ?? one}</p>
          ))}
        </Notice>
      ) : null}
      {chart.whole_sign_used ? <p className="soft small">{t('chart.whole_sign_used')}</p> : null}
      <div className="table-frame" role="region" aria-label={t('chart.positions')} tabIndex={0}>
        <table className="table positions">
          <caption className="only-read-aloud">{t('chart.positions')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('chart.body')}</th>
              <th scope="col">{t('chart.position')}</th>
              <th scope="col" data-align="end">
                {t('chart.house')}
              </th>
            </tr>
          </thead>
          <tbody>
            {chart.positions.map((one) => {
              const spot = { kind: 'body', id: one.body } as const;
              return (
                <tr
                  key={one.body}
                  className="spot"
                  data-lit={linked.lit.body.has(one.body)}
                  {...pointerLooks(linked, spot)}
                >
                  <th scope="row">
                    <button
                      type="button"
                      id={anchorOf(spot)}
                      className="inline-act"
                      onFocus={() => linked.look(spot)}
                      onBlur={() => linked.look(null)}
                      onClick={() => linked.follow(spot)}
                    >
                      {one.name}
                    </button>
                  </th>
                  <td>
                    {arc(one.minutes)} {one.sign_name} {one.retrograde ? <abbr title={t('chart.retrograde')}>{t('chart.retrograde_mark')}</abbr> : null}
                  </td>
                  <td data-align="end">{one.house > 0 ? one.house : '—'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
