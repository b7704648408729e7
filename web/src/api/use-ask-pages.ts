import { keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import type { Outcome } from './outcome';
import { FaultError, RETRIES, type Asked } from './use-ask';

/** A list that the server gives page by page, as far as it was asked for. */
export type AskedPages<Page> = Asked<Page[]> & {
  /** Asks for the page after the last one; null when there is none. */
  more: (() => void) | null;
  fetchingMore: boolean;
};

interface PagesOptions<Page> {
  /** The cursor of the page after this one, if there is one. */
  next: (page: Page) => string | undefined;
  pollMs?: number;
}

/** A read of a list, longer by a page at each `more`. The first page decides: a refusal of it is the answer. */
export function useAskPages<Page>(
  key: QueryKey,
  ask: (query: { cursor?: string }) => Promise<Outcome<Page>>,
  { next, pollMs }: PagesOptions<Page>,
): AskedPages<Page> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: async ({ pageParam }) => {
      const outcome = await ask(pageParam === null ? {} : { cursor: pageParam });
      if (outcome.kind === 'fault') throw new FaultError(outcome);
      return outcome;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.kind === 'value' ? (next(last.value) ?? null) : null),
    staleTime: 10_000,
    retry: RETRIES,
    refetchInterval: pollMs ?? false,
    placeholderData: keepPreviousData,
  });
  const rest = {
    again: () => void query.refetch(),
    fetching: query.isFetching,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    fetchingMore: query.isFetchingNextPage,
  };
  const first = query.data?.pages[0];
  if (first?.kind === 'refusal') return { ...first, ...rest };
  if (query.data) return { kind: 'value', value: query.data.pages.flatMap((page) => (page.kind === 'value' ? [page.value] : [])), ...rest };
  if (query.error instanceof FaultError) return { ...query.error.outcome, ...rest };
  return { kind: 'loading', more: null, fetchingMore: false };
}
