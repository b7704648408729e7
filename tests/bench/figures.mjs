// What the benchmarks in scripts share: rows of the table, middles of lists, what a process has used.
import { readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;

export function row(what, measured, limit, note) {
  process.stdout.write(`| ${what} | ${measured} | ${limit} | ${note} |\n`);
}

const at = (list, part) => Math.round([...list].sort((one, other) => one - other)[Math.min(list.length - 1, Math.ceil(list.length * part) - 1)]);
export const middle = (list) => at(list, 0.5);
export const slow = (list) => at(list, 0.95);

/** Processor time that a process has used, in seconds. */
export function cpuSeconds(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

/** Memory that a process holds, in KiB. */
export const residentKib = (pid) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
