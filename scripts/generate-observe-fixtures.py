#!/usr/bin/env python3
"""Writes the drops in Tests/ShirubeCoreTests/Fixtures/Observe, each in the encodings that Excel saves.

Run it from the root of the repository. The figures are invented.
"""

import pathlib

FOLDER = pathlib.Path("Tests/ShirubeCoreTests/Fixtures/Observe")
ENCODINGS = {
    "utf8.csv": ("utf-8", ",", "\n"),
    "utf8-bom.csv": ("utf-8-sig", ",", "\r\n"),
    "cp932.csv": ("cp932", ",", "\r\n"),
    "utf16le.txt": ("utf-16-le", "\t", "\r\n"),
    "utf16be.txt": ("utf-16-be", "\t", "\r\n"),
}

TIDY = [
    ["観光課　実績報告（架空）"],
    [],
    ["指標ID", "事業名", "指標名", "年度", "期間", "実績値", "単位", "区分", "備考"],
    ["m01-1-1", "観光プロモーション事業", "ツアー参加者数", "令和4年度", "第1四半期", "１２", "人", "確報", ""],
    ["m01-1-1", "観光プロモーション事業", "ツアー参加者数", "Ｒ４", "第２四半期", "1,234", "名", "速報", "①髙橋～ｾﾐﾅｰ"],
    ["", "スケート教室開催事業", "参加者数", "2022年度", "上半期", "85人", "", "", "会場が2つ\nあるため"],
    ["m01-1-3", "", "成約率", "令和4年度", "9月", "45.5％", "%", "", ""],
    ["合計", "", "", "", "", "1,331", "", "", ""],
    ["※数字は架空です", "", "", "", "", "", "", "", ""],
]
WIDE = [
    ["令和4年度　四半期報告（架空）", "", "", "", "", "", ""],
    ["事業名", "指標名", "第1四半期", "第2四半期", "第3四半期", "第4四半期", "年度計"],
    ["観光プロモーション事業", "ツアー参加者数", "12", "15", "", "", "27"],
    ["スケート教室開催事業", "参加者数", "0", "40人", "", "", "40"],
    ["観光プロモーション事業", "観光スポット数", "10", "11", "", "", ""],
]
FAULTY = [
    ["指標ID", "指標名", "年度", "期間", "実績値", "単位", "備考", "メモ2"],
    ["m01-1-1", "", "令和4年度", "第2四半期", "12O人", "人", "", ""],
    ["m01-1-9", "", "令和4年度", "第2四半期", "5", "", "", ""],
    ["m01-2-2", "", "令和4年度", "第2四半期", "35.2", "%", "", ""],
    ["", "参加者数", "令和4年度", "第5四半期", "7", "", "", ""],
    ["m01-1-2", "", "令和4年度", "第2四半期", "3万人", "千人", "", ""],
    ["m01-1-4", "", "", "第2四半期", "", "", "=HYPERLINK(\"http://example.invalid\")", ""],
    ["-m01", "", "令和4年度", "第1四半期", "1", "", "", ""],
    ["m01-1-5", "", "令和5年度", "第1四半期", "33", "", "", ""],
]


def text(rows: list[list[str]], delimiter: str, newline: str) -> str:
    def cell(value: str) -> str:
        if any(mark in value for mark in (delimiter, '"', "\n")):
            return '"' + value.replace('"', '""') + '"'
        return value

    return "".join(delimiter.join(map(cell, row)) + newline for row in rows)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, rows in (("tidy", TIDY), ("wide", WIDE)):
        for ending, (encoding, delimiter, newline) in ENCODINGS.items():
            mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
            data = mark + text(rows, delimiter, newline).encode(encoding)
            (FOLDER / f"{name}-{ending}").write_bytes(data)
    (FOLDER / "faulty-cp932.csv").write_bytes(text(FAULTY, ",", "\r\n").encode("cp932"))


if __name__ == "__main__":
    main()
