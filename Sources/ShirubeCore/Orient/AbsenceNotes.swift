extension Standing.Reason {
    /// Most parts that a note names.
    private static let namedParts = 20

    /// `absent`: periods for which a department answered that there is no figure; empty where none is, or where
    /// figures speak of the same time all the same.
    ///
    /// `figures` are those judged.
    static func absent(
        _ absences: [CurrentReadings.Absent], of indicator: Indicator,
        besides figures: [CurrentReadings.Figure]
    ) -> [Self] {
        let open = absences.filter { absent in
            !figures.contains { covers($0, absent.period, isFlow: indicator.kind.isFlow) }
        }
        guard let last = open.last else { return [] }
        let (name, meaning) = (last.period.wording, last.absence.wording)
        let more = Set(open.map(\.period)).count - 1
        return [
            Self(
                code: "absent",
                text: Wording(
                    ja: "\(name.japanese)の実績は「\(meaning.japanese)」と回答されています"
                        + (more > 0 ? "（値のない期間がほかに\(more)件）。" : "。"),
                    en: "For \(name.english) the answer is “\(meaning.english)”"
                        + (more > 0 ? "; periods without a figure beside it: \(more)." : ".")))
        ]
    }

    /// Whether a figure speaks of a period: for what adds up of all its months, else of its end or a later moment.
    private static func covers(
        _ figure: CurrentReadings.Figure, _ period: Period, isFlow: Bool
    ) -> Bool {
        let (own, other) = (figure.period.absoluteMonths, period.absoluteMonths)
        guard isFlow else { return own.upperBound >= other.upperBound }
        let start =
            switch figure.basis {
            case .period: own.lowerBound
            case .yearToDate: Period(figure.period.year).absoluteMonths.lowerBound
            case .planToDate: Int.min
            }
        return start <= other.lowerBound && own.upperBound >= other.upperBound
    }

    /// `parts-absent`: parts (内訳) of the figures judged of which the answer was … or x, so that they are in no sum; empty
    /// where there is none.
    static func partsAbsent(
        _ absences: [CurrentReadings.Absent], of indicator: Indicator,
        in figures: [CurrentReadings.Figure]
    ) -> [Self] {
        let judged = indicator.kind.isFlow ? figures[...] : figures.suffix(1)
        let hidden = absences.filter { absent in
            absent.part != nil && absent.absence.hidesFigure
                && judged.contains { $0.period == absent.period && $0.basis == absent.basis }
        }
        guard !hidden.isEmpty else { return [] }
        let names = hidden.prefix(namedParts).map { absent in
            let (part, meaning) = (Inert.line(absent.part ?? ""), absent.absence.wording)
            return Wording(
                ja: "\(part)：\(meaning.japanese)", en: "\(part) (\(meaning.english))")
        }
        let more = hidden.count - names.count
        return [
            Self(
                code: "parts-absent",
                text: Wording(
                    ja: "値のない内訳（\(names.map(\.japanese).joined(separator: "、"))"
                        + (more > 0 ? "ほか\(more)件" : "") + "）は合計に入っていません。",
                    en: "Parts without a figure are not in the sum: "
                        + names.map(\.english).joined(separator: ", ")
                        + (more > 0 ? " and \(more) more." : ".")))
        ]
    }
}
