extension Rule {
    /// The rules by which a figure waits until somebody has said that it is meant.
    static let ofDoubt: [Rule: Entry] = [
        .valueJump: Entry(
            .hold, ja: "前後の値と10倍以上違う", en: "ten times as large, or a tenth",
            example: "123、そのあと1,230", remedy: confirming),
        .cumulativeFalls: Entry(
            .hold, ja: "累計が減っている", en: "a running total falls", example: "累計120、そのあと85",
            remedy: confirming),
        .numberNegativeRate: Entry(
            .hold, ja: "0より小さい率や水準", en: "a rate or level below zero", example: "△0.5",
            remedy: confirming),
        .ratioAboveOne: Entry(
            .hold, ja: "分子が分母より大きい", en: "the numerator is above the denominator",
            example: "120/100", remedy: confirming),
        .absenceReplaces: Entry(
            .hold, ja: "値のあった期間に、値がないという記号", en: "a sign where a figure stood",
            example: "120、そのあと「…」", remedy: confirming),
        .doubtMeant: Entry(
            .info, ja: "確認済の値", en: "a figure that is marked as meant",
            example: "「確認」の欄に「確認済」",
            remedy: Wording(ja: "そのままで構いません。", en: "Leave it.")),
        .doubtTooMany: Entry(
            .error, ja: "確かめたい値が多すぎる", en: "too many figures are in doubt",
            example: "表のすべての値が10倍",
            remedy: Wording(
                ja: "単位や列を確かめて直してください。正しければ、「確認」の列に「確認済」と書いて入れ直してください。",
                en:
                    "Check units and columns. If the figures are right, write 確認済 into a column 確認 and "
                    + "put the file in again.")),
    ]

    private static let confirming = Wording(
        ja: "誤りなら、直して入れ直してください。正しければ、「確認」の列に「確認済」と書いて入れ直すか、企画担当の課に知らせてください。",
        en:
            "Correct it and put the file in again; if it is right, write 確認済 into a column 確認 and put it in "
            + "again, or tell the planning department.")
}
