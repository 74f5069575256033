import ShirubeCore

/// Reads a drop, a large one on several threads: one looks through its bytes for what encoding they are in, one parses
/// them in the encoding that they begin with, and the one that asks takes the readings.
///
/// What comes of it is the same: the parser is one, and takes the guess back where the whole says otherwise.
struct DropReading {
    let parser: DropParser
    /// Reads the bytes of a range of the content, for any thread.
    let content: @Sendable (Range<Int>) throws -> [UInt8]
    /// How many bytes the content has.
    let size: Int
    /// The file's name.
    let name: String
    let today: CivilDate
    /// Told how many bytes were read each time, by one thread at a time.
    let progress: (Int) -> Void

    /// From how many bytes on threads are worth their trouble.
    static let largeSize = 1 << 20

    private var isLarge: Bool { size >= Self.largeSize }

    private var bytes: DropBytes {
        DropBytes(count: size) { [content, progress] range in
            let bytes = try content(range)
            progress(bytes.count)
            return bytes
        }
    }

    /// A search for the encoding on a thread of its own; nil where the drop is small.
    private func search() throws -> EncodingSearch? {
        guard isLarge else { return nil }
        let (content, size) = (content, size)
        let thread = try SecondThread {
            try TextEncoding.find(in: DropBytes(count: size) { try content($0) })
        }
        return EncodingSearch(guess: try TextEncoding.guess(from: bytes)) { try thread.value() }
    }

    /// Reads the drop for what is wrong with it.
    func check() throws -> ParsedDrop {
        var nothing = NoSink()
        return try parser.parse(
            bytes, besides: search(), fileName: name, today: today, into: &nothing)
    }

    /// Reads the drop, and lets `sink` take its readings and `history` say what is in force, both on this thread.
    func read(
        history: (Int) throws -> CurrentReadings, into sink: inout some ReadingSink
    ) throws -> ParsedDrop {
        guard isLarge else {
            return try parser.parse(
                bytes, fileName: name, today: today, history: history, into: &sink)
        }
        let relay = ReadingRelay()
        let thread = try begin(relay)
        try relay.serve(into: &sink, history: history)
        return try thread.value()
    }

    private func begin(_ relay: ReadingRelay) throws -> SecondThread<ParsedDrop> {
        // Safe: until the relay has been told of the end, the thread that asks does nothing but serve it.
        nonisolated(unsafe) let reading = self
        return try SecondThread {
            defer { relay.end() }
            var entry = ReadingRelay.Entry(relay: relay)
            return unsafe try reading.parser.parse(
                reading.bytes, besides: reading.search(), fileName: reading.name,
                today: reading.today, history: relay.history, into: &entry)
        }
    }
}
