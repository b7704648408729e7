#!/usr/bin/env python3
"""The style of the house as a test: prints every breach with its remedy, exits 1 if there is one.

    tests/tidy/tidy.py [ROOT]

Debts that stand today are counted in debts.txt ("check path count"); a new breach fails, and so does a stale entry.
"""
import collections
import pathlib
import re
import sys

Breach = collections.namedtuple("Breach", "check path line text")

LINES_MAX = 400
FUNCTION_LINES_MAX = 70
COLUMNS_MAX = 120
INCLUDE = re.compile(r'^\s*#\s*include\s+"([a-z_]+)/')
CLOCKS = re.compile(r"(_clock::now|\bgettimeofday\b|\bclock_gettime\b|\bstd::time\(|\btime\(nullptr\)|absl::Now)")
CHANCE = re.compile(r"(\brand\(|\bsrand\(|\brandom_device\b|\bmt19937|randombytes_|arc4random)")
SLEEPS = re.compile(r"(sleep_for|sleep_until|\busleep\(|\bnanosleep\()")
FLOATS = re.compile(r"\b(float|double)\b")
TABLE = re.compile(r"\b(?:from|into|update|join|delete\s+from)\s+([a-z]+)_[a-z_]+", re.IGNORECASE)
DEBT_WORDS = re.compile(r"\b(FIXME|XXX|HACK)\b")
SQL_LITERAL = re.compile(r"\bSql\s+\w+\s*[{=]")
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')


def layers(root):
    """room -> rooms whose headers it may include, from cmake/layers.cmake."""
    text = (root / "cmake/layers.cmake").read_text()
    table = re.search(r"set\(KELISIM_LAYERS(.*?)\n\)", text, re.DOTALL).group(1)
    return {room: set(deps.split()) | {room} for room, deps in re.findall(r'"([a-z]+):([a-z ]*)"', table)}


def check_closed(root):
    """A closed room of cmake/layers.cmake stands in no row but server's."""
    text = (root / "cmake/layers.cmake").read_text()
    closed = re.search(r"set\(KELISIM_CLOSED_ROOMS(.*?)\n\)", text, re.DOTALL)
    shut = set(re.findall(r'"([a-z]+)"', closed.group(1))) if closed else set()
    for room, deps in layers(root).items():
        for found in sorted((deps & shut) - {room}):
            if room != "server":
                yield Breach("closed-room", pathlib.Path("cmake/layers.cmake"), 1,
                             f"room '{room}' may not use '{found}': nothing rests on what it knows")


def code_only(line):
    """The line without strings and without its comment."""
    return STRING.sub('""', line).split("//")[0]


def functions(lines):
    """(first line, length) of every function body, found by the house's layout: a body closes with `}` at the column
    where its head began."""
    start = None
    for number, line in enumerate(lines, 1):
        if start is None and re.match(r"^\S.*\)\s*(const)?\s*(noexcept)?\s*(:.*)?\{$", line) and not re.match(
                r"^(namespace|class|struct|enum|extern)\b", line):
            start = number
        elif start is not None and line.startswith("}"):
            yield start, number - start + 1
            start = None


def check_file(path, relative, allowed):
    room = relative.parts[1]
    text = path.read_text()
    lines = text.split("\n")
    inside_platform = room == "platform"
    is_test = path.name.endswith("_test.cpp")
    in_rules = "rules" in relative.parts
    if len(lines) - 1 > LINES_MAX:
        yield Breach("long-file", relative, len(lines) - 1, f"split it by its nouns: over {LINES_MAX} lines")
    if path.suffix == ".cpp" and not is_test:
        for start, length in functions(lines):
            if length > FUNCTION_LINES_MAX:
                yield Breach("long-function", relative, start, f"{length} lines: over {FUNCTION_LINES_MAX}")
    for number, line in enumerate(lines, 1):
        code = code_only(line)
        if len(line) > COLUMNS_MAX:
            yield Breach("long-line", relative, number, f"over {COLUMNS_MAX} columns")
        found = INCLUDE.match(line)
        if found and found.group(1) in allowed and found.group(1) not in allowed[room]:
            yield Breach("layer", relative, number, f"room '{room}' may not include '{found.group(1)}/…'")
        if found and in_rules and found.group(1) in ("platform",) and "json/described.h" not in line:
            yield Breach("pure-rules", relative, number, "a rule sees values only: no database, no HTTP, no clock")
        if DEBT_WORDS.search(line):
            yield Breach("debt-word", relative, number, "mend it or write an issue")
        if is_test:
            continue
        if not inside_platform and CLOCKS.search(code):
            yield Breach("clock", relative, number, "take `now` from the caller; clocks live in platform/clock.h")
        if not inside_platform and CHANCE.search(code) and room != "privacy":
            yield Breach("chance", relative, number, "take platform/random.h's Random")
        if not inside_platform and SLEEPS.search(code):
            yield Breach("sleep", relative, number, "wait for a job or an event, not for time")
        if FLOATS.search(code) and room not in ("astro", "paper"):
            yield Breach("float", relative, number, "money and time are integers: use Money, BasisPoints, Duration")
        if SQL_LITERAL.search(line) and "store" not in relative.parts and not inside_platform:
            yield Breach("sql-outside-store", relative, number, "SQL stands in the room's store/")
    if "store" in relative.parts and not is_test:
        for found in TABLE.finditer(text):
            owner = found.group(1).lower()
            if owner in allowed and owner != room:
                number = text.count("\n", 0, found.start()) + 1
                yield Breach("foreign-table", relative, number, f"call room '{owner}' instead of reading its table")


def check_tree(root):
    allowed = layers(root)
    yield from check_closed(root)
    for path in sorted((root / "src").rglob("*")):
        if path.suffix in (".cpp", ".h") and path.is_file():
            yield from check_file(path, path.relative_to(root), allowed)


def debts(root):
    counted = {}
    file = root / "tests/tidy/debts.txt"
    for line in file.read_text().splitlines() if file.exists() else []:
        if line and not line.startswith("#"):
            check, path, count = line.split()
            counted[check, path] = int(count)
    return counted


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2])
    found = collections.defaultdict(list)
    for breach in check_tree(root):
        found[breach.check, str(breach.path)].append(breach)
    known = debts(root)
    failed = False
    for key, breaches in found.items():
        if len(breaches) > known.get(key, 0):
            failed = True
            for breach in breaches:
                print(f"{breach.path}:{breach.line}: {breach.check}: {breach.text}")
    for key, count in known.items():
        if len(found.get(key, [])) < count:
            failed = True
            print(f"tests/tidy/debts.txt: {key[0]} {key[1]}: {count} are listed, {len(found.get(key, []))} remain: lower it")
    print("tidy: breaches found" if failed else "tidy: clean")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
