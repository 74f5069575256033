import ShirubeCore
import Testing

@Suite struct EquinoxTests {
    /// 国立天文台天文ニュース (413), 2001-02-02, after 理科年表 1993.
    @Test(arguments: [
        (2003, 21, 23), (2004, 20, 23), (2005, 20, 23), (2006, 21, 23), (2007, 21, 23),
        (2008, 20, 23), (2009, 20, 23), (2010, 21, 23), (2011, 21, 23), (2012, 20, 22),
        (2013, 20, 23), (2014, 21, 23), (2015, 21, 23),
    ])
    func `the days are those that the observatory foretold`(year: Int, spring: Int, autumn: Int) {
        #expect(Equinox.spring(year) == spring)
        #expect(Equinox.autumn(year) == autumn)
    }

    @Test func `the days move at the turns that astronomers name`() {
        // 24 September for the last time in 1979, the 22nd for the first in 2012; 19 March only in 2092 and 2096.
        #expect(Equinox.autumn(1979) == 24)
        #expect((1980...2011).allSatisfy { Equinox.autumn($0) == 23 })
        #expect(Equinox.autumn(2012) == 22)
        #expect((1924...1959).allSatisfy { Equinox.spring($0) == 21 })
        #expect(Equinox.spring(1960) == 20)
        #expect((1960...2099).filter { Equinox.spring($0) == 19 } == [2092, 2096])
        #expect(Equinox.autumn(2103) == 24)
    }
}
