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
        /// A sign that says why there is no figure.
        case absent(Absence)
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
        /// The row's number among all rows of the file, from 1; as `line` where no cell above holds a line end.
        package let record: Int
        /// The column as spreadsheets name it, such as `F`.
        package let column: String
        /// The value as written.
        package let written: String

        /// Makes an origin; without `record` it is as `line`.
        package init(line: Int, record: Int? = nil, column: String, written: String) {
            self.line = line
            self.record = record ?? line
            self.column = column
            self.written = written
        }
    }
}

/// Where a reading in the ledger came from.
package struct ReadingSource: Sendable, Equatable {
    /// The department that reported it.
    package let department: Identifier<Department>
    /// The name of its file, for people.
    package let fileName: String
    /// When that was taken in.
    package let takenAt: Timestamp
    /// Where in the file it stood, and as what.
    package let origin: Reading.Origin

    /// Makes a source.
    package init(
        department: Identifier<Department>, fileName: String, takenAt: Timestamp,
        origin: Reading.Origin
    ) {
        self.department = department
        self.fileName = fileName
        self.takenAt = takenAt
        self.origin = origin
    }
}

/// A reading as the ledger knows it, as far as judging needs it.
package struct KnownReading: Sendable, Equatable {
    /// Its place in the ledger's order: of two readings the higher one is the later.
    package let sequence: Int64
    /// The period it speaks of.
    package let period: Period
    /// What the figure sums up within or up to that period.
    package let basis: Reading.Basis
    /// The name of the part it covers (内訳); nil means the whole.
    package let part: String?
    /// What was reported; nil withdraws the earlier figure (取消).
    package let value: Reading.Reported?
    /// Whether it is final (確報 or 訂正).
    package let isFinal: Bool
    /// What a share counts for beside others: its denominator, else the number of answers behind it; nil where
    /// neither is given.
    package let weight: Double?

    /// Makes a known reading.
    package init(
        sequence: Int64, period: Period, basis: Reading.Basis, part: String?,
        value: Reading.Reported?, isFinal: Bool, weight: Double?
    ) {
        self.sequence = sequence
        self.period = period
        self.basis = basis
        self.part = part
        self.value = value
        self.isFinal = isFinal
        self.weight = weight
    }
}
