"""Measures how fast files are taken in, beside what else could do it, and fails where a bound is missed.

    bench_intake.py --binary .build/release/shirube [--rows 1000000] [--files 2000] [--rounds 5] [--huge]

Every round runs each contender once, one after the other, so that a slow minute of the machine meets all of them; the
median of the rounds counts. Each begins with a ledger of its own and a warm page cache. What is compared:

    check    shirube drop check --format summary: read and validated, no ledger
    DuckDB   read_csv of every cell; the query alone, without starting Python
    apply    shirube drop apply: validated, judged, archived, with a full audit
    .import  sqlite3 .import into a table with one index; nothing validated, no audit
    Python   scripts/bench_loader.py: csv module, validation, upsert, the same audit

SQLite is in WAL mode with synchronous = FULL for all of them. DuckDB has no CP932 without an extension from the network, so
it reads the same rows in UTF-8, and `.import` stores CP932 as the bytes they are. Memory is the largest resident set
above that of the daemon when it has nothing to do.
"""

import argparse
import math
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import time

from bench_bounds import Bounds

SCRIPTS = pathlib.Path(__file__).resolve().parent
MEBIBYTE = 1 << 20
COLUMNS = "id program name year period part value unit certainty note".split()


class Contender:
    """One way of reading a table: a command, run in a fresh folder."""

    def __init__(self, name, command, script=None, prints_seconds=False):
        self.name, self.command, self.script = name, command, script
        self.prints_seconds = prints_seconds
        self.seconds, self.memory = [], 0

    @property
    def median(self):
        return statistics.median(self.seconds)

    def run(self, folder):
        for name in ("state", "drops"):
            shutil.rmtree(folder / name, ignore_errors=True)
        for left in folder.glob("other.sqlite*"):
            left.unlink()
        # What was written before must not be on its way to the disk while this one is measured.
        os.sync()
        output, code, seconds, memory = measured(self.command, self.script, folder)
        if code != 0:
            sys.exit(f"{self.name} ended with {code}: {output[-2000:]}")
        self.seconds.append(float(output.split()[0]) if self.prints_seconds else seconds)
        self.memory = max(self.memory, memory)


def measured(command, script, folder):
    """Runs a command to its end: what it printed, its code, the seconds and the most memory it held."""
    # Through a file: a pipe would make the command wait for its reader.
    with open(folder / "output", "w+b") as output, open(folder / "input", "w+b") as entry:
        entry.write((script or "").encode())
        entry.seek(0)
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(word) for word in command], cwd=folder, stdin=entry, stdout=output,
            stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    # The child begins as a copy of this process, whose few pages count as its own.
    return text, process.returncode, seconds, usage.ru_maxrss * 1024


def idle_memory(binary, folder):
    """The most memory that a daemon holds which has nothing to do."""
    for name in ("state", "drops"):
        shutil.rmtree(folder / name, ignore_errors=True)
    (folder / "drops").mkdir()
    with open(folder / "output", "w+b") as output:
        daemon = subprocess.Popen(
            [str(binary), "serve", "--config", "bench.yaml"], cwd=folder, stdout=output,
            stderr=subprocess.STDOUT)
        try:
            for _ in range(100):
                time.sleep(0.1)
                if b"started: watching" in (folder / "output").read_bytes():
                    break
            time.sleep(1)
            status = pathlib.Path(f"/proc/{daemon.pid}/status").read_text()
        finally:
            daemon.send_signal(signal.SIGTERM)
            daemon.wait(60)
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def import_script(files):
    columns = ", ".join(f"{name} TEXT NOT NULL" for name in COLUMNS)
    lines = [
        "PRAGMA journal_mode = WAL;", "PRAGMA synchronous = FULL;",
        f"CREATE TABLE reading ({columns});", "CREATE INDEX reading_id ON reading (id);",
        ".mode csv",
    ]
    return "\n".join(lines + [f".import --skip 1 {file} reading" for file in files]) + "\n"


def contenders(options, files, encoding):
    """The ways of reading some files; DuckDB only where it knows the encoding."""
    common = ["--config", "bench.yaml", "--department", "bench"]
    found = [
        Contender(
            "check", [options.binary, "drop", "check", "--format", "summary"] + common + files),
        Contender("apply", [options.binary, "drop", "apply", "--quiet"] + common + files),
        Contender(".import", ["sqlite3", "-batch", "other.sqlite"], import_script(files)),
        Contender(
            "Python", [sys.executable, SCRIPTS / "bench_loader.py", "other.sqlite", "strategy.yaml",
                       encoding] + files),
    ]
    if encoding == "utf-8":
        for name, threads in (("DuckDB", 0), ("DuckDB, 1 thread", 1)):
            command = [os.path.abspath(options.duckdb), SCRIPTS / "bench_duckdb.py", threads] + files
            found.append(Contender(name, command, prints_seconds=True))
    return found


def make_tables(folder, rows, files):
    subprocess.run(
        [sys.executable, SCRIPTS / "bench_tables.py", folder, str(rows), str(files)], check=True)


def alternate(groups, rounds, folder):
    for number in range(rounds):
        for contender in (contender for group in groups for contender in group):
            show(f"round {number + 1} of {rounds}: {contender.name}")
            contender.run(folder)
    show("")


