/// One figure that a department has reported: what period it speaks of, what it says, and where it stood.
package struct Reading: Sendable, Equatable {
    /// The indicator it belongs to.
    package let indicator: Identifier<Indicator>
    /// The department that reported it.
    package let department: Identifier<Department>
    /// The period it speaks of.
    package let period: Period
    /// What the figure sums up within or up to that period.
    package let basis: Basis
    /// The name of the part it covers (内訳); nil means the whole.
    package let part: String?
    /// What was reported; nil withdraws the earlier figure (取消).
    package let value: Reported?
    /// How sure the department is.
    package let certainty: Certainty
    /// Numerator of a ratio (分子); nil where not given.
    package let numerator: Double?
    /// Denominator of a ratio (分母); nil where not given.
    package let denominator: Double?
    /// Number of answers behind a survey figure (回答数); nil where not given.
    package let respondents: Int?
    /// The department's remark (備考); empty where none.
    package let note: String
    /// Where in the file it stood.
    package let origin: Origin

    /// Makes a reading.
    package init(
        indicator: Identifier<Indicator>, department: Identifier<Department>, period: Period,
        basis: Basis, part: String? = nil, value: Reported?, certainty: Certainty = .preliminary,
        numerator: Double? = nil, denominator: Double? = nil, respondents: Int? = nil,
        note: String = "", origin: Origin
    ) {
        self.indicator = indicator
        self.department = department
        self.period = period
        self.basis = basis
        self.part = part
        self.value = value
        self.certainty = certainty
        self.numerator = numerator
        self.denominator = denominator
        self.respondents = respondents
        self.note = note
        self.origin = origin
    }

    /// What a figure was reported as.
    package enum Reported: Sendable, Equatable {
        /// A number in the indicator's unit.
        case number(Double)
        /// The name of a milestone's stage.
        case stage(String)
    }

    /// What a figure sums up (集計).
    package enum Basis: String, Sendable, CaseIterable {
        /// 期間: the period's own figure; for a level, the figure at the end of the period.
        case period
        /// 年度累計: from the start of the period's year to the end of the period.
        case yearToDate
        /// 計画累計: from the start of the plan to the end of the period.
        case planToDate
    }

    /// How a figure stands (区分).
    package enum Certainty: String, Sendable, CaseIterable {
        /// 速報: may still change.
        case preliminary
        /// 確報: final.
        case confirmed
        /// 訂正: corrects an earlier figure, and is final.
        case corrected
        /// 取消: withdraws an earlier figure.
        case withdrawn
    }

    /// Where a figure stood in its file.
    package struct Origin: Sendable, Equatable {
        /// The physical line, from 1.
        package let line: Int
        /// The column as spreadsheets name it, such as `F`.
        package let column: String
        /// The value as written.
        package let written: String

        /// Makes an origin.
        package init(line: Int, column: String, written: String) {
            self.line = line
            self.column = column
            self.written = written
        }
    }
}

/// A reading as the ledger knows it: with the moment at which it became known, and its file.
package struct KnownReading: Sendable, Equatable {
    /// The reading.
    package let reading: Reading
    /// When it was committed to the ledger.
    package let knownAt: Timestamp
    /// Its place in the ledger's order: of two readings the higher one is the later.
    package let sequence: Int64
    /// The ledger's number of the file it came from.
    package let file: Int64

    /// Makes a known reading.
    package init(reading: Reading, knownAt: Timestamp, sequence: Int64, file: Int64) {
        self.reading = reading
        self.knownAt = knownAt
        self.sequence = sequence
        self.file = file
    }
}
