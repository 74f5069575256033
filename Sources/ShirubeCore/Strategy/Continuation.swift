/// How an indicator goes on from one of the plan before (継続指標): the plan that the strategy succeeds.
package struct Continuation: Sendable, Equatable {
    /// The indicator of the plan before.
    package let indicator: Identifier<Indicator>
    /// By what a figure of the plan before is multiplied to be one in this unit; 1 where the unit is the same.
    package let factor: Double
    /// Why the two series cannot be compared, in people's words; nil where the history carries over.
    package let newSeries: String?

    /// Makes a continuation.
    package init(
        of indicator: Identifier<Indicator>, factor: Double = 1, newSeries: String? = nil
    ) {
        self.indicator = indicator
        self.factor = factor
        self.newSeries = newSeries
    }
}

/// The key of the indicator table: an indicator of a strategy.
package struct IndicatorPlace: Hashable, Sendable, CustomStringConvertible {
    /// The strategy.
    package let strategy: Identifier<Strategy>
    /// Its indicator.
    package let indicator: Identifier<Indicator>

    /// Makes a place.
    package init(strategy: Identifier<Strategy>, indicator: Identifier<Indicator>) {
        self.strategy = strategy
        self.indicator = indicator
    }

    /// As people write it where two plans are spoken of, such as `tomakomai-2020/m01-1-1`.
    package var description: String { "\(strategy)/\(indicator)" }
}

/// How the definition of an indicator differs from that of the one it goes on from, where figures cannot be compared.
package struct ContinuationDifference: Sendable, Equatable {
    /// What differs.
    package enum Kind: Sendable, Equatable {
        /// The key says another thing, which no conversion mends.
        case key(DefinitionKey)
        /// The unit is another one, and no factor is given.
        case unit
        /// A factor is given although nothing is to be converted.
        case needlessFactor
    }

    /// What differs.
    package let kind: Kind
    /// What the plan before says, spelled as in a strategy file.
    package let old: String
    /// What this one says.
    package let new: String

    /// Where an indicator differs from its predecessor so that its history cannot carry over.
    ///
    /// Unit, kind (with which goes what 累計 means), calendar and the stages' names decide what a reported figure means; target,
    /// baseline, sense and owners decide what is made of it, and may differ.
    ///
    /// - Returns: the differences; empty where the history carries over, or where the file says that it does not.
    package static func between(
        _ predecessor: Indicator, and indicator: Indicator
    ) -> [ContinuationDifference] {
        guard let continuation = indicator.continues, continuation.newSeries == nil else {
            return []
        }
        var found: [ContinuationDifference] = []
        func compare(_ key: DefinitionKey, _ old: String, _ new: String) {
            if old != new { found.append(Self(kind: .key(key), old: old, new: new)) }
        }
        compare(.kind, predecessor.kind.rawValue, indicator.kind.rawValue)
        compare(.calendar, predecessor.calendar.rawValue, indicator.calendar.rawValue)
        if predecessor.kind == .milestone, indicator.kind == .milestone {
            let names = { (one: Indicator) in one.stages.map(\.name).joined(separator: ", ") }
            compare(.stages, names(predecessor), names(indicator))
        }
        let isSameUnit = CellText.key(predecessor.unit) == CellText.key(indicator.unit)
        let units = (old: predecessor.unit, new: indicator.unit)
        if !isSameUnit, continuation.factor == 1 {
            found.append(Self(kind: .unit, old: units.old, new: units.new))
        } else if isSameUnit || indicator.kind == .milestone, continuation.factor != 1 {
            found.append(Self(kind: .needlessFactor, old: units.old, new: units.new))
        }
        return found
    }

    /// Makes a difference.
    package init(kind: Kind, old: String, new: String) {
        self.kind = kind
        self.old = old
        self.new = new
    }
}

/// An indicator of the plan before, as people are told of it.
package struct Predecessor: Sendable, Equatable {
    /// Which it is.
    package let place: IndicatorPlace
    /// The plan's name.
    package let plan: String
    /// The indicator's name.
    package let name: String
    /// The unit of its figures.
    package let unit: String

    /// Makes a predecessor.
    package init(place: IndicatorPlace, plan: String, name: String, unit: String) {
        self.place = place
        self.plan = plan
        self.name = name
        self.unit = unit
    }
}
