/// Which of many findings stand when they are looked at together (Benjamini, Hochberg 1995).
package enum FalseDiscovery {
    /// Which of the p-values are findings when at most a share `rate` of all findings may be false.
    ///
    /// The k smallest, k the largest number whose k-th smallest is at most `k/m·rate`. In the order of
    /// `pValues`.
    package static func findings(pValues: [Double], rate: Double = 0.1) -> [Bool] {
        let sorted = pValues.sorted()
        var limit = -Double.infinity
        for (index, value) in sorted.enumerated()
        where value <= Double(index + 1) / Double(sorted.count) * rate {
            limit = value
        }
        return pValues.map { $0 <= limit }
    }
}
