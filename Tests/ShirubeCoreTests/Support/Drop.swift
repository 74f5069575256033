import ShirubeCore

/// A drop that was read, with its readings.
struct ReadDrop: Equatable {
    let readings: [Reading]
    let drop: ParsedDrop

    /// The findings, but for those that only say what shape the table has (`TableShapeTests`).
    var findings: [Finding] {
        drop.findings.filter {
            !["title-rows", "layout-wide", "cell-line-break"].contains($0.rule)
        }
    }
    var encoding: String { drop.encoding }
    var isAcceptable: Bool { drop.isAcceptable }
}

/// Parses drops of the sample strategy on 17 October 2022, the middle of 令和4年度第3四半期.
enum Drop {
    static let today = CivilDate(dayNumber: 19_282)

    static func parse(
        _ text: String, department: String = "kanko", fileName: String = "drop.csv",
        limits: DropLimits = DropLimits(maximumRows: 1_000), history: [KnownReading] = [],
        profile: DropProfile = DropProfile()
    ) -> ReadDrop {
        parse(
            Array(text.utf8), department: department, fileName: fileName, limits: limits,
            history: history, profile: profile)
    }

    static func parse(
        _ bytes: [UInt8], department: String = "kanko", fileName: String = "drop.csv",
        limits: DropLimits = DropLimits(maximumRows: 1_000), history: [KnownReading] = [],
        profile: DropProfile = DropProfile()
    ) -> ReadDrop {
        let parser = DropParser(
            strategy: SampleStrategy.strategy, department: Identifier(department),
            limits: limits, profile: profile)
        var list = ReadingList(department: Identifier(department))
        do {
            let drop = try parser.parse(
                DropBytes(bytes), fileName: fileName, today: today,
                history: { _ in CurrentReadings(history) }, into: &list)
            return ReadDrop(readings: drop.isAcceptable ? list.readings : [], drop: drop)
        } catch {
            preconditionFailure("bytes in memory can always be read: \(error)")
        }
    }

    /// The readings in short: indicator, period, value.
    static func summary(_ drop: ReadDrop) -> [String] {
        drop.readings.map { reading in
            let value =
                switch reading.value {
                case .number(let number): NumberText.plain(number)
                case .stage(let name): name
                case .absent(let absence): absence.rawValue
                case nil: "取消"
                }
            let basis = reading.basis == .period ? "" : " " + reading.basis.rawValue
            return "\(reading.indicator) \(reading.period)\(basis) \(value)"
        }
    }

    /// The findings in short: rule and line.
    static func rules(_ drop: ReadDrop) -> [String] {
        drop.findings.map { "\($0.rule) \($0.line.map(String.init) ?? "-")" }
    }
}
