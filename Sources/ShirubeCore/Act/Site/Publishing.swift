/// How the web pages are made that `shirube publish` writes.
package struct Publishing: Sendable, Equatable {
    /// How many people lived in the city on a day, as it was counted.
    package struct Population: Sendable, Equatable {
        /// The day.
        package let day: CivilDate
        /// Persons.
        package let persons: Int
        /// Who counted, such as 住民基本台帳.
        package let source: String

        /// Makes a count.
        package init(day: CivilDate, persons: Int, source: String) {
            self.day = day
            self.persons = persons
            self.source = source
        }
    }

    /// For whom the pages are.
    package let audience: ReportAudience
    /// Who publishes them; nil for the city.
    package let publisher: String?
    /// Whom questions go to; nil where nobody is named.
    package let contact: String?
    /// Where they will stand, with a slash at its end; nil where that is not known.
    package let base: String?
    /// The counts of the population, earlier ones first; empty where none is given.
    package let population: [Population]

    /// Says how pages are made; without anything, for everyone and without chances.
    package init(
        audience: ReportAudience = .everyone(showsProbability: false), publisher: String? = nil,
        contact: String? = nil, base: String? = nil, population: [Population] = []
    ) {
        self.audience = audience
        self.publisher = publisher
        self.contact = contact
        self.base = base
        self.population = population
    }

    /// The same for another audience.
    package func with(_ audience: ReportAudience) -> Publishing {
        Publishing(
            audience: audience, publisher: publisher, contact: contact, base: base,
            population: population)
    }
}
