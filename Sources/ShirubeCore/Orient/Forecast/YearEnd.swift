/// The year's total, told from a part of the year.
package enum YearEnd {
    /// `Û = S·(C/S) + (1 − S)·BF = C + (1 − S)·BF` with `BF = C + (1 − S)·U₀`.
    ///
    /// One step of Bornhuetter–Ferguson (1972) from the chain ladder, as Benktander (1976) weighs
    /// them: the less of the season has passed, the more the earlier year counts. `flow` is what was
    /// counted so far (C), `share` the share of the season that has passed (S, 0 to 1), `earlier` the
    /// last complete year, the baseline's year among them (U₀); all flows in one unit. With S = 0 it
    /// is `C + U₀`, with S = 1 it is C.
    package static func estimate(flow: Double, share: Double, earlier: Double) -> Double {
        let open = min(max(1 - share, 0), 1)
        return flow + open * (flow + open * earlier)
    }
}
