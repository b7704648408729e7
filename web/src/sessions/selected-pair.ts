type Row = Record<string, unknown>;

/**
 * The pair of candidates that media take now. After a new path was found those of the former ones stay nominated too, with
 * figures that no longer change; a browser without a row of the transport (Firefox) marks the pair itself.
 */
export function selectedPair(report: { forEach(each: (row: Row) => void): void }): Row | null {
  const rows: Row[] = [];
  report.forEach((row) => rows.push(row));
  const id = rows.find((row) => row['type'] === 'transport')?.['selectedCandidatePairId'];
  const pairs = rows.filter((row) => row['type'] === 'candidate-pair');
  return pairs.find((row) => (id === undefined ? row['selected'] === true : row['id'] === id)) ?? null;
}
