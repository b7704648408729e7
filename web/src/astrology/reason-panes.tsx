import { useTranslation } from 'react-i18next';
import { useMoments } from '../ui/moment';
import { arc } from './links';
import { factName, findingName, valueName } from './names';
import { RobustChip } from './robust-chip';
import { LinkList, SpotItem } from './spot';
import type { Draft, Fact } from './types';
import type { Linked } from './use-links';

interface PaneProps {
  draft: Draft;
  linked: Linked;
}

export function FindingsPane({ draft, linked }: PaneProps) {
  const { t } = useTranslation('astrology');
  const facts = new Map(draft.facts.map((one) => [one.id, one]));
  if (draft.findings.length === 0) return <p className="soft">{t('findings.none')}</p>;
  return (
    <ul className="plain spots">
      {draft.findings.map((one) => (
        <SpotItem key={one.id} kind="finding" id={one.id} linked={linked}>
          <p>
            {findingName(one, draft.terms)} <RobustChip robust={one.robust} />
          </p>
          <LinkList
            label={t('findings.facts')}
            kind="fact"
            ids={one.facts}
            linked={linked}
            name={(id) => factName(facts.get(id), draft.terms)}
          />
        </SpotItem>
      ))}
    </ul>
  );
}

function FactValue({ fact, terms }: { fact: Fact; terms: Record<string, string> }) {
  const { t } = useTranslation('astrology');
  const moments = useMoments();
  const isMoment = /^\d{4}-\d\d-\d\dT/.test(fact.value);
  const value = isMoment ? fact.value.split('/').map(moments.documentDate).join(' – ') : valueName(fact, terms);
  return (
    <>
      <span className="strong">{value}</span>
      {fact.orb_minutes === undefined ? null : <span className="soft"> {t('facts.orb', { orb: arc(fact.orb_minutes) })}</span>}
      {fact.exact_at ? <span className="soft"> {t('facts.exact', { at: moments.documentDate(fact.exact_at) })}</span> : null}
    </>
  );
}

export function FactsPane({ draft, linked }: PaneProps) {
  const { t } = useTranslation('astrology');
  const names = new Map(draft.chart.positions.map((one) => [one.body, one.name]));
  if (draft.facts.length === 0) return <p className="soft">{t('facts.none')}</p>;
  return (
    <ul className="plain spots">
      {draft.facts.map((one) => (
        <SpotItem key={one.id} kind="fact" id={one.id} linked={linked}>
          <p>
            {factName(one, draft.terms)} <FactValue fact={one} terms={draft.terms} /> <RobustChip robust={one.robust} />
          </p>
          <LinkList
            label={t('facts.bodies')}
            kind="body"
            ids={linked.links.bodiesOf.get(one.id) ?? []}
            linked={linked}
            name={(id) => names.get(id) ?? ''}
          />
        </SpotItem>
      ))}
    </ul>
  );
}
