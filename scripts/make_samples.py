#!/usr/bin/python3
"""Write config/samples/drops: invented files of all departments, as if saved from Excel.

    scripts/make_samples.py           write the files anew
    scripts/make_samples.py --check   fail if the files differ from what would be written

The figures are in sample_figures.py; names, units and owners are read from the strategy. Both
layouts, three encodings and many habits of spelling occur, and two files are faulty on purpose. The
same call always gives the same bytes.
"""

import argparse
import csv
import io
import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path

sys.dont_write_bytecode = True
from sample_faults import clerks_mistakes, workbook  # noqa: E402
from sample_figures import CONFIRMED, FIGURES, MONTHS, PARTS, QUARTERS, REMARKS, REPORTERS  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
STRATEGY = ROOT / "config/strategies/tomakomai-2020.yaml"
DROPS = ROOT / "config/samples/drops"

SEED = 20221017
"""By it the past years, which the figures give whole, are spread over their quarters."""

BOM_UTF8, CP932, UTF16 = "utf-8-sig", "cp932", "utf-16-le"
PAST, FIRST, SECOND = (0, 1), (0, 1, 2), (0, 1, 2, 3)
SLOTS = ((2020, None), (2021, None), (2022, 1), (2022, 2))
DECIMALS = {"%": 1, "‰": 2}


@dataclass(frozen=True)
class Indicator:
    """What the samples need to know of a row of the strategy."""

    id: str
    name: str
    unit: str
    program: str
    departments: tuple
    kind: str
    calendar: str

    @property
    def is_flow(self):
        return self.kind in ("K1", "K3", "K4")


@dataclass(frozen=True)
class Sheet:
    """One file of one department."""

    department: str
    name: str
    slots: tuple
    encoding: str = BOM_UTF8
    layout: str = "tidy"
    year: str = "令和{reiwa}年度"
    title: str = ""
    has_id: bool = True
    has_year: bool = True
    commas: bool = False
    with_unit: bool = False
    is_full_width: bool = False
    footnote: str = ""


def unquoted(text):
    """The text of a YAML scalar on one line; empty for null."""
    return "" if text == "null" else text.strip('"')


