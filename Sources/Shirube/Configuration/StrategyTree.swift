import ShirubeCore

/// Reads the tree of goals, directions, measures and programs, and lays it out flat.
enum StrategyTree {
    static func goal(_ map: YAMLMap, _ reading: StrategyReading) {
        let id: Identifier<Goal>? = reading.uniqueID(map)
        let number = reading.uniqueNumber(map, of: Goal.self)
        let name = map.required("name")?.text()
        if let id, let number, let name {
            reading.goals.append(Goal(id: id, number: number, name: name))
        }
        let place = Place(goal: id ?? Identifier(""))
        readIndicators(map, place, reading)
        for item in map.optional("directions")?.items() ?? [] {
            item.visit { direction($0, place, reading) }
        }
        measures(map, place, direction: nil, reading)
    }

    private static func direction(_ map: YAMLMap, _ place: Place, _ reading: StrategyReading) {
        let id: Identifier<Direction>? = reading.uniqueID(map)
        let name = map.required("name")?.text()
        if let id, let name {
            reading.directions.append(Direction(id: id, name: name, goal: place.goal))
        }
        measures(map, place, direction: id, reading)
    }

    private static func measures(
        _ map: YAMLMap, _ place: Place, direction: Identifier<Direction>?,
        _ reading: StrategyReading
    ) {
        for item in map.optional("measures")?.items() ?? [] {
            item.visit { measure($0, place, direction, reading) }
        }
    }

    private static func measure(
        _ map: YAMLMap, _ place: Place, _ direction: Identifier<Direction>?,
        _ reading: StrategyReading
    ) {
        let id: Identifier<Measure>? = reading.uniqueID(map)
        let number = reading.uniqueNumber(map, of: Measure.self)
        let gap = map.optional("gap")?.text()
        let name = reading.name(map, gap: gap)
        if let id, let number {
            reading.measures.append(
                Measure(
                    id: id, number: number, name: name, goal: place.goal, direction: direction,
                    gap: gap))
        }
        for item in map.optional("programs")?.items() ?? [] {
            item.visit {
                program($0, place, measure: id ?? Identifier(""), reading)
            }
        }
    }

    private static func program(
        _ map: YAMLMap, _ place: Place, measure: Identifier<Measure>, _ reading: StrategyReading
    ) {
        let id: Identifier<Program>? = reading.uniqueID(map)
        let gap = map.optional("gap")?.text()
        let name = reading.name(map, gap: gap)
        let owners = reading.owners(map) ?? []
        let sdgs = map.optional("sdgs")?.distinctIntegers(in: 1...17) ?? []
        if let id {
            reading.programs.append(
                Program(
                    id: id, name: name, measure: measure, departments: owners, sdgs: sdgs,
                    gap: gap))
        }
        let inner = Place(
            goal: place.goal, measure: measure, program: id ?? Identifier(""), owners: owners)
        readIndicators(map, inner, reading)
    }

    private static func readIndicators(
        _ map: YAMLMap, _ place: Place, _ reading: StrategyReading
    ) {
        for item in map.optional("indicators")?.items() ?? [] {
            let reader = IndicatorReader(reading: reading, place: place)
            if let indicator = item.map(reader.read) { reading.indicators.append(indicator) }
        }
    }

    /// Where an indicator stands; an id that could not be read is empty, and the file is refused.
    struct Place {
        let goal: Identifier<Goal>
        var measure: Identifier<Measure>?
        var program: Identifier<Program>?
        /// The program's departments, which its indicators inherit; nil above programs.
        var owners: [Identifier<Department>]?
    }
}
