"""Grows every table of a lived-through world to a million rows and explains every statement that the product ran
there: which tables are read whole? Once as the database is served, and once after ANALYZE. Used by bin/plans.

    plans.py world.db statements.sql

A copy of each row stands for another business hour: ids, hashes and names of jobs are made new, and instants move on.
Triggers are taken away while the rows are made; they are constraints, and not what is asked here. Exits 1 when a
statement reads a large table whole.
"""
import pathlib
import re
import sqlite3
import sys
import time

ROWS = 1_000_000
LARGE = 100_000
# Grows with a business's staff, offers and days, not with its clients.
SMALL = re.compile(r"^(catalogue_|platform_migrations|sandbox_|scheduling_(hours|practices|exceptions)$|sqlite_|"
                   r"terms_editions|identity_(totp|sms_days)$|privacy_audit_head|server_)")


def squeezed(text):
    return re.sub(r'["\s]', "", text)


def statements(path):
    """Those of the product: the simulator's auditor reads the tables too, and reads them whole."""
    root = pathlib.Path(__file__).parents[2]
    auditor = squeezed("".join(file.read_text("utf-8") for file in root.glob("tests/sim/*.cpp")))
    text = open(path, encoding="utf-8").read()
    return [one.strip() for one in text.split("\n;\n") if one.strip() and squeezed(one) not in auditor]


def new_value(name, kind, first_key):
    """How a column of copy number k differs from the row it was copied from."""
    if first_key and kind == "INTEGER":
        return "NULL"  # SQLite counts on
    if name.endswith("_us"):
        return f'"{name}" + k * 3600000000'
    if kind in ("BYTEA", "BLOB"):
        return f'CAST(substr("{name}", 1, length("{name}") - 4) || printf(\'%04x\', k % 65536) AS BLOB)'
    if kind == "TEXT":
        # 26 characters are an id; longer texts that hold one are names of jobs, notices and postings.
        return (f'CASE WHEN length("{name}") = 26 THEN substr("{name}", 1, 20) || printf(\'%06x\', k) '
                f'WHEN length("{name}") > 26 AND "{name}" NOT LIKE \'{{%\' THEN "{name}" || printf(\'%06x\', k) '
                f'ELSE "{name}" END')
    if name.endswith("number"):
        return f'"{name}" + k * 1000000'
    return f'"{name}"'


def copies(name, columns, key):
    values = [new_value(column, kind, column == key) for column, kind in columns]
    names = ", ".join(f'"{column}"' for column, _ in columns)
    return f'INSERT OR IGNORE INTO "{name}" ({names}) SELECT {", ".join(values)} FROM "{name}", copy'


def grow(database):
    database.executescript("PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON; PRAGMA journal_mode=OFF;"
                           "PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-2000000")
    for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        database.execute(f'DROP TRIGGER "{trigger}"')
    database.execute("CREATE TEMP TABLE copy (k INTEGER PRIMARY KEY)")
    counts = {}
    tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    for name in tables:
        count = database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        if count and not SMALL.match(name):
            database.execute("DELETE FROM copy")
            database.executemany("INSERT INTO copy VALUES (?)", ((k,) for k in range(1, ROWS // count + 2)))
            info = database.execute(f'PRAGMA table_info("{name}")').fetchall()
            keys = [row[1] for row in info if row[5]]
            columns = [(row[1], row[2].upper()) for row in info]
            database.execute(copies(name, columns, keys[0] if len(keys) == 1 else None))
        counts[name] = database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
    database.commit()
    return counts


def partial_indexes(database):
    return {name for name, text in database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index'")
            if text and re.search(r"\)\s*WHERE\b", text, re.IGNORECASE)}


def whole_reads(database, statement, counts):
    """Tables that the plan reads from end to end, through an index of all rows or without one."""
    found = []
    few = partial_indexes(database)
    for row in database.execute("EXPLAIN QUERY PLAN " + statement, [None] * parameters(statement)):
        match = re.match(r"SCAN (\w+)", row[3])
        if not match:
            continue
        table = aliases(statement).get(match.group(1), match.group(1))
        # In the order of a key under LIMIT only as many rows are read as are asked for; a partial index holds the few
        # rows that are still open.
        bounded = re.search(r"\bLIMIT\b", statement, re.IGNORECASE) or row[3].split()[-1] in few
        if counts.get(table, 0) >= LARGE and not bounded:
            found.append(f"{row[3]}: {counts[table]} rows")
    return found


def parameters(statement):
    return max([int(number) for number in re.findall(r"\$(\d+)", statement)] or [0])


def aliases(statement):
    pairs = re.findall(r"\b(?:FROM|JOIN|,)\s+(\w+)\s+(?:AS\s+)?(\w+)", statement, re.IGNORECASE)
    return {alias: table for table, alias in pairs}


def explained(database, path, counts):
    failures = asked = 0
    for statement in statements(path):
        if not re.match(r"(SELECT|INSERT|UPDATE|DELETE|WITH)\b", statement, re.IGNORECASE):
            continue
        asked += 1
        for found in whole_reads(database, statement, counts):
            print(f"WHOLE: {found}\n    {' '.join(statement.split())[:220]}")
            failures += 1
    return asked, failures


def main():
    database = sqlite3.connect(sys.argv[1])
    began = time.monotonic()
    counts = grow(database)
    for name, count in sorted(counts.items(), key=lambda pair: -pair[1]):
        if count >= LARGE:
            print(f"{count:>12,} {name}")
    total = 0
    for state in ("as it is served", "after ANALYZE"):
        if state == "after ANALYZE":
            database.execute("ANALYZE")
        asked, failures = explained(database, sys.argv[2], counts)
        print(f"{state}: {asked} statements explained on {sum(counts.values()):,} rows, "
              f"{failures} read a large table whole")
        total += failures + (asked == 0)
    print(f"{time.monotonic() - began:.0f} s")
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
