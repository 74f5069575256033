import Glibc

/// Binary floats from standard input, and to standard output.
struct Numbers {
    private var buffer: [Double] = []
    private var next = 0

    /// The next number; nil at the end.
    mutating func read() -> Double? {
        if next == buffer.count {
            next = 0
            buffer = unsafe [Double](unsafeUninitializedCapacity: 1 << 15) { space, count in
                count = unsafe Self.fill(UnsafeMutableRawBufferPointer(space)) / 8
            }
            if buffer.isEmpty { return nil }
        }
        next += 1
        return buffer[next - 1]
    }

    /// Reads until the space is full or the input ends; how many bytes that were.
    private static func fill(_ space: UnsafeMutableRawBufferPointer) -> Int {
        var filled = 0
        while filled < space.count {
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: space[filled...])
            let count = unsafe Glibc.read(STDIN_FILENO, rest.baseAddress, rest.count)
            if count <= 0 { break }
            filled += count
        }
        return filled
    }

    /// The next `count` numbers; nil where the input ends before.
    mutating func read(_ count: Int) -> [Double]? {
        var numbers: [Double] = []
        numbers.reserveCapacity(count)
        for _ in 0..<count {
            guard let number = read() else { return nil }
            numbers.append(number)
        }
        return numbers
    }

    /// Writes numbers; an output that takes no more ends the program.
    static func write(_ numbers: [Double]) {
        unsafe numbers.withUnsafeBytes { space in
            var written = 0
            while written < space.count {
                let rest = unsafe UnsafeRawBufferPointer(rebasing: space[written...])
                let count = unsafe Glibc.write(STDOUT_FILENO, rest.baseAddress, rest.count)
                guard count > 0 else { exit(1) }
                written += count
            }
        }
    }
}
