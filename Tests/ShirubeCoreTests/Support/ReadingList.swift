import ShirubeCore

/// Keeps all readings of a drop.
struct ReadingList: ReadingSink {
    let takesReadings = true
    private(set) var readings: [Reading] = []
    private let department: Identifier<Department>

    init(department: Identifier<Department>) {
        self.department = department
    }

    mutating func begin() {
        readings = []
    }

    mutating func take(_ batch: ReadingBatch) {
        readings += batch.readings(of: SampleStrategy.strategy, department: department)
    }
}
