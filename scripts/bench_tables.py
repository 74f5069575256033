"""Writes the tables that the benchmark of intake reads: one indicator, month and district a row, as departments report.

    bench_tables.py FOLDER ROWS FILES

FOLDER/bench.yaml and FOLDER/strategy.yaml configure a city whose strategy the tables fit. FOLDER/rows-ROWS.utf8.csv
and .cp932.csv hold ROWS rows each, FOLDER/small holds FILES files of 50 rows. Every figure is invented and repeats
itself from run to run. The folder is complete when it holds the file `complete-ROWS`.
"""

import pathlib
import random
import sys

PARTS = 100
MONTHS = 60
SMALL_ROWS = 50
HEADINGS = ["指標ID", "事業名", "指標名", "年度", "期間", "内訳", "実績値", "単位", "区分", "備考"]
REMARKS = ["", "", "", "", "", "", "", "概数", "窓口での集計による", "自治会からの報告による"]


def indicator_count(rows):
    return -(-rows // (PARTS * MONTHS))


def strategy(count):
    """A strategy of `count` indicators that add up over months and districts."""
    lines = [
        "strategy: bench-2020", "name: 計測用総合戦略", "city: 計測市", "term: {from: FY2020, to: FY2024}",
        "departments:", "  - {id: bench, name: 計測課}", "planningDepartment: bench", "goals:",
        "  - id: g1", "    number: 1", "    name: 計測する", "    measures:", "      - id: m01",
        "        number: 1", "        name: 計測", "        programs:", "          - id: m01-1",
        "            name: 地域の活動推進支援事業", "            departments: [bench]", "            sdgs: []",
        "            indicators:",
    ]
    for number in range(count):
        lines += [
            f"              - id: b{number:05d}", f"                name: 参加者数{number:05d}",
            "                unit: 人", "                baseline: {value: 1000000, period: FY2018}",
            "                target: {value: 1200000, period: FY2024}", "                kind: K4",
            "                cadence: month",
        ]
    return "\n".join(lines) + "\n"


def configuration():
    return "\n".join([
        "strategies: [strategy.yaml]", "state: state", "drops: drops", "mark: 架空",
        "intake: {maximumBytes: 64GiB, maximumRows: 1000000000}",
    ]) + "\n"


def row(random, position):
    """The row at a position: the districts of a month, the months of an indicator, one indicator after the other."""
    part = position % PARTS
    month = position // PARTS % MONTHS
    indicator = position // (PARTS * MONTHS)
    # April 2020 is month 0.
    year, calendar = 2 + month // 12, (month + 3) % 12 + 1
    value = random.randrange(500, 1500)
    written = f'"{value:,}"' if value >= 1000 and value % 4 == 0 else str(value)
    remark = REMARKS[random.randrange(len(REMARKS))]
    return (f"b{indicator:05d},地域の活動推進支援事業,参加者数{indicator:05d},令和{year}年度,{calendar}月,"
            f"第{part:03d}地区,{written},人,確報,{remark}")


def write_table(folder, rows):
    generator = random.Random(20200401)
    folder.joinpath("strategy.yaml").write_text(strategy(indicator_count(rows)), "utf-8")
    folder.joinpath("bench.yaml").write_text(configuration(), "utf-8")
    names = [folder / f"rows-{rows}.{encoding}.csv" for encoding in ("utf8", "cp932")]
    with open(names[0], "wb") as utf8, open(names[1], "wb") as cp932:
        lines = [",".join(HEADINGS)]
        for position in range(rows):
            lines.append(row(generator, position))
            if len(lines) == 10_000:
                flush(lines, utf8, cp932)
        flush(lines, utf8, cp932)


def flush(lines, utf8, cp932):
    text = "".join(line + "\r\n" for line in lines)
    utf8.write(text.encode("utf-8"))
    cp932.write(text.encode("cp932"))
    lines.clear()


def write_small(folder, files):
    generator = random.Random(20200402)
    small = folder / "small"
    small.mkdir(exist_ok=True)
    for number in range(files):
        lines = [",".join(HEADINGS)]
        lines += [row(generator, number * SMALL_ROWS + offset) for offset in range(SMALL_ROWS)]
        text = "".join(line + "\r\n" for line in lines)
        (small / f"{number:05d}.csv").write_bytes(text.encode("utf-8"))


def main():
    folder, rows, files = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    complete = folder / f"complete-{rows}-{files}"
    if complete.exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    write_table(folder, rows)
    if files:
        write_small(folder, files)
    complete.touch()


if __name__ == "__main__":
    main()
