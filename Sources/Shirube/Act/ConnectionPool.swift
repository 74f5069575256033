/// Connections to one server, each with a thread of its own; whoever sends keeps to one of them.
struct ConnectionPool<Connection: Sendable>: Sendable {
    private let connections: [(connection: Connection, executor: BlockingExecutor)]

    /// Makes a pool of at least one connection.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - name: what its threads are called.
    ///   - make: makes a connection that works on a thread.
    init(count: Int, name: String, make: (BlockingExecutor) -> Connection) {
        connections = (0..<max(1, count)).map { number in
            let executor = BlockingExecutor(label: "\(name).\(number)")
            return (make(executor), executor)
        }
    }

    /// How many there are.
    var count: Int { connections.count }

    /// A connection by its number; numbers beyond the last begin anew.
    subscript(number: Int) -> Connection { connections[number % count].connection }

    /// The thread on which a connection works.
    func executor(of number: Int) -> BlockingExecutor { connections[number % count].executor }
}
