extension JudgementAccount {
    /// Most figures that the text lists; JSON lists all.
    private static let listed = 16

    /// What the indicator goes on from, as label and text.
    func predecessorPairs(_ language: Language) -> [(label: String, text: String)] {
        let label = Wording(ja: "前計画の指標", en: "Continues")[language]
        return predecessors.map { before in
            (label, Inert.line("\(before.place) \(before.name)"))
        }
    }

    private func predecessor(of source: Source) -> Predecessor? {
        predecessors.first { $0.place == source.place }
    }

    /// In which unit a figure was reported.
    private func unit(of source: Source) -> String {
        predecessor(of: source)?.unit ?? indicator.unit
    }

    /// That a figure was reported for an indicator of a plan before; empty for the indicator's own.
    private func origin(of source: Source) -> Wording {
        guard let before = predecessor(of: source) else { return Wording(ja: "", en: "") }
        let plan = Inert.line(before.plan)
        return Wording(
            ja: "（\(plan)の\(before.place.indicator)）",
            en: " (as \(before.place.indicator) of \(plan))")
    }

    /// The figures in force as they were reported, a line each.
    func reported(_ language: Language) -> [String] {
        guard !sources.isEmpty else { return [Standing.Reason.noFigure.text[language]] }
        let shown = sources.suffix(Self.listed)
        let hidden = sources.count - shown.count
        let more =
            hidden > 0
            ? [
                Wording(
                    ja: "（古い\(hidden)件は省きます。JSONには全部あります）",
                    en: "(\(hidden) older ones are left out; JSON has all)")[language]
            ]
            : []
        return more
            + shown.map { source in
                let period = source.period.wording[language]
                let part = source.part.map { Inert.line($0) }
                let name =
                    part.map { Wording(ja: "\(period)（\($0)）", en: "\(period) (\($0))")[language] }
                    ?? period
                let certainty = source.certainty.label[language]
                let file = Inert.line(source.file)
                let origin = origin(of: source)[language]
                return Wording(
                    ja:
                        "\(name)\(source.basis.note.japanese) \(value(source, language))（\(certainty)） ← \(file) \(source.line)行目、"
                        + "\(source.takenAt.longWording.japanese)受理\(origin)",
                    en:
                        "\(name)\(source.basis.note.english) \(value(source, language)) (\(certainty)) ← \(file) line \(source.line), "
                        + "accepted \(source.takenAt.longWording.english)\(origin)")[language]
            }
    }

    private func value(_ source: Source, _ language: Language) -> String {
        switch source.value {
        case .number(let number):
            NumberText.grouped(number, decimals: 9) + Inert.line(unit(of: source))
        case .stage(let name): Inert.line(name)
        case .absent(let absence): absence.wording[language]
        case nil: FigureText.none
        }
    }
}
