import { useTranslation } from 'react-i18next';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useAct } from '../api/use-act';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { download, type FileKind } from './asks';
import { ChartPane } from './chart-pane';
import { DraftPane } from './draft-pane';
import { FactsPane, FindingsPane } from './reason-panes';
import type { Draft, Question } from './types';
import { useEdits, type Edits } from './use-edits';
import { PANES, useLinks, type Linked, type Pane } from './use-links';
import { useWide } from './use-wide';

/** A draft beside its reasons: all four at once on a desk, one after the other on a phone. */
export function DraftDesk({ draft, question }: { draft: Draft; question: Question }) {
  const { t } = useTranslation('astrology');
  const wide = useWide();
  const linked = useLinks(draft);
  const edits = useEdits();
  const pane = (name: Pane) => <PaneOf name={name} draft={draft} linked={linked} edits={edits} small={!wide} />;
  return (
    <div className="stack">
      <div className="row-apart">
        <h2>{draft.title}</h2>
        <Downloads draft={draft} question={question} edits={edits} />
      </div>
      {wide ? (
        <div className="desk-panes">
          {PANES.map((name) => (
            <section key={name} className="card stack-tight desk-pane" data-pane={name} aria-labelledby={`pane-${name}`}>
              <h2 id={`pane-${name}`}>{t(`pane.${name}`)}</h2>
              {pane(name)}
            </section>
          ))}
        </div>
      ) : (
        <Tabs selectedKey={linked.pane} onSelectionChange={(key) => linked.showPane(PANES.find((one) => one === key) ?? 'draft')}>
          <TabList className="tabs" aria-label={t('pane.all')}>
            {PANES.map((name) => (
              <Tab key={name} id={name} className="tab">
                {t(`pane.${name}`)}
              </Tab>
            ))}
          </TabList>
          {PANES.map((name) => (
            <TabPanel key={name} id={name} className="stack-tight tab-panel">
              {pane(name)}
            </TabPanel>
          ))}
        </Tabs>
      )}
    </div>
  );
}

interface PaneOfProps {
  name: Pane;
  draft: Draft;
  linked: Linked;
  edits: Edits;
  small: boolean;
}

function PaneOf({ name, draft, linked, edits, small }: PaneOfProps) {
  switch (name) {
    case 'chart':
      return <ChartPane draft={draft} linked={linked} small={small} />;
    case 'facts':
      return <FactsPane draft={draft} linked={linked} />;
    case 'findings':
      return <FindingsPane draft={draft} linked={linked} />;
    case 'draft':
      return <DraftPane draft={draft} linked={linked} edits={edits} />;
  }
}

function Downloads({ draft, question, edits }: { draft: Draft; question: Question; edits: Edits }) {
  const { t } = useTranslation('astrology');
  const load = useAct((kind: FileKind) => download(question, draft.at, edits.all, kind));
  return (
    <div className="stack-tight">
      <div className="row row-tight">
        <Button onPress={() => void load.run('pdf')} busy={load.running}>
          {t('download.pdf')}
        </Button>
        <Button onPress={() => void load.run('ics')} busy={load.running} isDisabled={draft.dates.length === 0}>
          {t('download.ics')}
        </Button>
      </div>
      <ActNote state={load.state} />
    </div>
  );
}