def show(text):
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{text}")


def report(title, group, size, rows, idle):
    print(f"\n{title}: {rows:,} rows, {size / 1e6:.1f} MB")
    print(f"  {'':<18} {'median':>9} {'MB/s':>8} {'rows/s':>11} {'memory':>9}   rounds")
    for contender in group:
        seconds = contender.median
        own = "" if idle is None else f"{(contender.memory - idle) / MEBIBYTE:+7.1f} M"
        rounds = " ".join(f"{value:.2f}" for value in contender.seconds)
        print(f"  {contender.name:<18} {seconds:8.3f}s {size / 1e6 / seconds:8.1f} "
              f"{rows / seconds:11,.0f} {own:>9}   {rounds}")


def by_name(group):
    return {contender.name: contender for contender in group}


def compare(bounds, encoding, group, duckdb, idle):
    own = by_name(group)
    check, apply = own["check"], own["apply"]
    bounds.hold(f"check, speed over DuckDB's, {encoding}", duckdb.median / check.median, 0.8, True)
    bounds.hold(
        f"apply, time over .import's, {encoding}", apply.median / own[".import"].median, 0.85, False)
    bounds.hold(
        f"apply, time over Python's, {encoding}", apply.median / own["Python"].median, 0.7, False)
    for contender in (check, apply):
        bounds.hold(
            f"{contender.name}, memory above idle, {encoding}",
            (contender.memory - idle) / MEBIBYTE, 64, False, "MiB")


def slopes(options, bounds, large):
    """How time grows with rows: the exponent between the smallest and the largest table, on a logarithmic scale."""
    times = {"check": {}, "apply": {}}
    sizes = [size for size in (1_000, 10_000, 100_000) if size < options.rows]
    for size in sizes:
        folder = options.folder / f"rows-{size}"
        make_tables(folder, size, 0)
        group = contenders(options, [f"rows-{size}.utf8.csv"], "utf-8")[:2]
        alternate([group], options.rounds, folder)
        for contender in group:
            times[contender.name][size] = contender.median
    for name in times:
        times[name][options.rows] = by_name(large)[name].median
    print("\nTime by rows (UTF-8):")
    for name, found in times.items():
        print(f"  {name:<8}" + "".join(f"{size:>12,}: {found[size]:7.3f}s" for size in found))
    for name, found in times.items():
        ends = (min(found), max(found))
        if ends[0] < ends[1]:
            bounds.hold(f"{name}, slope from {ends[0]:,} to {ends[1]:,} rows", slope(found, *ends), 1.1, False, " ")
        # Starting the program hides growth in small tables; the last step shows it.
        last = sorted(found)[-2:]
        if len(last) == 2:
            bounds.hold(f"{name}, slope from {last[0]:,} to {last[1]:,} rows", slope(found, *last), 1.1, False, " ")


def slope(found, small, large):
    return math.log(found[large] / found[small]) / math.log(large / small)


def huge(options):
    rows = 10 * options.rows
    folder = options.folder / f"rows-{rows}"
    make_tables(folder, rows, 0)
    # Ten times as many indicators are a larger strategy, which an idle daemon holds as well.
    idle = idle_memory(options.binary, folder)
    print(f"\nThe idle daemon of {rows:,} rows' strategy holds {idle / MEBIBYTE:.1f} MiB.")
    name = f"rows-{rows}.utf8.csv"
    group = contenders(options, [name], "utf-8")[:2]
    alternate([group], 1, folder)
    report("Reported, without a bound", group, (folder / name).stat().st_size, rows, idle)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, required=True)
    parser.add_argument("--duckdb", default=sys.executable, help="a Python that has duckdb")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("build/bench"))
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--huge", action="store_true", help="also ten times as many rows, once")
    options = parser.parse_args()
    options.binary, options.folder = options.binary.resolve(), options.folder.resolve()
    bounds = Bounds()
    folder = options.folder / f"rows-{options.rows}"
    make_tables(folder, options.rows, options.files)
    idle = idle_memory(options.binary, folder)
    print(f"The idle daemon holds {idle / MEBIBYTE:.1f} MiB.")

    names = {"utf-8": f"rows-{options.rows}.utf8.csv", "cp932": f"rows-{options.rows}.cp932.csv"}
    groups = {encoding: contenders(options, [name], encoding) for encoding, name in names.items()}
    alternate(groups.values(), options.rounds, folder)
    duckdb = by_name(groups["utf-8"])["DuckDB"]
    for encoding, group in groups.items():
        report(encoding.upper(), group, (folder / names[encoding]).stat().st_size, options.rows, idle)
        compare(bounds, encoding.upper(), group, duckdb, idle)

    small = sorted(f"small/{path.name}" for path in (folder / "small").glob("*.csv"))
    if small:
        group = contenders(options, small, "utf-8")
        # Thousands of transactions are their own repetition.
        alternate([group], 1, folder)
        size = sum((folder / name).stat().st_size for name in small)
        report(f"{len(small):,} files, a transaction each (no bound)", group, size, 50 * len(small), idle)

    slopes(options, bounds, groups["utf-8"])
    if options.huge:
        huge(options)
    bounds.end("bench_intake")


if __name__ == "__main__":
    main()
