/// Tells hosts that cannot lie outside this machine.
package enum Loopback {
    /// Whether a host's name or address, without port, means this machine alone.
    ///
    /// True for `localhost` (RFC 6761 section 6.3), every address of 127.0.0.0/8 written as four decimal numbers
    /// (RFC 1122 section 3.2.1.3) and `::1`, also in brackets (RFC 4291 section 2.5.3). Other spellings are not
    /// recognised, which errs on the safe side: `127.1` may be a name somewhere.
    package static func isLoopback(host: String) -> Bool {
        switch host.lowercased() {
        case "localhost", "::1", "[::1]": return true
        case let name:
            let fields = name.utf8.split(
                separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            return fields.count == 4 && fields[0].elementsEqual("127".utf8)
                && fields.allSatisfy(isOctet)
        }
    }

    private static func isOctet(_ digits: Substring.UTF8View) -> Bool {
        (1...3).contains(digits.count)
            && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            && digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } <= 255
    }
}
