import ShirubeCore

/// Plans that follow each other (計画の系列): over the turn of plans two of them run side by side, and departments keep
/// the folder and the addresses that they have.
extension Setup {
    /// The first plan, of those in the configuration, of the line that a strategy stands in.
    func root(of strategy: Strategy) -> Identifier<Strategy> {
        var root = strategy
        var seen = [strategy.id]
        while let id = root.succeeds, !seen.contains(id),
            let before = strategies.first(where: { $0.id == id })
        {
            seen.append(id)
            root = before
        }
        return root.id
    }

    /// The plans of the line that a strategy stands in, in the order of their first years.
    func line(of strategy: Strategy) -> [Strategy] {
        let own = root(of: strategy)
        return strategies.filter { root(of: $0) == own }
            .sorted { $0.term.lowerBound < $1.term.lowerBound }
    }

    /// Whether all plans of the configuration follow each other, so that no folder has to say whose it is.
    private var isOneLine: Bool { Set(strategies.map(root)).count <= 1 }

    /// The name of a department in the configuration, and of its drop folder below the folder that holds them all: the
    /// same for all plans that follow each other.
    func key(of department: Identifier<Department>, in strategy: Strategy) -> String {
        isOneLine ? department.text : "\(root(of: strategy))/\(department)"
    }

    /// The names under which the configuration may speak of a department of one plan, the first one found counts.
    ///
    /// What holds for all plans of a line is said once; what differs in one of them is said as `strategy/department`.
    func keys(of department: Identifier<Department>, in strategy: Strategy) -> [String] {
        let common = key(of: department, in: strategy)
        let own = "\(strategy.id)/\(department)"
        return strategies.count == 1 || own == common ? [common] : [own, common]
    }

    /// The names below the folder that holds all drop folders.
    func path(of department: Identifier<Department>, in strategy: Strategy) -> [FileName] {
        let own = FileName(department)
        return isOneLine ? [own] : [FileName(root(of: strategy)), own]
    }

    /// The plans whose drops lie in a department's folder, in the order of their first years: those of the line that have
    /// the department.
    func plans(
        of department: Identifier<Department>, inLineOf strategy: Strategy
    ) -> [Strategy] {
        line(of: strategy).filter { $0.department(department) != nil }
    }

    /// The id that the names of forms bear, by which they find back to their plan; nil where no other plan runs beside it.
    func nameInFiles(of strategy: Strategy) -> Identifier<Strategy>? {
        line(of: strategy).count > 1 ? strategy.id : nil
    }

    /// The plans that succeed a strategy, each with its indicators that go on from some of it.
    func successors(
        of indicators: [Identifier<Indicator>], in strategy: Strategy
    ) -> [(strategy: Strategy, indicators: [Indicator])] {
        let ids = Set(indicators)
        return strategies.filter { $0.succeeds == strategy.id }.map { next in
            (
                next,
                next.indicators.filter { $0.continues.map { ids.contains($0.indicator) } ?? false }
            )
        }.filter { !$0.indicators.isEmpty }
    }
}
