/// Exponential and logarithm made of `+ - * /` alone, so that every machine says the same last digit.
///
/// The C library's functions differ in their last bit between systems; a probability that is stored
/// must not. Both follow the approximations of fdlibm (Sun Microsystems 1993, `e_exp.c` and `e_log.c`); their
/// error is below three units in the last place.
package enum Analysis {
    private static let ln2High = 6.93147180369123816490e-01
    private static let ln2Low = 1.90821492927058770002e-10

    /// The natural logarithm of a number; −∞ of zero, not a number below it.
    package static func ln(_ number: Double) -> Double {
        guard number > 0 else { return number == 0 ? -.infinity : .nan }
        guard number.isFinite else { return number }
        var exponent = Double(number.exponent)
        var fraction = number.significand
        if fraction > 1.4142135623730951 {
            fraction *= 0.5
            exponent += 1
        }
        let f = fraction - 1
        let s = f / (2 + f)
        let z = s * s
        let w = z * z
        let even =
            w
            * (3.999999999940941908e-01 + w
                * (2.222219843214978396e-01 + w * 1.531383769920937332e-01))
        let odd =
            z
            * (6.666666666666735130e-01
                + w
                * (2.857142874366239149e-01 + w
                    * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)))
        let half = 0.5 * f * f
        let tail = s * (half + even + odd) + exponent * ln2Low
        return exponent * ln2High - ((half - tail) - f)
    }

    /// The exponential of a number; zero and +∞ where the result does not fit.
    package static func exp(_ number: Double) -> Double {
        guard number == number else { return number }
        guard number < 709.78 else { return .infinity }
        guard number > -708 else { return 0 }
        let k = (number * 1.44269504088896338700).rounded()
        let high = number - k * ln2High
        let low = k * ln2Low
        let r = high - low
        let t = r * r
        let c =
            r - t
            * (1.66666666666666019037e-01
                + t
                * (-2.77777777770155933842e-03
                    + t
                    * (6.61375632143793436117e-05 + t
                        * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))))
        let y = 1 - ((low - (r * c) / (2 - c)) - high)
        return Double(sign: .plus, exponent: Int(k), significand: y)
    }
}
