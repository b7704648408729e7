import { useTranslation } from 'react-i18next';
import { useMoments } from '../ui/moment';
import { dateId, paragraphId, rowId } from './links';
import { ParagraphItem } from './paragraph-item';
import { findingName } from './names';
import { LinkList, SpotItem } from './spot';
import type { Draft } from './types';
import type { Edits } from './use-edits';
import type { Linked } from './use-links';

interface DraftPaneProps {
  draft: Draft;
  linked: Linked;
  edits: Edits;
}

export function DraftPane({ draft, linked, edits }: DraftPaneProps) {
  const { t } = useTranslation('astrology');
  const findings = new Map(draft.findings.map((one) => [one.id, one]));
  const nameOf = (id: string) => findingName(findings.get(id), draft.terms);
  return (
    <div className="stack" lang={draft.language}>
      {draft.sections.map((section) => (
        <section key={section.id} className="stack-tight">
          <h3>{section.heading}</h3>
          <ul className="plain spots">
            {section.paragraphs.map((paragraph, index) => (
              <ParagraphItem
                key={paragraphId(section.id, index)}
                id={paragraphId(section.id, index)}
                section={section.id}
                index={index}
                paragraph={paragraph}
                language={draft.language}
                linked={linked}
                edits={edits}
                nameOf={nameOf}
              />
            ))}
          </ul>
        </section>
      ))}
      {draft.tables.map((table) => (
        <section key={table.id} className="stack-tight">
          <h3>{table.heading}</h3>
          <ul className="plain spots">
            {table.rows.map((row, index) => (
              <SpotItem key={rowId(table.id, index)} kind="paragraph" id={rowId(table.id, index)} linked={linked}>
                <dl className="row-cells">
                  {row.cells.map((cell, column) => (
                    <div key={table.columns[column] ?? column}>
                      <dt className="soft small">{table.columns[column]}</dt>
                      <dd>{cell}</dd>
                    </div>
                  ))}
                </dl>
                <LinkList label={t('draft.findings')} kind="finding" ids={row.findings} linked={linked} name={nameOf} />
              </SpotItem>
            ))}
          </ul>
        </section>
      ))}
      {draft.strips.map((strip) => (
        <section key={strip.id} className="stack-tight">
          <h3>{strip.heading}</h3>
          <ol className="strip">
            {strip.cells.map((cell) => (
              <li key={cell.label} data-level={cell.level} title={cell.text}>
                <span>{cell.label.slice(cell.label.length > 7 ? 5 : 2)}</span>
                <span className="small">{t(`level.${cell.level as 'support' | 'even' | 'care'}`)}</span>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {draft.dates.length > 0 ? <Dates draft={draft} linked={linked} nameOf={nameOf} /> : null}
      <p className="soft small">{draft.notice}</p>
      <p className="soft small">
        {draft.settings} {t('draft.versions', { ...draft.versions, content: draft.versions.content.slice(0, 12), input: draft.input_hash.slice(0, 12) })}
      </p>
    </div>
  );
}

function Dates({ draft, linked, nameOf }: { draft: Draft; linked: Linked; nameOf: (id: string) => string }) {
  const { t } = useTranslation('astrology');
  const moments = useMoments();
  return (
    <section className="stack-tight">
      <h3>{t('draft.dates')}</h3>
      <ul className="plain spots">
        {draft.dates.map((date) => (
          <SpotItem key={date.id} kind="paragraph" id={dateId(date.id)} linked={linked}>
            <p>
              <span className="strong">{moments.documentDate(date.from)}</span> {date.title}
            </p>
            {date.text ? <p className="soft">{date.text}</p> : null}
            <LinkList label={t('draft.findings')} kind="finding" ids={date.findings} linked={linked} name={nameOf} />
          </SpotItem>
        ))}
      </ul>
    </section>
  );
}
