/// The days on which the sun passes the equinoxes in Japan (春分日, 秋分日).
///
/// Formula: 海上保安庁水路部 暦計算研究会編『新こよみ便利帳』(恒星社厚生閣, 1991), for 1900 to 2150, here in whole
/// millionths of a day, so that it is exact. The holidays are the days that 国立天文台 names in the official gazette each
/// February for the next year (暦要項); the formula has given each of them so far, and an ephemeris gives the
/// same days to 2099 (docs/METHODS.md).
package enum Equinox {
    /// The day of March of a year from 1900 to 2150.
    package static func spring(_ year: Int) -> Int {
        switch year {
        case ..<1980: day(20_835_700, year, leapFrom: 1983)
        case ..<2100: day(20_843_100, year, leapFrom: 1980)
        default: day(21_851_000, year, leapFrom: 1980)
        }
    }

    /// The day of September of a year from 1900 to 2150.
    package static func autumn(_ year: Int) -> Int {
        switch year {
        case ..<1980: day(23_258_800, year, leapFrom: 1983)
        case ..<2100: day(23_248_800, year, leapFrom: 1980)
        default: day(24_248_800, year, leapFrom: 1980)
        }
    }

    /// `[offset + 0.242194 (year − 1980)] − [(year − leapFrom) / 4]`, the second bracket rounded towards zero.
    private static func day(_ millionths: Int, _ year: Int, leapFrom: Int) -> Int {
        (millionths + 242_194 * (year - 1_980)) / 1_000_000 - (year - leapFrom) / 4
    }
}
