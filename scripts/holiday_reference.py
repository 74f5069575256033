#!/usr/bin/env python3
"""Writes Tests/ShirubeCoreTests/Fixtures/holidays.txt: Japan's holidays of 1949 to 2099 as others know them.

`make check-holidays` runs it with --check, which changes nothing and fails where the file or the differences below are not
what the sources say. The tests compare the file with what Shirube computes from the law. The sources, all from PyPI:

    holidays           the list that is written
    jpholiday          another computation of the law, compared with it
    python-shukujitsu  the Cabinet Office's own list (syukujitsu.csv), compared with it for the years in it, and written
                       beside it as it is (出典: 内閣府「国民の祝日について」,
                       https://www8.cao.go.jp/chosei/shukujitsu/gaiyou.html, 公共データ利用規約 PDL1.0)
    ephem              the moments of the equinoxes by an ephemeris, compared with the days in it
"""

import argparse
import csv
import datetime
import importlib.metadata
import importlib.resources
import pathlib
import sys

import ephem
import holidays
import jpholiday

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "Tests/ShirubeCoreTests/Fixtures"
YEARS = range(1949, 2100)

# Days that jpholiday alone has. It lets 国民の休日 lie between 3 and 5 May in every year, but the law has known them only since
# 1985-12-27, and it gives a substitute day on 1973-02-12, two months before 昭和48年法律第10号 (1973-04-12) brought them.
# (Where 3 May was a Sunday after that, the 4th was its substitute day.)
ONLY_JPHOLIDAY = {datetime.date(1973, 2, 12)} | {
    datetime.date(year, 5, 4)
    for year in range(1949, 1986)
    if datetime.date(year, 5, 4).weekday() != 6
    and not (year > 1973 and datetime.date(year, 5, 3).weekday() == 6)
}


def computed():
    names = {}
    for year in YEARS:
        names.update(holidays.country_holidays("JP", years=year, language="ja"))
    return names


def other():
    days = set()
    for year in YEARS:
        for day, _ in jpholiday.year_holidays(year):
            days.add(day.date() if isinstance(day, datetime.datetime) else day)
    return days


def official():
    """The Cabinet Office's list, which the package keeps by the day it was fetched."""
    files = [f for f in importlib.metadata.files("python-shukujitsu") if f.name == "syukujitsu.csv"]
    data = max(files, key=str).read_binary()
    rows = list(csv.reader(data.decode("cp932").splitlines()))
    return {datetime.date(*map(int, day.split("/"))) for day, _ in rows[1:]}, data


def equinoxes():
    """Day of the year's equinoxes in Japan, UTC+9."""
    days = set()
    for year in YEARS:
        for find, month in ((ephem.next_vernal_equinox, 3), (ephem.next_autumnal_equinox, 9)):
            moment = find(ephem.Date(f"{year}/{month}/1")).datetime() + datetime.timedelta(hours=9)
            days.add(moment.date())
    return days


def text(names):
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}"
                         for name in ("holidays", "jpholiday", "python-shukujitsu", "ephem"))
    lines = [
        "# Written by scripts/holiday_reference.py, which says how its sources differ:",
        f"# {versions}. A line a year: month, day and name of each holiday.",
    ]
    for year in YEARS:
        days = sorted(day for day in names if day.year == year)
        lines.append(f"{year} " + " ".join(f"{day:%m-%d}{names[day]}" for day in days))
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true", help="compare with the file instead of writing it")
    arguments = parser.parse_args()
    names = computed()
    days = set(names)
    listed, data = official()
    years = range(min(listed).year, max(listed).year + 1)
    faults = []
    if other() - days != ONLY_JPHOLIDAY or days - other():
        faults.append("jpholiday differs otherwise than is known")
    if {day for day in days if day.year in years} != listed:
        faults.append("the Cabinet Office's list differs")
    if {day for day, name in names.items() if name in ("春分の日", "秋分の日")} != equinoxes():
        faults.append("the ephemeris has other equinoxes")
    written = {FIXTURES / "holidays.txt": text(names).encode(), FIXTURES / "syukujitsu.csv": data}
    for path, content in written.items():
        if not arguments.check:
            path.write_bytes(content)
        elif path.read_bytes() != content:
            faults.append(f"{path.relative_to(ROOT)} is not what the sources say")
    print(f"{len(days)} holidays of {YEARS[0]}-{YEARS[-1]}; Cabinet Office {years[0]}-{years[-1]}: {len(listed)}")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
