// The target of libFuzzer; docs/TESTING.md says how it is run.

/// Reads an input as a drop, and ends the program where something does not hold that holds of every drop.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    let input = unsafe Array(UnsafeBufferPointer(start: data, count: size))
    do {
        if let violation = try DropInvariants.violation(of: input) { fatalError(violation) }
    } catch {
        fatalError("bytes in memory can always be read: \(error)")
    }
    return 0
}