def read_strategy(path):
    """Read departments and indicators from the strategy, whose entries hold one key a line."""
    departments, indicators, entries = {}, [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        inline = re.fullmatch(r"  - \{id: (\S+), name: (\S+)\}", line)
        if inline:
            departments[inline[1]] = inline[2]
            continue
        match = re.fullmatch(r"( *)(- )?(id|name|unit|departments|kind|calendar): (.+)", line)
        if not match:
            continue
        depth = len(match[1]) + len(match[2] or "")
        if match[3] == "id" and match[2]:
            entries = [entry for entry in entries if entry[0] < depth] + [(depth, {})]
        if not entries or entries[-1][0] != depth:
            continue
        entry = entries[-1][1]
        entry[match[3]] = unquoted(match[4])
        if match[3] == "calendar":
            owner = next(e for _, e in reversed(entries) if "departments" in e)
            indicators.append(
                Indicator(
                    id=entry["id"],
                    name=entry["name"],
                    unit=entry["unit"],
                    program="" if owner is entry else owner["name"],
                    departments=tuple(owner["departments"].strip("[]").split(", ")),
                    kind=entry["kind"],
                    calendar=entry["calendar"],
                )
            )
    return departments, indicators


def reported(indicators, department):
    """What a department reports: pairs of an indicator and its figures by part."""
    for indicator in indicators:
        if department not in indicator.departments:
            continue
        if indicator.id in PARTS:
            parts = PARTS[indicator.id].get(department)
            if parts:
                yield indicator, parts
        elif REPORTERS.get(indicator.id, department) == department:
            yield indicator, {"": FIGURES[indicator.id]}


def plain(value, indicator):
    """A figure as text, and what belongs beside it: 分子, 分母, 回答数."""
    if isinstance(value, tuple) and indicator.kind == "K6b":
        return str(value[0]), ("", "", str(value[1]))
    if isinstance(value, tuple):
        numerator, denominator = value
        scale = 1000 if indicator.unit == "‰" else 100
        share = numerator * scale / denominator
        text = f"{share:.{DECIMALS[indicator.unit]}f}"
        return text, (str(numerator), str(denominator), "")
    return str(value), ("", "", "")


def full_width(text):
    return text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789,."})


def spelled(text, sheet, indicator):
    """A figure as this department spells it."""
    if not re.fullmatch(r"\d+(\.\d+)?", text):
        return text
    if sheet.commas and "." not in text:
        text = f"{int(text):,}"
    if sheet.with_unit:
        text += indicator.unit
    if sheet.is_full_width:
        text = full_width(text)
    return text


def year_text(sheet, indicator, year):
    if indicator.calendar == "calendar":
        return f"{year}年"
    text = sheet.year.format(reiwa=year - 2018, western=year)
    return full_width(text) if sheet.is_full_width else text


def period_text(indicator, quarter):
    if quarter:
        return f"第{quarter}四半期"
    return "年" if indicator.calendar == "calendar" else "年度"


def tidy(sheet, rows):
    """One figure a row; the columns beside it only where something stands in them."""
    lines = []
    for indicator, parts in rows:
        for slot in sheet.slots:
            for part, figures in parts.items():
                if slot >= len(figures) or figures[slot] is None:
                    continue
                year, quarter = SLOTS[slot]
                text, beside = plain(figures[slot], indicator)
                lines.append(
                    {
                        "指標ID": indicator.id if sheet.has_id else "",
                        "事業名": indicator.program,
                        "指標名": indicator.name,
                        "年度": year_text(sheet, indicator, year),
                        "期間": period_text(indicator, quarter),
                        "内訳": part,
                        "実績値": spelled(text, sheet, indicator),
                        "分子": beside[0],
                        "分母": beside[1],
                        "回答数": beside[2],
                        "単位": indicator.unit,
                        "区分": "速報" if slot == 3 else "確報",
                        "確認": "確認済" if (indicator.id, slot) in CONFIRMED else "",
                        "備考": REMARKS.get((indicator.id, slot), ""),
                    }
                )
    optional = {"指標ID", "内訳", "分子", "分母", "回答数", "確認"}
    names = [n for n in lines[0] if n not in optional or any(line[n] for line in lines)]
    return [names] + [[line[name] for name in names] for line in lines]


def spread(total, weights, chance):
    """Share a whole number out by weights, each shaken a little; the shares add up to it."""
    weights = [weight * chance.uniform(0.85, 1.15) for weight in weights]
    bounds = [round(total * sum(weights[:n]) / sum(weights)) for n in range(len(weights) + 1)]
    return [after - before for before, after in zip(bounds, bounds[1:])]


def past_quarters(indicator, figures, chance):
    """The quarters of both past years: flows shared out, levels on their way."""
    first, second = figures[:2]
    if indicator.is_flow:
        weights = QUARTERS.get(indicator.id, (1, 1, 1, 1))
        return [spread(year, weights, chance) for year in (first, second)]
    way = [round(first + (second - first) * q / 4) for q in range(1, 5)]
    return [[first] * 4, way]


def wide(sheet, rows):
    """One indicator a row, or one a row and year, with a column for each quarter."""
    table = [["指標ID", "指標名", "単位"] + ["年度"] * sheet.has_year]
    table[0] += [f"第{quarter}四半期" for quarter in range(1, 5)]
    chance = random.Random(f"{SEED}/{sheet.department}")
    for indicator, parts in rows:
        for figures in parts.values():
            past = past_quarters(indicator, figures, chance)
            years = dict(zip((2020, 2021), past)) if 0 in sheet.slots else {}
            years[2022] = [figures[2], figures[3], "", ""]
            for year, quarters in years.items():
                head = [indicator.id, indicator.name, indicator.unit]
                head += [year_text(sheet, indicator, year)] * sheet.has_year
                table.append(head + [spelled(str(q), sheet, indicator) for q in quarters])
    return table


def months(sheet, rows):
    """One indicator a row with a column for each month, April first."""
    table = [["指標ID", "指標名", "単位", "年度"] + [f"{m}月" for m in (*range(4, 13), 1, 2, 3)]]
    for indicator, parts in rows:
        figures = [spelled(str(n), sheet, indicator) for n in MONTHS[indicator.id]] + [""] * 6
        head = [indicator.id, indicator.name, indicator.unit, year_text(sheet, indicator, 2022)]
        table.append(head + figures)
        assert tuple(sum(MONTHS[indicator.id][i : i + 3]) for i in (0, 3)) == parts[""][2:]
    return table


def encoded(table, encoding):
    """The table as Excel saves it: commas, or tabs in UTF-16; CRLF; quotes where needed."""
    text = io.StringIO()
    separator = "\t" if encoding == UTF16 else ","
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(table)
    bom = b"\xff\xfe" if encoding == UTF16 else b""
    return bom + text.getvalue().encode(encoding)


def content(sheet, departments, indicators):
    layout = {"tidy": tidy, "wide": wide, "months": months}[sheet.layout]
    table = layout(sheet, list(reported(indicators, sheet.department)))
    width = len(table[0])
    if sheet.title:
        title = sheet.title.format(name=departments[sheet.department])
        table.insert(0, [title] + [""] * (width - 1))
    if sheet.footnote:
        table.append([sheet.footnote] + [""] * (width - 1))
    return encoded(table, sheet.encoding)


QUARTER, YEARS, EARLIER = "R4第2四半期実績.csv", "R2・R3年度実績.csv", "R4第1四半期実績.csv"
MARK = "【架空】総合戦略 KPI実績報告({name})"
SHORT, WESTERN = "R{reiwa}", "{western}年度"

SHEETS = (
    Sheet("seisaku-suishin", YEARS, PAST, title=MARK),
    Sheet("seisaku-suishin", QUARTER, (2, 3), title=MARK),
    Sheet("kogyo-koyo", YEARS, PAST, CP932, title=MARK),
    Sheet("kogyo-koyo", QUARTER, (2, 3), CP932, title=MARK, commas=True),
    Sheet("kaigo-fukushi", "KPI実績_R2-R4.csv", SECOND, CP932, "wide", title=MARK,
          footnote="※数値はすべて架空です。"),
    Sheet("seishonen", YEARS, PAST, UTF16, title=MARK),
    Sheet("seishonen", "R4第2四半期実績.txt", (2, 3), UTF16, title=MARK),
    Sheet("kowan-kigyo", YEARS, PAST, CP932, title=MARK, commas=True),
    Sheet("kowan-kigyo", QUARTER, (2, 3), CP932, title=MARK, commas=True),
    Sheet("shogyo-shinko", "KPI実績_R2-R4.csv", SECOND, layout="wide", title=MARK, year=SHORT),
    Sheet("kyodo-danjo", EARLIER, FIRST, CP932, title=MARK, commas=True),
    Sheet("kenko-shien", YEARS, PAST, CP932, title=MARK, commas=True),
    Sheet("kenko-shien", "実績報告(第2四半期).csv", (2, 3), CP932, "wide", has_year=False,
          title="【架空】令和4年度 総合戦略 KPI実績報告({name})"),
    Sheet("kodomo-ikusei", YEARS, PAST, title=MARK, year=WESTERN),
    Sheet("kodomo-ikusei", QUARTER, (2, 3), title=MARK, year=WESTERN, commas=True),
    Sheet("gakko-kyoiku", EARLIER, FIRST, CP932, title=MARK),
    Sheet("kodomo-shien", "ファミサポ実績.csv", SECOND, CP932, title=MARK, has_id=False,
          with_unit=True, commas=True),
    Sheet("shogai-gakushu", YEARS, PAST, UTF16, title=MARK),
    Sheet("shogai-gakushu", QUARTER, (2, 3), UTF16, title=MARK),
    Sheet("kankyo-seikatsu", "体験プログラム実績.csv", SECOND, CP932, title=MARK,
          is_full_width=True),
    Sheet("kagaku-center", "体験プログラム実績.csv", SECOND, title=MARK, year=SHORT, commas=True),
    Sheet("bijutsu-hakubutsukan", "体験プログラム実績.csv", SECOND, CP932, title=MARK,
          with_unit=True),
    Sheet("hisho-koho", YEARS, PAST, title=MARK, commas=True),
    Sheet("hisho-koho", QUARTER, (2, 3), title=MARK, commas=True),
    Sheet("tokyo-jimusho", EARLIER, FIRST, title=MARK),
    Sheet("kanko-shinko", "KPI実績_R2-R4.csv", SECOND, CP932, "wide", title=MARK, commas=True),
    Sheet("jogesuido-somu", YEARS, PAST, CP932, title=MARK, commas=True),
    Sheet("jogesuido-somu", "R4年度_月別実績.csv", (2, 3), CP932, "months", title=MARK, commas=True),
    Sheet("sports-toshi", YEARS, PAST, title=MARK),
    Sheet("sports-toshi", QUARTER, (2, 3), title=MARK),
    Sheet("shobo-somu", "多言語通訳_導入状況.csv", SECOND, title=MARK, has_id=False),
    Sheet("kuko-seisaku", "KPI実績_R2-R4.csv", SECOND, layout="wide", title=MARK, commas=True),
    Sheet("machizukuri", YEARS, PAST, title=MARK, year=SHORT),
    Sheet("machizukuri", QUARTER, (2, 3), title=MARK, year=SHORT),
    Sheet("kiki-kanri", YEARS, PAST, UTF16, title=MARK),
    Sheet("kiki-kanri", QUARTER, (2, 3), UTF16, "wide", has_year=False, title=MARK),
    Sheet("kokusai-resort", "宿泊延べ人数.csv", SECOND, title=MARK, year=WESTERN, commas=True),
    Sheet("zero-gomi", EARLIER, FIRST, title=MARK),
)


def samples():
    """Every sample file: its path below the drops folder, and its bytes."""
    departments, indicators = read_strategy(STRATEGY)
    check_figures(departments, indicators)
    files = {
        f"{sheet.department}/{sheet.name}": content(sheet, departments, indicators)
        for sheet in SHEETS
    }
    files[f"kyodo-danjo/{QUARTER}"] = encoded(clerks_mistakes(), CP932)
    files["zero-gomi/R4第2四半期実績.xlsx"] = workbook()
    return files


def check_figures(departments, indicators):
    """Every indicator has figures, and every department a file."""
    known = {indicator.id for indicator in indicators}
    if known != FIGURES.keys() | PARTS.keys() or FIGURES.keys() & PARTS.keys():
        sys.exit(f"sample_figures.py does not fit {STRATEGY.name}: "
                 f"{sorted(known ^ (FIGURES.keys() | PARTS.keys()))}")
    if departments.keys() != {sheet.department for sheet in SHEETS}:
        sys.exit("SHEETS does not name every department of the strategy, or one that is not there.")


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    options = parser.parse_args()
    wanted = samples()
    present = {str(p.relative_to(DROPS)): p for p in DROPS.rglob("*") if p.is_file()}
    wrong = [
        name
        for name in sorted(wanted.keys() | present.keys())
        if name not in present or name not in wanted or present[name].read_bytes() != wanted[name]
    ]
    if options.check:
        if wrong:
            sys.exit("These samples differ from what scripts/make_samples.py writes; run it:\n  "
                     + "\n  ".join(wrong))
        print(f"All {len(wanted)} samples are as scripts/make_samples.py writes them.")
        return
    for name in wrong:
        if name in wanted:
            (DROPS / name).parent.mkdir(parents=True, exist_ok=True)
            (DROPS / name).write_bytes(wanted[name])
        else:
            present[name].unlink()
    print(f"{len(wrong)} of {len(wanted)} samples written anew in {DROPS.relative_to(ROOT)}.")


if __name__ == "__main__":
    main()
