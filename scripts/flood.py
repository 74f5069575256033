#!/usr/bin/python3
"""Put 100,000 files into one department's folder at once, and see that another's are taken all the same.

    scripts/flood.py --binary FILE [--files 100000] [--folder build/flood] [--all]

While the daemon works on the flood, a second department drops a file every few seconds. What must hold: each of these is
taken within BOUND_SECONDS, the daemon's memory stays within BOUND_MEBIBYTES, the journal tells of the flood once, and the
files come to lie where they belong, none lost and none twice. With --all that is waited for to the last file; else the
daemon is stopped after the last drop of the second department, and what has been taken until then is counted.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
STRATEGY = ROOT / "config/strategies/tomakomai-2020.yaml"
FLOODED, OTHER = "kogyo-koyo", "seishonen"
# Two turns, each of which gives nobody another file after ten seconds.
BOUND_SECONDS = 20
BOUND_MEBIBYTES = 160
# So many different contents, each a part of one figure; every other file says what is known already.
PARTS = 50
CLOCK = "2022-10-17T08:00"


class Flood:
    def __init__(self, options):
        self.options, self.folder = options, options.folder
        shutil.rmtree(self.folder, ignore_errors=True)
        for department in (FLOODED, OTHER):
            (self.folder / "drops" / department).mkdir(parents=True)
        self.configuration = self.folder / "shirube.yaml"
        self.configuration.write_text(
            f"strategies: [{STRATEGY}]\nstate: state\ndrops: drops\nmark: 架空\n", "utf-8")
        self.daemon = None

    def run(self):
        start = time.monotonic()
        self.fill()
        print(f"{self.options.files:,} files were put down in {time.monotonic() - start:.1f} s")
        start = time.monotonic()
        self.serve()
        try:
            waits = self.probe()
            if self.options.all:
                self.await_all()
            seconds, memory = time.monotonic() - start, self.memory()
            self.stop()
        finally:
            if self.daemon.poll() is None:
                self.daemon.kill()
                self.daemon.wait()
        taken = self.check(len(waits))
        print(f"{taken:,} were taken in {seconds:.0f} s, {seconds / taken * 1000:.1f} ms each")
        print(f"another department's file was taken after {statistics.median(waits):.2f} s (median of {len(waits)}), "
              f"{max(waits):.2f} s at most (bound {BOUND_SECONDS} s)")
        print(f"the daemon held {memory} MiB at most (bound {BOUND_MEBIBYTES} MiB)")
        if max(waits) > BOUND_SECONDS or memory > BOUND_MEBIBYTES:
            sys.exit("flood: a bound is missed")

    def path(self, department, *rest):
        return self.folder.joinpath("drops", department, *rest)

    def fill(self):
        """Drops reports of one figure, part by part, again and again."""
        for number in range(self.options.files):
            part = number % PARTS + 1
            text = f"指標ID,年度,期間,実績値,内訳\nm01-1-1,令和4年度,第2四半期,{part},会場{part}\n"
            with open(self.path(FLOODED, f"{number:06}.csv"), "w", encoding="utf-8") as file:
                file.write(text)

    def serve(self):
        self.log = open(self.folder / "log", "w+b")
        self.daemon = subprocess.Popen(
            [self.options.binary, "serve", "--config", self.configuration, "--clock", CLOCK],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self.log)
        self.wait("the first file", 120, lambda: self.accepted(FLOODED))

    def accepted(self, department):
        # Names alone: to look at a hundred thousand entries takes its time.
        folder = self.path(department, "accepted")
        return sum(name.endswith(".csv") for name in os.listdir(folder)) if folder.is_dir() else 0

    def wait(self, what, seconds, fact):
        deadline = time.monotonic() + seconds
        while not fact():
            if self.daemon.poll() is not None or time.monotonic() > deadline:
                sys.exit(f"flood: no {what} in {seconds} s\n{self.journal()[-2000:]}")
            time.sleep(0.02)

    def probe(self):
        waits = []
        for value in range(1, 13):
            beside = self.folder / "beside"
            beside.write_text(f"指標ID,年度,期間,実績値\nm05-4-2,R4,第2四半期,{value}\n", "utf-8")
            start = time.monotonic()
            beside.rename(self.path(OTHER, f"{value}.csv"))
            self.wait("file of the other department", 120, lambda: self.accepted(OTHER) == value)
            waits.append(time.monotonic() - start)
            time.sleep(1)
        return waits

    def await_all(self):
        while sum(1 for entry in os.scandir(self.path(FLOODED)) if entry.name.endswith(".csv")):
            if self.daemon.poll() is not None:
                sys.exit(f"flood: the daemon has ended\n{self.journal()[-2000:]}")
            time.sleep(2)
        self.wait("end", 120, lambda: not os.listdir(self.path(FLOODED, ".claimed")))

    def memory(self):
        status = pathlib.Path(f"/proc/{self.daemon.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) >> 10

    def stop(self):
        self.daemon.send_signal(signal.SIGTERM)
        if self.daemon.wait(60) != 0:
            sys.exit(f"flood: the daemon ended with {self.daemon.returncode}\n{self.journal()[-2000:]}")

    def journal(self):
        return (self.folder / "log").read_text("utf-8", "replace")

    def command(self, *words):
        call = [self.options.binary, *words, "--config", self.configuration]
        return json.loads(subprocess.run(call, check=True, capture_output=True).stdout)

    def check(self, probes):
        """Counts what the ledger, the folders and the journal say; gives how many files were taken of the flood."""
        taken = self.accepted(FLOODED)
        waiting = sum(name.endswith(".csv") for name in os.listdir(self.path(FLOODED)))
        claimed = len(os.listdir(self.path(FLOODED, ".claimed")))
        listed = self.command("drop", "list", "--department", FLOODED, "--format", "json")
        files = listed if isinstance(listed, list) else listed["files"]
        names = {file["name"] for file in files}
        told = self.journal().count("files wait (maximumPending)")
        indicators = self.command("status", "--format", "json")["indicators"]
        value = next(row["value"] for row in indicators if row["id"] == "m01-1-1")
        parts = range(1, min(taken, PARTS) + 1)
        facts = {
            "no file is lost": taken + waiting + claimed == self.options.files,
            "the ledger knows each file once": len(names) == len(files) == taken,
            "each part counts once": value == sum(parts),
            "the other department's files are there": self.accepted(OTHER) == probes,
            "the journal tells of the flood once": told == 1,
        }
        for fact, holds in facts.items():
            print(f"{'kept  ' if holds else 'MISSED'}  {fact}")
        if not all(facts.values()):
            sys.exit(f"flood: {taken} taken, {waiting} waiting, {claimed} claimed, {len(files)} in the ledger, "
                     f"value {value}, told {told} times")
        return taken


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, required=True)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("build/flood"))
    parser.add_argument("--all", action="store_true", help="wait until every file is taken")
    options = parser.parse_args()
    options.binary, options.folder = options.binary.resolve(), options.folder.resolve()
    Flood(options).run()
    shutil.rmtree(options.folder)


if __name__ == "__main__":
    main()
