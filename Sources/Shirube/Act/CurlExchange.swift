import CCurl

/// What passes between libcurl's callbacks and us during one transfer.
///
/// Not Sendable: libcurl calls back on the thread that performs the transfer, which is the owner's.
final class CurlExchange {
    /// A response's head and body are each read up to this many bytes; a longer one is cut off there.
    static let maximumResponseBytes = 64 * 1_024

    private let abort: AbortFlag
    private var body: [UInt8] = []
    private var bodyOffset = 0
    private(set) var lines: [[UInt8]] = []
    private var lineBytes = 0
    private(set) var linesBeforeBodyEnd: Int?
    private(set) var response: [UInt8] = []

    init(abort: AbortFlag) {
        self.abort = abort
    }

    /// Forgets the last transfer and takes up the body of the next.
    func begin(body: [UInt8]) {
        self.body = body
        bodyOffset = 0
        lines = []
        lineBytes = 0
        linesBeforeBodyEnd = nil
        response = []
    }

    /// Whether the transfer is to stop: the flag is raised, or the task it runs in is cancelled.
    fileprivate var isAborted: Bool { abort.isRaised || Task.isCancelled }

    fileprivate func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, body.count - bodyOffset)
        let piece = body[bodyOffset..<(bodyOffset + count)]
        unsafe buffer.copyBytes(from: piece)
        bodyOffset += count
        // libcurl does not ask again once it has as many bytes as were announced.
        if bodyOffset == body.count, linesBeforeBodyEnd == nil { linesBeforeBodyEnd = lines.count }
        return count
    }

    fileprivate func take(line: UnsafeRawBufferPointer) -> Int {
        lineBytes += line.count
        guard lineBytes <= Self.maximumResponseBytes else { return 0 }
        unsafe lines.append(Array(line))
        return line.count
    }

    fileprivate func take(response piece: UnsafeRawBufferPointer) -> Int {
        let count = min(piece.count, Self.maximumResponseBytes - response.count)
        unsafe response.append(contentsOf: piece.prefix(count))
        return count
    }
}

extension CurlExchange {
    // The owner of the easy handle keeps the exchange alive until the handle is gone, so the pointer that
    // libcurl hands back is good whenever one of these runs.

    private static func from(_ pointer: UnsafeMutableRawPointer?) -> CurlExchange? {
        guard let pointer = unsafe pointer else { return nil }
        return unsafe Unmanaged<CurlExchange>.fromOpaque(pointer).takeUnretainedValue()
    }

    /// `CURLOPT_READFUNCTION`: libcurl asks for the next bytes of the body.
    static let read: curl_read_callback = { buffer, size, count, pointer in
        guard let exchange = unsafe from(pointer) else { return Int(CURL_READFUNC_ABORT) }
        return unsafe exchange.fill(
            UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
    }

    /// `CURLOPT_WRITEFUNCTION`: a piece of the response's body; any other count than its own ends the transfer.
    static let write: curl_write_callback = { buffer, size, count, pointer in
        guard let exchange = unsafe from(pointer) else { return 0 }
        return unsafe exchange.take(
            response: UnsafeRawBufferPointer(start: buffer, count: size * count))
    }

    /// `CURLOPT_HEADERFUNCTION`: one line of an HTTP head or of an SMTP reply.
    static let header: curl_write_callback = { buffer, size, count, pointer in
        guard let exchange = unsafe from(pointer) else { return 0 }
        return unsafe exchange.take(
            line: UnsafeRawBufferPointer(start: buffer, count: size * count))
    }

    /// `CURLOPT_XFERINFOFUNCTION`: anything but 0 ends the transfer.
    static let progress: curl_xferinfo_callback = { pointer, _, _, _, _ in
        guard let exchange = unsafe from(pointer) else { return 1 }
        return exchange.isAborted ? 1 : 0
    }
}
