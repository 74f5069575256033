/// The standard normal distribution.
package enum NormalCurve {
    /// Φ: the share that lies below a number.
    ///
    /// Hart's approximation 5666 (1968) in the form of West, "Better approximations to cumulative normal
    /// functions", Wilmott 2005: 15 digits.
    package static func share(below number: Double) -> Double {
        let x = number.magnitude
        guard x < 37 else { return number > 0 ? 1 : 0 }
        let density = Analysis.exp(-x * x / 2)
        var tail: Double
        if x < 7.07106781186547 {
            let above = [
                3.52624965998911e-02, 0.700383064443688, 6.37396220353165, 33.912866078383,
                112.079291497871, 221.213596169931, 220.206867912376,
            ]
            let below = [
                8.83883476483184e-02, 1.75566716318264, 16.064177579207, 86.7807322029461,
                296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752,
            ]
            tail = density * polynomial(above, x) / polynomial(below, x)
        } else {
            tail = density / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / 2.506628274631
        }
        return number > 0 ? 1 - tail : tail
    }

    /// Φ⁻¹: the number that a share `level` (above 0, below 1) lies below.
    ///
    /// Wichura, algorithm AS 241 (PPND16), Applied Statistics 37 (1988): 16 digits.
    package static func quantile(at level: Double) -> Double {
        let q = level - 0.5
        if q.magnitude <= 0.425 {
            let r = 0.180625 - q * q
            return q * polynomial(centerAbove, r) / polynomial(centerBelow, r)
        }
        let near = q < 0 ? level : 1 - level
        guard near > 0 else { return q < 0 ? -.infinity : .infinity }
        let r = (-Analysis.ln(near)).squareRoot()
        let value =
            r <= 5
            ? polynomial(middleAbove, r - 1.6) / polynomial(middleBelow, r - 1.6)
            : polynomial(farAbove, r - 5) / polynomial(farBelow, r - 5)
        return q < 0 ? -value : value
    }

    /// Horner's scheme, the highest power's coefficient first.
    private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
        coefficients.reduce(0) { $0 * x + $1 }
    }

    private static let centerAbove = [
        2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4,
        4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3,
        1.3314166789178437745e2, 3.3871328727963666080,
    ]
    private static let centerBelow = [
        5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4,
        2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2,
        4.2313330701600911252e1, 1,
    ]
    private static let middleAbove = [
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
        1.27045825245236838258, 3.64784832476320460504, 5.76949722146069140550,
        4.63033784615654529590, 1.42343711074968357734,
    ]
    private static let middleBelow = [
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
        1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940,
        2.05319162663775882187, 1,
    ]
    private static let farAbove = [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
        2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580,
        5.46378491116411436990, 6.65790464350110377720,
    ]
    private static let farBelow = [
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
        7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
        5.99832206555887937690e-1, 1,
    ]
}
