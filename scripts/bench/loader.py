"""The careful script that an office might write instead: csv, validation, upsert, and where each value stood.

It keeps of each reading what Shirube keeps: file, record number and value as written. One transaction a file.
"""

import csv
import hashlib
import re
import sqlite3
import sys
import unicodedata

MONTHS = {f"{month}月": month for month in range(1, 13)}
NUMBER = re.compile(r"-?\d{1,3}(,\d{3})*(\.\d+)?|-?\d+(\.\d+)?")
YEAR = re.compile(r"令和(元|\d+)年度")
CERTAINTIES = {"": 0, "速報": 0, "確報": 1, "訂正": 2}

SCHEMA = """
CREATE TABLE IF NOT EXISTS file (id INTEGER PRIMARY KEY, name TEXT, sha256 TEXT);
CREATE TABLE IF NOT EXISTS reading (
    indicator TEXT NOT NULL, year INTEGER NOT NULL, month INTEGER NOT NULL, part TEXT NOT NULL,
    value REAL NOT NULL, certainty INTEGER NOT NULL, note TEXT NOT NULL,
    file_id INTEGER NOT NULL, record INTEGER NOT NULL, written TEXT NOT NULL,
    PRIMARY KEY (indicator, year, month, part));
"""

UPSERT = """
INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET value = excluded.value, certainty = excluded.certainty,
    note = excluded.note, file_id = excluded.file_id, record = excluded.record,
    written = excluded.written
"""


def readings(table, file_id, known, faults):
    header = next(table)
    column = {name: position for position, name in enumerate(header)}
    at = [column[name] for name in
          ("指標ID", "指標名", "年度", "期間", "内訳", "実績値", "単位", "区分", "備考")]
    seen = set()
    for record, row in enumerate(table, start=2):
        if len(row) != len(header):
            faults.append((record, "cells"))
            continue
        identifier, name, year, month, part, written, unit, certainty, note = (row[i] for i in at)
        number = unicodedata.normalize("NFKC", written).strip()
        found = YEAR.fullmatch(year)
        key = (identifier, year, month, part)
        if known.get(identifier) != name or unit != "人" or not found or month not in MONTHS \
                or certainty not in CERTAINTIES or not NUMBER.fullmatch(number) or key in seen:
            faults.append((record, "value"))
            continue
        seen.add(key)
        era = found.group(1)
        yield (identifier, 2018 + (1 if era == "元" else int(era)), MONTHS[month], part.strip(),
               float(number.replace(",", "")), CERTAINTIES[certainty], note.strip(), file_id,
               record, written)


def load(ledger, path, encoding, known):
    with open(path, "rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    faults = []
    with ledger, open(path, encoding=encoding, newline="") as file:
        file_id = ledger.execute(
            "INSERT INTO file (name, sha256) VALUES (?, ?)", (path, sha256)).lastrowid
        ledger.executemany(UPSERT, readings(csv.reader(file), file_id, known, faults))
        if faults:
            raise SystemExit(f"{path}: {len(faults)} faults, first {faults[0]}")


def main():
    database, encoding, count, *paths = sys.argv[1:]
    known = {f"m01-1-{n}": f"公共施設第{n}群の利用者数" for n in range(1, int(count) + 1)}
    ledger = sqlite3.connect(database)
    ledger.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;" + SCHEMA)
    for path in paths:
        load(ledger, path, encoding, known)
    ledger.close()


main()
