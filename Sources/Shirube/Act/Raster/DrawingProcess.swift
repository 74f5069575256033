import CRsvg
import Glibc

/// What `shirube draw` does: it reads charts, draws them, writes pictures, and ends.
///
/// Fonts, librsvg and what they leave behind in memory so never come into the daemon.
///
/// The request: in hundredths how many pixels a unit of the drawing has, then each SVG after its length. The answer: each PNG after its
/// length. Lengths are four bytes, the highest first.
package enum DrawingProcess {
    /// How it ended, as its exit code.
    enum End: Int32 {
        case done = 0
        /// The request is not one.
        case malformed = 65
        /// A library is missing; stderr has its name.
        case noLibrary = 69
        /// There is no font with Japanese characters.
        case noFont = 70
        /// A chart cannot be drawn; stderr has its number.
        case notDrawn = 71
    }

    /// The largest request, in bytes.
    static let mostBytes = 64 << 20
    /// The longest side of a picture, in pixels.
    static let mostPixels = 8_000.0
    /// Characters that only fonts for Japanese have, in fontconfig's form: 標, 苫, 鵡, あ.
    static let pattern = ":lang=ja:charset=6a19 82eb 9d61 3042"

    /// Runs to its end.
    ///
    /// - Returns: the exit code.
    package static func run() -> Int32 {
        limit(RLIMIT_CORE, 0)
        limit(RLIMIT_CPU, 120)
        limit(RLIMIT_AS, 2 << 30)
        guard let request = everything(), let (scale, charts) = split(request) else {
            return End.malformed.rawValue
        }
        var library = shirube_rsvg()
        if let missing = unsafe shirube_rsvg_load(&library) {
            say(unsafe String(cString: missing))
            return End.noLibrary.rawValue
        }
        guard unsafe shirube_rsvg_fonts(&library, pattern) > 0 else { return End.noFont.rawValue }
        for (number, chart) in charts.enumerated() {
            guard let png = draw(chart, scale, &library) else {
                say("\(number + 1)")
                return End.notDrawn.rawValue
            }
            guard send(PNGWriter.bigEndian(UInt32(png.count)) + png, to: STDOUT_FILENO) else {
                return End.notDrawn.rawValue
            }
        }
        return End.done.rawValue
    }

    /// The scale and the charts of a request; nil where it is none.
    static func split(_ request: [UInt8]) -> (scale: Double, charts: [ArraySlice<UInt8>])? {
        guard request.count >= 4 else { return nil }
        let scale = Double(number(request[...], at: 0)) / 100
        guard scale > 0, scale <= 10, let charts = frames(request[4...]) else { return nil }
        return (scale, charts)
    }

    /// What stands after lengths; nil where the last is not whole.
    static func frames(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        var frames: [ArraySlice<UInt8>] = []
        var place = bytes.startIndex
        while place < bytes.endIndex {
            guard bytes.endIndex - place >= 4 else { return nil }
            let length = Int(number(bytes, at: place))
            place += 4
            guard length <= bytes.endIndex - place else { return nil }
            frames.append(bytes[place..<place + length])
            place += length
        }
        return frames
    }

    private static func number(_ bytes: ArraySlice<UInt8>, at place: Int) -> UInt32 {
        bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func draw(
        _ svg: ArraySlice<UInt8>, _ scale: Double, _ library: inout shirube_rsvg
    ) -> [UInt8]? {
        var (width, height) = (0.0, 0.0)
        let handle = unsafe svg.withUnsafeBufferPointer {
            unsafe shirube_rsvg_read(&library, $0.baseAddress, $0.count, &width, &height)
        }
        guard let handle = unsafe handle else { return nil }
        (width, height) = ((width * scale).rounded(), (height * scale).rounded())
        guard (1...mostPixels).contains(width), (1...mostPixels).contains(height) else {
            return nil
        }
        var first: UnsafePointer<UInt8>?
        var stride: Int32 = 0
        let surface = unsafe shirube_rsvg_draw(
            &library, handle, Int32(width), Int32(height), &first, &stride)
        guard let surface = unsafe surface, let start = unsafe first else { return nil }
        defer { unsafe shirube_rsvg_free(&library, surface) }
        var pixels: [UInt32] = []
        pixels.reserveCapacity(Int(width) * Int(height))
        for row in 0..<Int(height) {
            let line = unsafe UnsafeRawPointer(start + row * Int(stride))
            unsafe pixels.append(
                contentsOf: UnsafeBufferPointer(
                    start: line.assumingMemoryBound(to: UInt32.self), count: Int(width)))
        }
        return PNGWriter.png(pixels, width: Int(width))
    }

    /// All of stdin; nil where it is longer than a request may be.
    private static func everything() -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe read(STDIN_FILENO, $0.baseAddress, $0.count)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0, bytes.count + count <= mostBytes else { return nil }
            if count == 0 { return bytes }
            bytes += buffer.prefix(count)
        }
    }

    private static func say(_ text: String) { _ = send(Array(text.utf8), to: STDERR_FILENO) }

    /// Writes all bytes; false where that fails.
    static func send(_ bytes: [UInt8], to file: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe write(
                    file, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }

    /// Lowers a limit of this process.
    ///
    /// Where a sandbox forbids it, the parent's deadline is left.
    private static func limit(_ resource: __rlimit_resource, _ value: rlim_t) {
        var limits = rlimit(rlim_cur: value, rlim_max: value)
        _ = unsafe setrlimit(__rlimit_resource_t(resource.rawValue), &limits)
    }
}
