import Synchronization

/// Connections to one server, of which each is used by one message at a time.
final class ConnectionPool<Connection: Sendable>: Sendable {
    private let connections: [Connection]
    /// The places of those that nobody uses, the one used last at the end: it is the least likely to have been closed.
    private let free: Mutex<[Int]>

    /// Makes a pool of at least one connection, each made by `make` from its number.
    init(count: Int, make: (Int) -> Connection) {
        connections = (0..<max(1, count)).map(make)
        free = Mutex(Array(connections.indices.reversed()))
    }

    /// How many there are.
    var count: Int { connections.count }

    /// Runs `body` with a connection; where all are used, one is shared.
    func with<Result: Sendable>(_ body: (Connection) async -> Result) async -> Result {
        let place = free.withLock { $0.popLast() }
        defer { if let place { free.withLock { $0.append(place) } } }
        return await body(connections[place ?? 0])
    }
}
