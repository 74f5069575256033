extension Rule {
    /// The rules of the government that rules of Shirube follow.
    ///
    /// 「行政データにおける機械可読性に関するルール」, decided on 2026-03-31, has thirty rules from L1-01 to L3-09. Where it
    /// wants a table mended that can be read without doubt, Shirube reads it and says so.
    static let ofGovernment: [Rule: String] = [
        // L1-01: a file that machines read.
        .fileNotCSV: "L1-01",
        // L1-03, L1-04: tables taken apart, and remarks among the data.
        .rowHeading: "L1-03", .rowNote: "L1-04",
        // L1-05: every column has a name that says what it holds.
        .headerNotFound: "L1-05", .columnWithoutHeading: "L1-05",
        // L1-09: blank is not zero.
        .valueBlank: "L1-09",
        // L1-14: no line breaks within cells.
        .cellLineBreak: "L1-14",
        // L1-15: what holds a comma stands in quotes.
        .rowRagged: "L1-15", .quoteUnclosed: "L1-15", .quoteStray: "L1-15",
        // L2-01: numbers are nothing but numbers.
        .numberUnreadable: "L2-01", .numberInexact: "L2-01", .numberGrouping: "L2-01",
        .numberScaled: "L2-01",
        .numberScientific: "L2-01", .numberDate: "L2-01", .scaleAmbiguous: "L2-01",
        .numberJapanese: "L2-01", .numberMarked: "L2-01", .numberParentheses: "L2-01",
        // L2-02: labels are not left out.
        .labelOmitted: "L2-02", .indicatorMissing: "L2-02", .periodMissing: "L2-02",
        // L2-03: each column has a name of its own.
        .headerDuplicate: "L2-03",
        // L2-04: choices are written in one way.
        .stageUnknown: "L2-04", .basisUnknown: "L2-04", .certaintyUnknown: "L2-04",
        // L3-01: nothing but the table.
        .titleRows: "L3-01",
        // L3-03, L3-04, L3-05: signs, units and times.
        .valueAbsent: "L3-03", .absenceEarly: "L3-03", .absenceReplaces: "L3-03",
        .unitMismatch: "L3-04", .shareConverted: "L3-04",
        .yearUnreadable: "L3-05",
        .periodUnreadable: "L3-05", .periodRange: "L3-05", .dateOrder: "L3-05",
        .eraOverrun: "L3-05",
        // L3-08: the encoding is a known one.
        .encodingUnknown: "L3-08",
        // L3-09: one figure a row.
        .layoutAmbiguous: "L3-09", .layoutWide: "L3-09",
    ]
}
