"""Reads a table with DuckDB's read_csv, every cell of it, and prints the seconds that the query alone took.

    bench_duckdb.py THREADS FILE…

The types are named, so that nothing is guessed, and the count of each column keeps any of them from being skipped.
"""

import sys
import time

import duckdb

COLUMNS = ["id", "program", "name", "year", "period", "part", "value", "unit", "certainty", "note"]


def main():
    threads, *files = sys.argv[1:]
    database = duckdb.connect()
    if threads != "0":
        database.execute(f"SET threads = {threads}")
    types = {column: "VARCHAR" for column in COLUMNS}
    # Thousands marks are text to DuckDB; reading the value as text is the faster way for it.
    counts = ", ".join(f"count({column}), sum(length({column}))" for column in COLUMNS)
    start = time.perf_counter()
    rows = database.execute(
        f"SELECT count(*), {counts} FROM read_csv($files, header = true, columns = $types, delim = ',')",
        {"files": files, "types": types}).fetchone()[0]
    print(time.perf_counter() - start, rows)


if __name__ == "__main__":
    main()
