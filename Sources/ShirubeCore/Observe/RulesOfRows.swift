extension Rule {
    /// The rules about rows, indicators and periods.
    static let ofRows: [Rule: Entry] = [
        .rowRagged: Entry(
            .error, ja: "見出しより列が多い行", en: "a row has more cells than the header",
            example: "1,234 を引用符なしで書いた行",
            remedy: Wording(
                ja: "値の中の「,」を消すか、セル全体を「\"」で囲んでください。",
                en: "Remove commas inside values, or enclose the cell in quotes.")),
        .rowHeading: Entry(
            .warning, ja: "見出しの繰り返し", en: "the header is repeated",
            example: "表の途中にもう一度ある見出し",
            remedy: Wording(
                ja: "そのままで構いません。",
                en: "Leave it.")),
        .rowTotals: Entry(
            .warning, ja: "合計の行は使わない", en: "a totals row is not used",
            example: "合計,,,500",
            remedy: Wording(
                ja: "そのままで構いません。合計は計算で求めます。",
                en: "Leave it; totals are computed.")),
        .rowNote: Entry(
            .warning, ja: "注記の行は使わない", en: "a note row is not used",
            example: "※ 速報値を含む",
            remedy: Wording(
                ja: "そのままで構いません。",
                en: "Leave it.")),
        .labelOmitted: Entry(
            .error, ja: "上の行と同じ項目名の省略", en: "a label left out because it stands above",
            example: "結合したセルの2行目以降",
            remedy: Wording(
                ja: "結合を解除して、どの行にも入れてください。できないときは、管理者に設定（profiles の fillDown）を頼んでください。",
                en:
                    "Fill in every row, or ask the administrator to allow it (fillDown in profiles)."
            )),
        .indicatorMissing: Entry(
            .error, ja: "指標の名前がない行", en: "a row names no indicator",
            example: ",令和4年度,第2四半期,12",
            remedy: Wording(
                ja: "指標ID（または事業名と指標名）を入れてください。",
                en: "Fill in 指標ID, or 事業名 and 指標名.")),
        .indicatorUnknown: Entry(
            .error, ja: "知らない指標", en: "the indicator is not known",
            example: "m01-1-9",
            remedy: Wording(
                ja: "近い指標を確かめて、正しい指標IDか指標名にしてください。",
                en: "Look at the nearest indicators and correct the id or the name.")),
        .indicatorAmbiguous: Entry(
            .error, ja: "指標を1つに決められない", en: "the name fits several indicators",
            example: "参加者数",
            remedy: Wording(
                ja: "指標IDを入れるか、事業名も入れてください。",
                en: "Fill in 指標ID, or 事業名 as well.")),
        .indicatorNotOwned: Entry(
            .error, ja: "他の課の指標", en: "the indicator belongs to another department",
            example: "m02-1-1",
            remedy: Wording(
                ja: "この行を消してください。担当が変わったときは企画担当の課に連絡してください。",
                en: "Remove the row; tell the planning department if the owner has changed.")),
        .indicatorMismatch: Entry(
            .error, ja: "指標IDと指標名が別の指標", en: "id and name are of different indicators",
            example: "m01-1-1,セミナー参加者数",
            remedy: Wording(
                ja: "指標IDと指標名のどちらが正しいか確かめて、そろえてください。",
                en: "Find out which of the two is right, and make them agree.")),
        .nameDiffers: Entry(
            .warning, ja: "名前が戦略の表記と違う", en: "a name differs from the strategy’s",
            example: "新規雇用数",
            remedy: Wording(
                ja: "指標が正しければ、そのままで構いません。",
                en: "Leave it if the indicator is the right one.")),
        .yearMissing: Entry(
            .error, ja: "年度が分からない", en: "the year is not known",
            example: "年度の列も題名もない",
            remedy: Wording(
                ja: "「年度」の列に、令和4年度のように入れてください（列がなければ加えてください）。",
                en: "Fill in the column 年度, such as 令和4年度; add it if there is none.")),
        .yearUnreadable: Entry(
            .error, ja: "年度として読めない", en: "not readable as a year",
            example: "令和四年ど",
            remedy: Wording(
                ja: "令和4年度、R4、2022 のように入れてください。",
                en: "Write it as 令和4年度, R4 or 2022.")),
        .yearAmbiguous: Entry(
            .error, ja: "題名やファイル名に年が2つ以上ある", en: "the titles or the file’s name hold several years",
            example: "令和2年度～令和6年度",
            remedy: Wording(
                ja: "「年度」の列を加えて、令和4年度のように入れてください。",
                en: "Add a column 年度 and fill it in, such as 令和4年度.")),
        .yearKind: Entry(
            .error, ja: "年度と年（暦年）の取り違え", en: "fiscal and calendar year are confused",
            example: "暦年の指標に令和4年度",
            remedy: Wording(
                ja: "4月から翌年3月までなら「年度」、1月から12月までなら「年」で書いてください。",
                en: "Write 年度 for April to March, 年 for January to December.")),
        .yearImplausible: Entry(
            .error, ja: "計画からかけ離れた年", en: "a year far from the plan",
            example: "令和44年度",
            remedy: Wording(
                ja: "年度を確かめてください。",
                en: "Check the year.")),
        .periodMissing: Entry(
            .error, ja: "期間がない行", en: "a row has no period",
            example: "令和4年度,,12",
            remedy: Wording(
                ja: "第1四半期、上半期、4月、年度 のどれかを入れてください。",
                en: "Fill in 第1四半期, 上半期, 4月 or 年度.")),
        .periodUnreadable: Entry(
            .error, ja: "期間として読めない", en: "not readable as a period",
            example: "第一回",
            remedy: Wording(
                ja: "第1四半期、上半期、4月、4月～6月、年度 のように入れてください。",
                en: "Write it as 第1四半期, 上半期, 4月, 4月～6月 or 年度.")),
        .periodImpossible: Entry(
            .error, ja: "存在しない年や期間", en: "a year or period that does not exist",
            example: "第5四半期、令和元年4月",
            remedy: Wording(
                ja: "正しい年度と期間に直してください。",
                en: "Correct the year and the period.")),
        .periodContradiction: Entry(
            .error, ja: "年度と期間が食い違う", en: "year and period contradict each other",
            example: "令和4年度,2023-04",
            remedy: Wording(
                ja: "年度か期間のどちらかを直してください。",
                en: "Correct the year or the period.")),
        .periodFuture: Entry(
            .error, ja: "まだ始まっていない期間", en: "a period that has not begun",
            example: "来年度の第1四半期",
            remedy: Wording(
                ja: "年度と期間を確かめてください。",
                en: "Check the year and the period.")),
        .periodRunning: Entry(
            .warning, ja: "まだ終わっていない期間", en: "a period that is not over",
            example: "今月の途中の値",
            remedy: Wording(
                ja: "途中の値なら、期間が終わってから改めて報告してください。",
                en: "Report again once the period is over.")),
        .periodDay: Entry(
            .warning, ja: "月の1日だけの値", en: "the first day of a month alone", example: "2022/4/1",
            remedy: Wording(
                ja: "4月1日の1日分なら、そのままで構いません。4月の値なら「2022年4月」と書いてください（Excelが日付に変えることがあります）。",
                en:
                    "Leave it if the day is meant; for the month write 2022年4月 (Excel may make a date of it)."
            )),
        .periodRange: Entry(
            .error, ja: "四半期・半期・1年のどれでもない期間", en: "a range that is no quarter, half or year",
            example: "4月～8月",
            remedy: Wording(
                ja: "四半期、半期か1年の値にするか、1か月ずつ行を分けて入れてください。",
                en: "Report a quarter, a half or the year, or each month in a row of its own.")),
        .dateOrder: Entry(
            .error, ja: "月と日の順序が分からない日付", en: "a date that may have month or day first",
            example: "4/1/2023",
            remedy: Wording(
                ja: "2023/4/1 のように年から書いてください。できないときは、管理者に順序の設定（profiles）を頼んでください。",
                en:
                    "Write the year first, as 2023/4/1, or ask the administrator to set the order (profiles)."
            )),
        .eraOverrun: Entry(
            .info, ja: "終わった元号の年", en: "a year of an era that was over", example: "平成32年度",
            remedy: Wording(ja: "そのままで構いません。", en: "Leave it.")),
    ]
}
