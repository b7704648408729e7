import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';

/** The way through a list that the server gives page by page: forward by its cursor, back by those already seen. */
export function useCursor() {
  const [seen, setSeen] = useState<string[]>([]);
  return {
    cursor: seen.at(-1),
    forward: (next: string) => setSeen([...seen, next]),
    back: seen.length > 0 ? () => setSeen(seen.slice(0, -1)) : null,
    restart: () => setSeen([]),
  };
}

/** At the end of a list that grows: the next part of it. A failure keeps what is there and offers the same step again. */
export function More({ of }: { of: { more: (() => void) | null; fetchingMore: boolean } }) {
  const { t } = useTranslation();
  if (!of.more) return null;
  return (
    <div>
      <Button onPress={of.more} busy={of.fetchingMore}>
        {t('act.show_more')}
      </Button>
    </div>
  );
}

export function PageTurner({ next, pages }: { next: string | undefined; pages: ReturnType<typeof useCursor> }) {
  const { t } = useTranslation();
  if (!next && !pages.back) return null;
  return (
    <div className="row">
      {pages.back ? <Button onPress={pages.back}>{t('act.newer')}</Button> : null}
      {next ? <Button onPress={() => pages.forward(next)}>{t('act.older')}</Button> : null}
    </div>
  );
}
