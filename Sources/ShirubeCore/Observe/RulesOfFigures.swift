extension Rule {
    /// The rules about figures.
    static let ofFigures: [Rule: Entry] = [
        .valueBlank: Entry(
            .warning, ja: "実績値が未入力", en: "a figure is not filled in",
            example: "空欄",
            remedy: Wording(
                ja: "0件なら「0」を入れてください。未確定なら、確定してから報告してください。",
                en: "Write 0 if it is zero; report it later if it is not known yet.")),
        .valueAbsent: Entry(
            .warning, ja: "値がないという回答", en: "an answer without a figure",
            example: "-、…、x",
            remedy: Wording(
                ja: "0件なら「0」を入れてください。値がないなら、そのままで構いません。分かったときは、値を報告してください。",
                en:
                    "Write 0 if it is zero; leave it if there is no figure, and report one once it is known."
            )),
        .absenceEarly: Entry(
            .info, ja: "まだ終わっていない期間の記号", en: "a sign for a period that is not over",
            example: "来期の列の「-」",
            remedy: Wording(
                ja: "そのままで構いません。期間が終わってから報告してください。",
                en: "Leave it, and report once the period is over.")),
        .numberUnreadable: Entry(
            .error, ja: "数として読めない", en: "not readable as a number",
            example: "12O人",
            remedy: Wording(
                ja: "数字だけを入れてください（例: 120）。",
                en: "Write digits only, such as 120.")),
        .numberInexact: Entry(
            .error, ja: "ちょうどではない数", en: "no exact number", example: "約120、100以上、12～15",
            remedy: Wording(
                ja: "ちょうどの数を入れてください。まだ分からないときは「…」を入れてください。",
                en: "Write the exact number, or … if it is not known yet.")),
        .numberGrouping: Entry(
            .error, ja: "桁区切りの「,」の位置がおかしい", en: "thousands marks in wrong places",
            example: "12,34",
            remedy: Wording(
                ja: "「,」を消して、数字だけを入れてください。",
                en: "Remove the commas and write digits only.")),
        .numberScaled: Entry(
            .info, ja: "千・万・億から換算した数", en: "a number brought from 千, 万 or 億 to the unit",
            example: "3万人、2億3千430万円、見出しが「実績値（千円）」",
            remedy: leaving),
        .scaleAmbiguous: Entry(
            .error, ja: "千・万・億の付け方が2通りに読める", en: "千, 万 or 億 has two readings",
            example: "3万（指標は万人）",
            remedy: Wording(
                ja: "「3万人」のように単位まで書くか、指標の単位に合わせた数字だけを入れてください。",
                en: "Write the unit too, as 3万人, or only the number in the indicator’s unit.")),
        .shareConverted: Entry(
            .warning, ja: "%と‰を換算した数", en: "a number brought from % to ‰ or back",
            example: "45.5‰（指標は%）",
            remedy: Wording(
                ja: "換算した値が正しいか確かめてください。",
                en: "See whether the number that was taken is right.")),
        .numberJapanese: Entry(
            .info, ja: "漢数字で書いた数", en: "a number in Japanese digits", example: "二億三千万、十五",
            remedy: leaving),
        .numberMarked: Entry(
            .info, ja: "記号や注記の付いた数", en: "a number with a mark beside it",
            example: "p 120、100（暫定）、120※1、#30",
            remedy: leaving),
        .numberParentheses: Entry(
            .error, ja: "( )で囲まれた数", en: "a number in parentheses", example: "(1,234)",
            remedy: Wording(
                ja: "マイナスの数なら「△1,234」、そうでなければ「( )」を取って入れてください。",
                en: "Write △1,234 for a number below zero, else leave the parentheses out.")),
        .numberFraction: Entry(
            .warning, ja: "端数のある人数や件数", en: "a count with a fraction", example: "12.5人",
            remedy: Wording(
                ja: "平均などの値でなければ、整数で入れてください。",
                en: "Write a whole number, unless it is an average.")),
        .numberZero: Entry(
            .info, ja: "単位に満たない数かもしれない0", en: "a zero that may be less than one unit",
            example: "0.0、0（千人）",
            remedy: Wording(
                ja: "該当がないときは、そのままで構いません。値がないときは「-」を入れてください。",
                en: "Leave it if there was little or nothing; write - if there is no figure.")),
        .numberScientific: Entry(
            .error, ja: "指数で書いた数", en: "written with a power of ten",
            example: "1.2E+05",
            remedy: Wording(
                ja: "セルの書式を「数値」にして保存し直してください。",
                en: "Set the cell’s format to “Number” and save again.")),
        .numberDate: Entry(
            .error, ja: "日付になっている数", en: "a date instead of a number",
            example: "4月1日",
            remedy: Wording(
                ja: "セルの書式を「数値」にして、数字を入れ直してください。",
                en: "Set the cell’s format to “Number” and type the number again.")),
        .numberTooLarge: Entry(
            .error, ja: "桁が多すぎる数", en: "a number with too many digits",
            example: "16桁の数",
            remedy: Wording(
                ja: "15桁までの数字にしてください。",
                en: "Use at most 15 digits.")),
        .numberNegative: Entry(
            .error, ja: "0より小さい件数", en: "a count below zero",
            example: "△5",
            remedy: Wording(
                ja: "0以上の数字を入れてください。前の報告を直すときは、差ではなく正しい値そのものを入れてください。",
                en:
                    "Write zero or more; to correct a report, write the right figure, not the difference."
            )),
        .unitMismatch: Entry(
            .error, ja: "単位が指標と違う", en: "the unit is not the indicator’s",
            example: "千人（指標は人）",
            remedy: Wording(
                ja: "指標の単位に合わせた数字と単位にしてください。",
                en: "Write number and unit as the indicator has them.")),
        .stageUnknown: Entry(
            .error, ja: "知らない段階", en: "the stage is not known",
            example: "ほぼ完了",
            remedy: Wording(
                ja: "示された段階の名前のどれかを入れてください。",
                en: "Use one of the stages that are named.")),
        .basisUnknown: Entry(
            .error, ja: "集計の書き方が分からない", en: "the basis is not known",
            example: "累計",
            remedy: Wording(
                ja: "「期間」「年度累計」「計画累計」のどれかを入れてください。",
                en: "Use 期間, 年度累計 or 計画累計.")),
        .basisUnsuitable: Entry(
            .error, ja: "この指標に使えない集計", en: "the basis does not suit the indicator",
            example: "水準の指標に年度累計",
            remedy: Wording(
                ja: "集計を「期間」にするか、空欄にしてください。",
                en: "Use 期間, or leave 集計 empty.")),
        .certaintyUnknown: Entry(
            .error, ja: "区分の書き方が分からない", en: "the certainty is not known",
            example: "見込み",
            remedy: Wording(
                ja: "「速報」「確報」「訂正」「取消」のどれかを入れてください。",
                en: "Use 速報, 確報, 訂正 or 取消.")),
        .ratioDenominator: Entry(
            .error, ja: "分母が0", en: "the denominator is zero",
            example: "0/0",
            remedy: Wording(
                ja: "分母が0なら実績値・分子・分母を空欄にしてください。",
                en: "Leave the figure, 分子 and 分母 empty if the denominator is zero.")),
        .ratioMismatch: Entry(
            .error, ja: "実績値が分子÷分母と合わない", en: "the figure is not numerator by denominator",
            example: "45%、50/100",
            remedy: Wording(
                ja: "実績値か、分子・分母を直してください。",
                en: "Correct the figure, or numerator and denominator.")),
        .ratioIncomplete: Entry(
            .warning, ja: "分子と分母の片方しかない", en: "only one of numerator and denominator",
            example: "50/（空欄）",
            remedy: Wording(
                ja: "両方を入れるか、両方を空欄にしてください。",
                en: "Fill in both or neither.")),
        .respondentsInvalid: Entry(
            .error, ja: "回答数が正の整数でない", en: "the number of answers is no positive integer",
            example: "0.5",
            remedy: Wording(
                ja: "回答した人数を整数で入れてください。",
                en: "Write the number of answers as an integer.")),
        .partUnsuitable: Entry(
            .error, ja: "足し合わせられない指標の内訳", en: "parts of a figure that does not add up",
            example: "率の内訳",
            remedy: Wording(
                ja: "内訳を空欄にして、全体の値を1行で入れてください。",
                en: "Leave 内訳 empty and give the whole in one row.")),
        .partAndWhole: Entry(
            .error, ja: "全体と内訳の両方がある", en: "the whole and its parts are both given",
            example: "全体と市内・市外",
            remedy: Wording(
                ja: "全体の行か、内訳の行か、どちらかだけにしてください。",
                en: "Keep either the row of the whole or the rows of its parts.")),
        .partTotalAlone: Entry(
            .error, ja: "内訳の合計だけがある", en: "only the total of parts is given",
            example: "内訳が「合計」だけ",
            remedy: Wording(
                ja: "全体の値なら、内訳を空欄にしてください。",
                en: "Leave 内訳 empty if it is the whole.")),
        .duplicateSame: Entry(
            .warning, ja: "同じ値の行が2つある", en: "the same figure is given twice",
            example: "同じ行の写し",
            remedy: Wording(
                ja: "どちらか1行を消しても構いません。",
                en: "One of the two may be removed.")),
        .duplicateDifferent: Entry(
            .error, ja: "同じ指標と期間に別の値がある", en: "two figures for one indicator and period",
            example: "12と15",
            remedy: Wording(
                ja: "正しい行だけを残してください。",
                en: "Keep only the right row.")),
        .duplicateTooMany: Entry(
            .error, ja: "2回入っている値が多すぎる", en: "too many figures are given twice",
            example: "15万行の表を2回貼り付けた",
            remedy: Wording(
                ja: "重なっている行を消して、もう一度入れてください。",
                en: "Remove the rows that repeat others and put the file in again.")),
        .totalMismatch: Entry(
            .error, ja: "合計が、もとの値と合わない", en: "a total is not the sum",
            example: "10+20、合計40",
            remedy: Wording(
                ja: "もとの値か、合計を直してください。",
                en: "Correct the figures or the total.")),
        .totalUnused: Entry(
            .warning, ja: "合計の列は使わない", en: "a totals column is not used",
            example: "水準の指標の年度計",
            remedy: Wording(
                ja: "そのままで構いません。",
                en: "Leave it.")),
    ]

    private static let leaving = Wording(
        ja: "読み取った値が正しければ、そのままで構いません。", en: "Leave it if the number that was taken is right.")
}
