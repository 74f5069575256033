import ShirubeCore
import Testing

@Suite struct DropListingTests {
    private func entry(
        _ name: String, _ outcome: DropOutcome = .accepted, _ origin: DropOrigin = .folder,
        revocation: DropListing.Revocation? = nil
    ) -> DropListing.Entry {
        DropListing.Entry(
            takenAt: Timestamp(milliseconds: 1_665_968_400_000), strategy: Identifier("s"),
            department: Identifier("kanko"), name: name,
            sha256: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
            outcome: outcome, origin: origin, readingCount: 1_234, revocation: revocation)
    }

    private var listing: DropListing {
        let revocation = DropListing.Revocation(
            at: Timestamp(milliseconds: 1_666_000_000_000), by: "taro", reason: "別の年度の表")
        return DropListing(entries: [
            entry("R4第2四半期.csv"), entry("a\u{1B}.csv", .rejected, .hand),
            entry("b.csv", .unchanged, .backfill, revocation: revocation),
        ])
    }

    @Test func `the table is that of the golden file, aligned by what characters take`() throws {
        let empty = DropListing(entries: [])
        try Golden.expect(
            listing.table(.japanese) + "\n" + listing.table(.english) + "\n"
                + empty.table(.japanese) + empty.table(.english), "drop-list.txt")
    }

    @Test func `the JSON names hash, origin and withdrawal in full`() {
        let compact = listing.json().compact
        #expect(compact.contains("\"origin\":\"backfill\",\"outcome\":\"unchanged\""))
        #expect(compact.contains("\"by\":\"taro\",\"reason\":\"別の年度の表\""))
        #expect(compact.contains("\"revoked\":null"))
        #expect(DropListing(entries: []).json().compact == "[]")
    }
}
