extension Rule {
    /// The rules about files and headers.
    static let ofFiles: [Rule: Entry] = [
        .fileEmpty: Entry(
            .error, ja: "ファイルが空", en: "the file is empty",
            example: "0バイトのファイル",
            remedy: Wording(
                ja: "保存し終わったファイルを入れ直してください。",
                en: "Put the file in again once it has been saved.")),
        .fileUnreadable: Entry(
            .error, ja: "ファイルを開けない", en: "the file cannot be opened",
            example: "読み取りの権限がないファイル",
            remedy: Wording(
                ja: "ファイルを保存し直して入れてください。続くときは管理者に連絡してください。",
                en:
                    "Save the file again and put it in; tell the administrator if that does not help."
            )),
        .planAmbiguous: Entry(
            .error, ja: "どの計画の実績か分からない", en: "it is not clear which plan the figures are for",
            example: "二つの計画の実績を一つにしたファイル",
            remedy: Wording(
                ja: "計画ごとに別のファイルにし、ファイル名に計画のidを入れてください。",
                en: "Make one file for each plan, and put the plan's id into its name.")),
        .fileLinked: Entry(
            .error, ja: "別の名前でも置かれているファイル", en: "the file has another name elsewhere",
            example: "ハードリンク",
            remedy: Wording(
                ja: "リンクではなく、写しをこのフォルダに入れてください。",
                en: "Put a copy into the folder instead of a link.")),
        .fileTooLarge: Entry(
            .error, ja: "ファイルが大きすぎる", en: "the file is too large",
            example: "65MiB",
            remedy: Wording(
                ja: "ファイルを分けるか、不要な行を消して入れてください。",
                en: "Split the file, or remove the rows that are not needed.")),
        .fileNotCSV: Entry(
            .error, ja: "CSVではないファイル", en: "the file is not CSV",
            example: "実績.xlsx",
            remedy: Wording(
                ja: "Excelで開き、「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存し、そのファイルを入れてください。",
                en:
                    "Open it in Excel, choose “Save As” and “CSV UTF-8 (Comma delimited)”, and put that file in."
            )),
        .fileBinary: Entry(
            .error, ja: "文字ではないバイトがある", en: "the file holds bytes that no text has",
            example: "0x00",
            remedy: Wording(
                ja: "Excelで「CSV UTF-8（コンマ区切り）」として保存し直してください。",
                en: "Save it again from Excel as “CSV UTF-8 (Comma delimited)”.")),
        .encodingUnknown: Entry(
            .error, ja: "文字コードが分からない", en: "no encoding fits the bytes",
            example: "途中で切れたファイル",
            remedy: Wording(
                ja: "Excelで開いて文字化けがないか確かめ、「CSV UTF-8（コンマ区切り）」として保存し直してください。",
                en:
                    "Open it in Excel, look for garbled text, and save it again as “CSV UTF-8 (Comma delimited)”."
            )),
        .quoteUnclosed: Entry(
            .error, ja: "引用符「\"」が閉じていない", en: "a quote never ends",
            example: "\"備考の途中",
            remedy: Wording(
                ja: "セルの終わりに「\"」を付けるか、Excelで保存し直してください。",
                en: "End the cell with a quote, or save the file again from Excel.")),
        .quoteStray: Entry(
            .error, ja: "閉じた引用符「\"」の後に文字がある", en: "text follows a closing quote",
            example: "\"12\"人",
            remedy: Wording(
                ja: "セル全体を「\"」で囲むか、Excelで保存し直してください。",
                en: "Enclose the whole cell in quotes, or save the file again from Excel.")),
        .cellTooLong: Entry(
            .error, ja: "セルが長すぎる", en: "a cell is too long",
            example: "32,768文字",
            remedy: Wording(
                ja: "セルの中の長い文章を短くするか、別の文書に移してください。",
                en: "Shorten the long text in the cell, or move it into another document.")),
        .columnsTooMany: Entry(
            .error, ja: "列が多すぎる", en: "a row has too many columns",
            example: "1,001列",
            remedy: Wording(
                ja: "表の右側にある不要な列を消してください。",
                en: "Remove the columns that are not needed.")),
        .rowTooLong: Entry(
            .error, ja: "行が長すぎる", en: "a row is too long",
            example: "5MiBの1行",
            remedy: Wording(
                ja: "不要な列や長い文章を消して、保存し直してください。",
                en: "Remove columns or long texts that are not needed, and save again.")),
        .rowsTooMany: Entry(
            .error, ja: "行が多すぎる", en: "the file has too many rows",
            example: "200,001行",
            remedy: Wording(
                ja: "ファイルを分けて入れてください。",
                en: "Split the file into several.")),
        .findingsTooMany: Entry(
            .warning, ja: "指摘が多すぎて一部を省いた", en: "there are too many findings to keep",
            example: "10,001件",
            remedy: Wording(
                ja: "先に表示された指摘を直してから、もう一度入れてください。",
                en: "Mend what is listed first, then put the file in again.")),
        .headerNotFound: Entry(
            .error, ja: "見出しの行がない", en: "there is no header row",
            example: "1,2,3",
            remedy: Wording(
                ja: "最初の20行以内に「指標ID」「年度」「期間」「実績値」などの見出しの行を置いてください。",
                en: "Put a row with headings such as 指標ID, 年度, 期間, 実績値 within the first 20 rows.")),
        .headerColumnMissing: Entry(
            .error, ja: "必要な列がない", en: "a needed column is missing",
            example: "「期間」の列がない",
            remedy: Wording(
                ja: "足りない見出しの列を加えてください。",
                en: "Add the missing column with its heading.")),
        .headerDuplicate: Entry(
            .error, ja: "同じ意味の見出しが2つある", en: "two headings mean the same",
            example: "「実績値」が2列",
            remedy: Wording(
                ja: "どちらか1つの列だけを残してください。",
                en: "Keep only one of the two columns.")),
        .layoutAmbiguous: Entry(
            .error, ja: "縦持ちと横持ちの見出しが混ざっている", en: "headings of both layouts are mixed",
            example: "「実績値」と「第1四半期」",
            remedy: Wording(
                ja: "「実績値」の列か、「第1四半期」などの列か、どちらかだけにしてください。",
                en: "Keep either the column 実績値 or the columns such as 第1四半期.")),
        .columnUnknown: Entry(
            .warning, ja: "使わない列がある", en: "a column is not used",
            example: "「メモ2」",
            remedy: Wording(
                ja: "読まなくてよい列なら、そのままで構いません。",
                en: "Leave it if it need not be read.")),
        .columnWithoutHeading: Entry(
            .warning, ja: "見出しのない列に値がある", en: "a column with values has no heading",
            example: ",,12",
            remedy: Wording(
                ja: "必要な値なら、見出しを付けてください。",
                en: "Give it a heading if its values are needed.")),
        .titleRows: Entry(
            .info, ja: "見出しの上の行", en: "rows above the header",
            example: "令和4年度　四半期報告",
            remedy: Wording(
                ja: "そのままで構いません。",
                en: "Leave it.")),
        .layoutWide: Entry(
            .info, ja: "期ごとに列がある表（横持ち）", en: "a table with a column for each period",
            example: "指標ID,第1四半期,第2四半期",
            remedy: Wording(
                ja: "そのままで構いません。表を作り直すときは、1行に実績値1つ（指標ID、年度、期間、実績値）にすると政府規則に合います。",
                en:
                    "Leave it. A new table follows the government’s rule with one figure a row: 指標ID, 年度, 期間, 実績値."
            )),
        .cellLineBreak: Entry(
            .info, ja: "セルの中の改行", en: "a line break within a cell",
            example: "\"備考の1行目（改行）2行目\"",
            remedy: Wording(
                ja: "そのままで構いません。改行を消すと、ほかのソフトでも正しく開けます。",
                en: "Leave it; without the line break other programs open the file rightly too.")),
        .noFigures: Entry(
            .error, ja: "反映する実績値が1つもない", en: "the file holds no figure at all",
            example: "実績値がすべて空欄",
            remedy: Wording(
                ja: "実績値を入れて、もう一度入れてください。",
                en: "Fill in the figures and put the file in again.")),
    ]
}
