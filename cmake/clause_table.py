#!/usr/bin/env python3
"""Writes the clause ledger (spec/clauses/*.csv) as the C++ rows that terms/clauses.h looks ids up in."""
import csv
import re
import sys

COLUMNS = ["id", "system", "document", "clause", "kind", "requirement", "parameters", "acceptance", "room", "claimed"]
ID = re.compile(r"[A-Z]+-[0-9A-Za-z.]+")


def main(out, files):
    seen, lines = {}, []
    for file in files:
        with open(file, encoding="utf-8", newline="") as text:
            reader = csv.DictReader(text)
            if reader.fieldnames != COLUMNS:
                sys.exit(f"{file}: the columns must be {','.join(COLUMNS)}")
            for row in reader:
                where = f"{file}:{reader.line_num}"
                if not ID.fullmatch(row["id"]):
                    sys.exit(f"{where}: '{row['id']}' is no clause id")
                if row["id"] in seen:
                    sys.exit(f"{where}: '{row['id']}' stands already in {seen[row['id']]}")
                if row["claimed"] not in ("now", "later"):
                    sys.exit(f"{where}: claimed is '{row['claimed']}', not now or later")
                seen[row["id"]] = where
                number = row["clause"].replace("\\", "\\\\").replace('"', '\\"')
                lines.append(f'    {{"{row["id"]}", "{number}", "{row["document"]}"}},\n')
    with open(out, "w", encoding="utf-8") as table:
        table.writelines(lines)


main(sys.argv[1], sorted(sys.argv[2:]))
