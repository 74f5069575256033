/// An owner's own status for an indicator (判定の上書き), which stands beside the machine's and never in its place.
package struct Override: Sendable, Equatable {
    /// The owner's status.
    package let status: Status
    /// Why, in the owner's words.
    package let reason: String
    /// Who says so.
    package let author: String
    /// When it was recorded.
    package let at: Timestamp
    /// The last day on which it holds; nil where it lapses with `period`.
    package let until: CivilDate?
    /// The last period whose judgement it stands beside; nil where nothing had been judged, or where `until` decides.
    package let period: Period?

    /// Makes an override.
    package init(
        status: Status, reason: String, author: String, at: Timestamp, until: CivilDate?,
        period: Period?
    ) {
        self.status = status
        self.reason = reason
        self.author = author
        self.at = at
        self.until = until
        self.period = period
    }

    /// Whether it still holds beside a judgement on a day.
    ///
    /// With a last day, until that day is over. Without one, until a period is judged that ends later than its own: what
    /// the owner knew was about the figures of then.
    package func holds(beside standing: Standing, on date: CivilDate) -> Bool {
        if let until { return date <= until }
        guard let judged = standing.period else { return true }
        guard let period else { return false }
        return judged.absoluteMonths.upperBound <= period.absoluteMonths.upperBound
    }

    /// Those of the overrides that still hold beside the standings on a day, by indicator.
    package static func inForce(
        _ overrides: [Identifier<Indicator>: Override], beside standings: [Standing],
        on date: CivilDate
    ) -> [Identifier<Indicator>: Override] {
        standings.reduce(into: [:]) { result, standing in
            guard let own = overrides[standing.indicator], own.holds(beside: standing, on: date)
            else { return }
            result[standing.indicator] = own
        }
    }

    /// The owner's status in words, such as `順調（担当の判断）`.
    package var statusWording: Wording {
        Wording(
            ja: "\(status.wording.japanese)（担当の判断）", en: "\(status.wording.english) (owner's view)")
    }

    /// Who says so, when, until when and why, in one line.
    package var wording: Wording {
        let who = Inert.line(author)
        let why = Inert.line(reason)
        let day = at.japanDate.longWording
        let end =
            until.map { last in
                Wording(
                    ja: "\(last.longWording.japanese)まで", en: "until \(last.longWording.english)")
            }
            ?? period.map {
                Wording(ja: "\($0.wording.japanese)の判定まで", en: "up to \($0.wording.english)")
            } ?? Wording(ja: "実績が届くまで", en: "until a figure comes in")
        return Wording(
            ja: "\(who)が\(day.japanese)に「\(status.wording.japanese)」と判断。"
                + "理由：\(why)（\(end.japanese)）",
            en:
                "\(who) on \(day.english): \(status.wording.english). Reason: \(why) (\(end.english))"
        )
    }

    /// The override for other programs.
    package var json: JSON {
        .object([
            ("status", .string(status.rawValue)), ("reason", .string(reason)),
            ("by", .string(author)), ("at", .string(at.japanDescription)),
            ("until", .optional(until?.description)),
            ("period", .optional(period?.description)),
        ])
    }
}
