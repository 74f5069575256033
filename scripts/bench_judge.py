#!/usr/bin/python3
"""Measure how fast indicators are judged: 88 KPIs with five years of months in a ledger, and many more in memory.

    scripts/bench_judge.py --binary FILE

Made-up figures (架空) of every indicator and month are taken in by `shirube drop apply`, so that the ledger is a real
one; then `shirube bench-judge` prints what it measured beside its bounds, and ends with 1 beyond one of them.
"""

import argparse
import csv
import io
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STRATEGY = ROOT / "config/strategies/tomakomai-2020.yaml"
NOW = "2025-04-20T09:00"
HEADINGS = ("指標ID", "年度", "期間", "実績値", "単位", "区分", "備考")


def value(indicator, month):
    """A figure that rises to about the target over sixty months."""
    target = indicator["target"]["value"]
    if indicator["kind"] == "K8":
        stages = indicator["stages"]
        return stages[min(month // 12, len(stages) - 1)]["name"]
    wave = 1 + 0.1 * ((month * 7) % 5 - 2)
    if indicator["kind"] in ("K1", "K3"):
        return round(target / 60 * wave, 2)
    if indicator["kind"] == "K4":
        return round(target / 12 * wave * (0.8 + month / 300), 2)
    return round(target * (0.8 + month / 300), 3)


def rows(indicators):
    for indicator in indicators:
        calendar = indicator["calendar"] == "calendar"
        for month in range(60):
            number = month % 12 + 1 if calendar else (month + 3) % 12 + 1
            year = 2020 + month // 12
            yield (indicator["id"], f"{year}年" if calendar else f"{year}年度", f"{number}月",
                   value(indicator, month), indicator["unit"], "確報", "確認済")


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--binary", required=True, type=Path)
    binary = str(parser.parse_args().binary.resolve())
    folder = Path(tempfile.mkdtemp(prefix="bench-judge-"))
    try:
        shutil.copyfile(STRATEGY, folder / STRATEGY.name)
        config = folder / "shirube.yaml"
        config.write_text(
            f"strategies:\n  - {STRATEGY.name}\nstate: state\ndrops: drops\n", encoding="utf-8")
        (folder / "state").mkdir()
        (folder / "drops").mkdir()
        shown = subprocess.run(
            [binary, "strategy", "show", STRATEGY, "--format", "json"], check=True,
            capture_output=True)
        by_owner = {}
        for indicator in json.loads(shown.stdout)["indicators"]:
            by_owner.setdefault(indicator["departments"][0], []).append(indicator)
        for owner, indicators in by_owner.items():
            text = io.StringIO()
            writer = csv.writer(text, lineterminator="\r\n")
            writer.writerow(HEADINGS)
            writer.writerows(rows(indicators))
            file = folder / f"{owner}.csv"
            file.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
            done = subprocess.run(
                [binary, "drop", "apply", file, "--config", config, "--department", owner,
                 "--backfill", "--now", NOW], capture_output=True, text=True)
            if done.returncode != 0:
                sys.exit(f"{file.name} was not taken in:\n{done.stdout}{done.stderr}")
        return subprocess.run(
            [binary, "bench-judge", "--config", config, "--now", NOW]).returncode
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
