import CCurl
import ShirubeCore

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
    private var rule: AddressRule?
    private var openedCount = 0
    private var refused: AddressRange?

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
        openedCount = 0
        refused = nil
    }

    /// Says which addresses may be connected to from now on; nil allows all.
    func restrict(to rule: AddressRule?) { self.rule = rule }

    /// The range for which the only addresses there were have been refused; nil where one was connected to, or none refused.
    var refusedRange: AddressRange? { openedCount == 0 ? refused : nil }

    /// Whether the transfer is to stop.
    ///
    /// That its task is cancelled does not count: who stops begins nothing more, and lets what has
    /// begun end by itself, until the flag is raised.
    fileprivate var isAborted: Bool { abort.isRaised }

    /// Whether a connection may be opened to an address; what has no bytes of an address is none.
    fileprivate func permits(_ bytes: [UInt8]) -> Bool {
        guard let rule else { return true }
        guard let address = NetworkAddress(bytes: bytes) else { return false }
        if let range = rule.refusal(of: address) {
            refused = range
            return false
        }
        openedCount += 1
        return true
    }

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

    /// `CURLOPT_OPENSOCKETFUNCTION`: libcurl is about to connect to an address, which no name stands between any more.
    static let openSocket: curl_opensocket_callback = { pointer, _, address in
        guard let exchange = unsafe from(pointer), let address = unsafe address else {
            return CURL_SOCKET_BAD
        }
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = unsafe shirube_curl_address(address, &bytes)
        guard exchange.permits(Array(bytes.prefix(Int(count)))) else { return CURL_SOCKET_BAD }
        return unsafe shirube_curl_open(address)
    }

    /// `CURLOPT_XFERINFOFUNCTION`: anything but 0 ends the transfer.
    static let progress: curl_xferinfo_callback = { pointer, _, _, _, _ in
        guard let exchange = unsafe from(pointer) else { return 1 }
        return exchange.isAborted ? 1 : 0
    }
}
