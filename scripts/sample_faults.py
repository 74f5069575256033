"""The two samples that are faulty on purpose."""

import io
import zipfile


def clerks_mistakes():
    """A quarter's table, typed in a hurry; the worst stands in its line 14."""
    header = ["指標ID", "指標名", "年度", "期間", "実績値", "単位", "備考"]
    year = "令和4年度"
    salon = ("m15-4-1", "サロン利用者数", year)
    return [
        [f"【架空】{year}第2四半期 総合戦略 実績報告(協働・男女平等参画室)"] + [""] * 6,
        header,
        ["m03-3-1", "事業参加者数", year, "第1四半期", "22", "人", ""],
        ["m03-3-1", "事業参加者数", year, "第5四半期", "31", "人", "秋の講座を含む"],
        ["m07-4-1", "研修派遣者数", year, "第1四半期", "2", "人", ""],
        ["m07-4-1", "研修派遣者数", year, "第2四半期", "1", "人", ""],
        ["", "日本語教室の延べ参加者数", year, "第2四半期", "164", "人", "今年度から"],
        [*salon, "第1四半期", "388", "人", "4月から6月まで"],
        ["m03-3-1", "事業参加者数", year, "第2四半期", "41", "人", ""],
        ["m07-4-1", "研修派遣者数", "令和3年度", "年度", "3", "人", "再掲"],
        ["m03-3-1", "事業参加者数", "令和3年度", "年度", "94", "人", "再掲"],
        [*salon, "7月", "143", "人", ""],
        [*salon, "8月", "131", "人", ""],
        [*salon, "9月", "12O人", "人", "速報"],
    ]


def workbook():
    """A spreadsheet that was saved as it is, not as CSV: the smallest .xlsx that Excel opens."""
    start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    office = "http://schemas.openxmlformats.org"
    main = f"{office}/spreadsheetml/2006/main"
    links = f"{office}/package/2006/relationships"
    kinds = f"{office}/officeDocument/2006/relationships"
    types = "application/vnd.openxmlformats-"
    rows = (
        ("【架空】令和4年度第2四半期 実績報告(ゼロごみ推進課)",),
        ("指標ID", "指標名", "年度", "期間", "実績値", "単位"),
        ("m18-4-1", "アプリダウンロード数", "令和4年度", "第2四半期", "9.1", "%"),
    )
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{c}</t></is></c>' for c in row) + "</row>"
        for row in rows
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{office}/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{types}package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType='
        f'"{types}officedocument.spreadsheetml.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType='
        f'"{types}officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{links}"><Relationship Id="rId1" '
        f'Type="{kinds}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{kinds}"><sheets>'
        '<sheet name="架空" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{links}"><Relationship Id="rId1" '
        f'Type="{kinds}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData>'
        "</worksheet>",
    }
    result = io.BytesIO()
    # Stored, because another version of zlib would compress to other bytes.
    with zipfile.ZipFile(result, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2022, 10, 5, 9, 0, 0)), start + text)
    return result.getvalue()
