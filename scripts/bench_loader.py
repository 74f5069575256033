"""What a careful programmer would write instead of Shirube: reads a table with the csv module, validates every row, and
loads it into SQLite with an upsert and an audit, all in one transaction a file.

    bench_loader.py LEDGER STRATEGY ENCODING FILE…

It stands for the state of the art in the benchmark of intake, so it is written to be fast as well: no row is handled
twice, periods and numbers that repeat are looked up, rows are inserted in batches.
"""

import csv
import hashlib
import re
import sqlite3
import sys

BATCH = 10_000
NUMBER = re.compile(r"-?(\d{1,3}(,\d{3})*|\d+)(\.\d+)?")
YEAR = re.compile(r"令和(\d{1,2})年度")
MONTH = re.compile(r"(\d{1,2})月")
CERTAINTIES = {"速報": 0, "確報": 1, "訂正": 2, "取消": 3, "": 0}
HEADINGS = ["指標ID", "事業名", "指標名", "年度", "期間", "内訳", "実績値", "単位", "区分", "備考"]

SHAPE = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS drop_file (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, rows INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS reading (
    indicator TEXT NOT NULL, period TEXT NOT NULL, part TEXT NOT NULL, value REAL NOT NULL,
    certainty INTEGER NOT NULL, note TEXT NOT NULL, file_id INTEGER NOT NULL,
    line INTEGER NOT NULL, record INTEGER NOT NULL, written TEXT NOT NULL,
    PRIMARY KEY (indicator, period, part)) WITHOUT ROWID;
"""

UPSERT = """
INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (indicator, period, part) DO UPDATE SET
    value = excluded.value, certainty = excluded.certainty, note = excluded.note,
    file_id = excluded.file_id, line = excluded.line, record = excluded.record,
    written = excluded.written
"""


class Refused(Exception):
    pass


def indicators(path):
    """The ids of the strategy's indicators with their names; its file is this benchmark's own."""
    found = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            word = line.strip()
            if word.startswith("- id: b"):
                number = word[len("- id: "):]
            elif word.startswith("name: 参加者数"):
                found[number] = word[len("name: "):]
    return found


def hash_of(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def period(year, month, known):
    key = (year, month)
    if key not in known:
        years, months = YEAR.fullmatch(year), MONTH.fullmatch(month)
        if not years or not months or not 1 <= int(months[1]) <= 12:
            raise Refused(f"{year} {month} is no period")
        known[key] = f"FY{2018 + int(years[1])}-{int(months[1]):02d}"
    return known[key]


def readings(path, encoding, known, file_id):
    periods, seen = {}, {}
    with open(path, encoding=encoding, errors="strict", newline="") as file:
        table = csv.reader(file, strict=True)
        if next(table) != HEADINGS:
            raise Refused("another header")
        for record, cells in enumerate(table, start=2):
            if not any(cells):
                continue
            if len(cells) != len(HEADINGS):
                raise Refused(f"{table.line_num}: {len(cells)} cells")
            indicator, _, name, year, month, part, written, unit, certainty, note = cells
            if known.get(indicator) != name:
                raise Refused(f"{table.line_num}: {indicator} {name} is not known")
            if unit not in ("人", ""):
                raise Refused(f"{table.line_num}: the unit {unit}")
            if certainty not in CERTAINTIES:
                raise Refused(f"{table.line_num}: {certainty}")
            if not NUMBER.fullmatch(written):
                raise Refused(f"{table.line_num}: {written} is no number")
            when = period(year, month, periods)
            value = float(written.replace(",", ""))
            key = (indicator, when, part)
            if seen.setdefault(key, value) != value:
                raise Refused(f"{table.line_num}: {key} is there twice")
            yield (indicator, when, part, value, CERTAINTIES[certainty], note, file_id,
                   table.line_num, record, written)


def load(ledger, path, encoding, known):
    digest = hash_of(path)
    ledger.execute("BEGIN IMMEDIATE")
    try:
        same = ledger.execute("SELECT 1 FROM drop_file WHERE sha256 = ?", (digest,)).fetchone()
        if same:
            ledger.execute("ROLLBACK")
            return
        number = ledger.execute(
            "INSERT INTO drop_file (name, sha256, rows) VALUES (?, ?, 0)", (path, digest)).lastrowid
        batch, count = [], 0
        for reading in readings(path, encoding, known, number):
            batch.append(reading)
            if len(batch) == BATCH:
                ledger.executemany(UPSERT, batch)
                count += len(batch)
                batch.clear()
        ledger.executemany(UPSERT, batch)
        ledger.execute(
            "UPDATE drop_file SET rows = ? WHERE id = ?", (count + len(batch), number))
        ledger.execute("COMMIT")
    except BaseException:
        ledger.execute("ROLLBACK")
        raise


def main():
    path, strategy, encoding, *files = sys.argv[1:]
    ledger = sqlite3.connect(path, isolation_level=None)
    ledger.executescript(SHAPE)
    known = indicators(strategy)
    for file in files:
        load(ledger, file, encoding, known)
    ledger.close()


if __name__ == "__main__":
    main()
