import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../api/use-act';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { askWording } from './asks';
import { RobustChip } from './robust-chip';
import { LinkList, SpotItem } from './spot';
import type { Draft } from './types';
import type { Edits } from './use-edits';
import type { Linked } from './use-links';

interface ParagraphItemProps {
  id: string;
  section: string;
  index: number;
  paragraph: Draft['sections'][number]['paragraphs'][number];
  language: string;
  linked: Linked;
  edits: Edits;
  nameOf: (finding: string) => string;
}

export function ParagraphItem({ id, section, index, paragraph, language, linked, edits, nameOf }: ParagraphItemProps) {
  const { t } = useTranslation('astrology');
  const [open, setOpen] = useState(false);
  const edited = edits.of(section, index);
  const text = edited ?? paragraph.text;
  return (
    <SpotItem kind="paragraph" id={id} linked={linked} className="draft-paragraph">
      {open ? (
        <Editor
          text={text}
          language={language}
          close={() => setOpen(false)}
          keep={(changed) => {
            if (changed === paragraph.text) edits.drop(section, index);
            else edits.put(section, index, changed);
            setOpen(false);
          }}
        />
      ) : (
        <>
          {edited === '' ? <p className="soft">{t('draft.struck')}</p> : <p>{text}</p>}
          <div className="paragraph-foot">
            <LinkList label={t('draft.findings')} kind="finding" ids={paragraph.findings} linked={linked} name={nameOf} />
            <RobustChip robust={paragraph.robust} />
            {edited === undefined ? null : <span className="chip" data-tone="good">{t('draft.edited')}</span>}
            <button type="button" className="inline-act" onClick={() => setOpen(true)}>
              {t('draft.edit')}
            </button>
            {edited === undefined ? (
              <button type="button" className="inline-act" onClick={() => edits.put(section, index, '')}>
                {t('draft.strike')}
              </button>
            ) : (
              <button type="button" className="inline-act" onClick={() => edits.drop(section, index)}>
                {t('draft.restore')}
              </button>
            )}
          </div>
        </>
      )}
    </SpotItem>
  );
}

interface EditorProps {
  text: string;
  language: string;
  keep: (text: string) => void;
  close: () => void;
}

/** The server looks at the wording before it is kept: what a document may not say is its rule, not the page's. */
function Editor({ text, language, keep, close }: EditorProps) {
  const { t } = useTranslation('astrology');
  const [typed, setTyped] = useState(text);
  const check = useAct((wording: string) => askWording(language, wording));
  const denied = check.state.kind === 'value' ? check.state.value.denied : [];
  async function press() {
    const outcome = await check.run(typed.trim());
    if (outcome?.kind === 'value' && outcome.value.denied.length === 0) keep(typed.trim());
  }
  return (
    <div className="stack-tight">
      <TextField
        label={t('edit.label')}
        lines={6}
        value={typed}
        maxLength={4000}
        onChange={(next) => {
          setTyped(next);
          check.reset();
        }}
        wrong={denied.length > 0 ? t('edit.denied', { words: denied.join(', ') }) : undefined}
        autoFocus
      />
      <ActNote state={check.state} />
      <div className="row row-tight">
        <Button look="primary" onPress={() => void press()} busy={check.running} isDisabled={typed.trim() === ''}>
          {t('edit.keep')}
        </Button>
        <Button look="quiet" onPress={close}>
          {t('edit.close')}
        </Button>
      </div>
    </div>
  );
}
