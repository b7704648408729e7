// What a program and its children do to files, told by strace: which they open to write, and how many bytes they put there.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const OPENS = ['openat', 'openat2', 'open', 'creat'];
const WRITES = ['write', 'pwrite64', 'writev', 'pwritev', 'pwritev2', 'sendfile', 'splice', 'copy_file_range'];
const MAKES = ['memfd_create', 'mkdir', 'mkdirat', 'rename', 'renameat', 'renameat2', 'link', 'linkat', 'mknod', 'mknodat', 'truncate'];
const CALL = /^(\w+)\((.*)\)\s+= (\d+)(?:<(.*)>)?$/;
const TO_FILE = /^\d+<(\/[^>]*)>/;

export class Trace {
  /** @param {string} folder of what strace writes, a file for each thread */
  constructor(folder) {
    mkdirSync(folder, { recursive: true });
    this.folder = folder;
    this.seen = new Map();
  }

  /** What stands before the command; the program keeps its own process id. */
  get before() {
    const calls = [...OPENS, ...WRITES, ...MAKES].join(',');
    return ['strace', '-D', '-ff', '-qq', '-y', '-s', '0', '--seccomp-bpf', '-e', `trace=${calls}`, '-e', 'signal=none', '-o', path.join(this.folder, 'thread')];
  }

  threads() {
    return readdirSync(this.folder).map((name) => [name, readFileSync(path.join(this.folder, name), 'utf8').split('\n').slice(0, -1)]);
  }

  /** Only what comes after now is told. Answers how many calls came before. */
  begin() {
    this.seen = new Map(this.threads().map(([name, lines]) => [name, lines.length]));
    return [...this.seen.values()].reduce((sum, lines) => sum + lines, 0);
  }

  /** Files opened to be written, bytes written by file, and every call that makes or moves a file. */
  deeds() {
    const deeds = { opened: new Set(), bytes: new Map(), made: [] };
    for (const [name, lines] of this.threads()) {
      for (const line of lines.slice(this.seen.get(name) ?? 0)) note(deeds, CALL.exec(line));
    }
    return deeds;
  }
}

function note(deeds, call) {
  if (!call) return;
  const [whole, name, given, result, file] = call;
  if (MAKES.includes(name)) deeds.made.push(whole);
  if (OPENS.includes(name) && (name === 'creat' || /O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE/.test(given))) deeds.opened.add(file);
  const to = WRITES.includes(name) ? TO_FILE.exec(given) : null;
  if (to) deeds.bytes.set(to[1], (deeds.bytes.get(to[1]) ?? 0) + Number(result));
}
