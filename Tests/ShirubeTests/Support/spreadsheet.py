"""What a clerk does with a form in a spreadsheet, and what the ledger made of it, for FormRoundTripTests.

    spreadsheet.py fill FORM.xlsx FILLED.xlsx VALUES.json    fills 実績値 in by 指標ID; prints what the sheet is like
    spreadsheet.py rows FILE.csv ENCODING                    prints the rows of a CSV file
    spreadsheet.py readings LEDGER                           prints [指標ID, period, value or stage] of every reading

Everything is printed as JSON.
"""

import csv
import json
import sqlite3
import sys


def heading_row(sheet) -> int:
    return next(row for row in range(1, 21) if sheet.cell(row, 1).value == "指標ID")


def validations(sheet) -> dict[str, str]:
    """The rule of each cell that has one: its type, and the words or the bound."""
    rules = {}
    for rule in sheet.data_validations.dataValidation:
        for range_ in rule.sqref.ranges:
            for row, column in range_.cells:
                rules[sheet.cell(row, column).coordinate] = f"{rule.type} {rule.formula1}"
    return rules


def fill(source: str, target: str, values: dict) -> dict:
    import openpyxl  # only here: Debian's python3-openpyxl

    book = openpyxl.load_workbook(source)
    sheet = book.active
    head = heading_row(sheet)
    headings = [cell.value for cell in sheet[head]]
    column = headings.index("実績値") + 1
    rules = validations(sheet)
    facts = {
        "headings": headings,
        "frozen": sheet.freeze_panes,
        "protected": sheet.protection.sheet,
        "paper": str(sheet.page_setup.paperSize),
        "orientation": sheet.page_setup.orientation,
        "titles": sheet.print_title_rows,
        "author": book.properties.creator,
        "rows": [],
    }
    for row in range(head + 1, sheet.max_row + 1):
        cells = dict(zip(headings, sheet[row]))
        figure = sheet.cell(row, column)
        facts["rows"].append(
            {
                "id": cells["指標ID"].value,
                "types": [cells[name].data_type for name in ("指標ID", "年度・年", "期間")],
                "last": cells["前回値"].value,
                "unlocked": [name for name, cell in cells.items() if not cell.protection.locked],
                "figure": rules.get(figure.coordinate),
                "certainty": rules.get(cells["区分"].coordinate),
            }
        )
        figure.value = values[cells["指標ID"].value]
    book.save(target)
    return facts


def rows(file: str, encoding: str) -> list[list[str]]:
    with open(file, encoding=encoding, newline="") as lines:
        return list(csv.reader(lines))


def readings(ledger: str) -> list[list]:
    query = """SELECT i.name, f.period, COALESCE(r.stage, r.value) FROM reading r
        JOIN file_figure f ON f.id = r.figure_id JOIN indicator i ON i.id = f.indicator_id ORDER BY r.id"""
    return [list(row) for row in sqlite3.connect(f"file:{ledger}?mode=ro", uri=True).execute(query)]


def main() -> None:
    command, *arguments = sys.argv[1:]
    if command == "fill":
        with open(arguments[2], encoding="utf-8") as values:
            result = fill(arguments[0], arguments[1], json.load(values))
    elif command == "rows":
        result = rows(*arguments)
    else:
        result = readings(*arguments)
    print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main()
