"""Makes what the intake benchmark reads: a strategy, a configuration, and departmental CSV, all invented.

    bench_data.py FOLDER ROWS FILES

FOLDER then holds bench.yaml and strategy.yaml, rows.utf8.csv and rows.cp932.csv of ROWS rows each, and small/ with FILES
files of 50 rows. A folder that is complete is left alone.
"""

import pathlib
import random
import sys

SMALL_ROWS = 50

DEPARTMENT = "bench"
INDICATORS = 40
MONTHS = ["4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月"]
YEARS = ["令和2年度", "令和3年度", "令和4年度"]
HEADER = ["指標ID", "指標名", "年度", "期間", "内訳", "実績値", "単位", "区分", "備考"]
PLACES = ["西部地区", "東部地区", "中央地区", "沼ノ端地区", "植苗地区", "勇払地区", "錦岡地区", "明野地区"]
NOTES = [""] * 5 + ["窓口で数えた人数", "施設からの報告による", "暫定の集計"]


def strategy():
    """The strategy file: one department that counts forty things."""
    lines = [
        "strategy: bench",
        "name: 計測用の戦略（架空）",
        "city: 架空市",
        "term: {from: FY2020, to: FY2024}",
        "outlook: []",
        "departments:",
        f"  - {{id: {DEPARTMENT}, name: 計測課}}",
        f"planningDepartment: {DEPARTMENT}",
        "goals:",
        "  - id: g1",
        "    number: 1",
        "    name: 計る",
        "    indicators: []",
        "    directions:",
        '      - id: "1-1"',
        "        name: 速く計る",
        "        measures:",
        "          - id: m01",
        "            number: 1",
        "            name: 計測",
        "            programs:",
        "              - id: m01-1",
        "                name: 計測事業",
        f"                departments: [{DEPARTMENT}]",
        "                sdgs: []",
        "                indicators:",
    ]
    for number in range(1, INDICATORS + 1):
        lines += [
            f"                  - id: m01-1-{number}",
            f"                    name: {name(number)}",
            "                    unit: 人",
            "                    baseline: {value: 900000, period: FY2018}",
            "                    target: {value: 1000000, period: FY2024}",
            "                    kind: K4",
            "                    sense: atLeast",
            "                    cumulative: none",
            "                    calendar: fiscal",
            "                    cadence: month",
        ]
    return "\n".join(lines) + "\n"


def name(number):
    return f"公共施設第{number}群の利用者数"


def configuration(strategy_file, rows, size):
    """The configuration: limits far above the defaults, and nobody to tell."""
    return (
        f"strategies: [{strategy_file}]\n"
        "state: state\n"
        "drops: drops\n"
        f"intake: {{maximumRows: {rows}, maximumBytes: {size}}}\n"
    )


def rows(count, seed=1):
    """`count` rows: every indicator, year and month in as many parts (内訳) as it takes."""
    pick = random.Random(seed)
    figures = [(i, y, m) for i in range(1, INDICATORS + 1) for y in YEARS for m in MONTHS]
    # The months of the last year that are still to come are left out.
    figures = [f for f in figures if not (f[1] == YEARS[-1] and MONTHS.index(f[2]) > 5)]
    parts = -(-count // len(figures))
    made = 0
    for indicator, year, month in figures:
        for part in range(parts):
            if made == count:
                return
            made += 1
            place = PLACES[part % len(PLACES)]
            value = pick.randrange(0, 4000)
            yield [
                f"m01-1-{indicator}", name(indicator), year, month, f"{place}第{part + 1}施設",
                f"{value:,}", "人", "速報", NOTES[pick.randrange(len(NOTES))],
            ]


def line(cells):
    return ",".join(f'"{cell}"' if "," in cell else cell for cell in cells) + "\r\n"


def write(path, cells, encoding):
    """Writes a table as Excel saves it; gives its size in bytes."""
    with open(path, "w", encoding=encoding, newline="") as file:
        file.write(line(HEADER))
        for row in cells:
            file.write(line(row))
        return file.tell()


def write_small(folder, files):
    """Files of a few rows, which together are one table."""
    folder.mkdir(exist_ok=True)
    table = rows(files * SMALL_ROWS, seed=2)
    for number in range(files):
        part = [next(table) for _ in range(SMALL_ROWS)]
        write(folder / f"{number:05d}.csv", part, "utf-8")


def main():
    folder, count, files = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    complete = folder / f"complete-{files}"
    if complete.exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "strategy.yaml").write_text(strategy(), "utf-8")
    (folder / "bench.yaml").write_text(configuration("strategy.yaml", 1_000_000_000, "64GiB"), "utf-8")
    for encoding in ("utf-8", "cp932"):
        write(folder / f"rows.{encoding.replace('-', '')}.csv", rows(count), encoding)
    if files:
        write_small(folder / "small", files)
    complete.touch()


if __name__ == "__main__":
    main()
