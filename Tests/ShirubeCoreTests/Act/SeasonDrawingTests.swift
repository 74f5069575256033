import ShirubeCore
import Testing

@Suite struct SeasonDrawingTests {
    private let winter = [0, 0, 0, 0, 0, 0, 0, 0, 0.1, 0.4, 0.3, 0.2]

    @Test func `a winter season is drawn by blocks, and said in words`() {
        #expect(SeasonDrawing.isSeasonal(winter))
        #expect(SeasonDrawing.blocks(of: winter) == "________▂█▆▄")
        #expect(
            SeasonDrawing.words(of: winter)
                == Wording(
                    ja: "第1四半期0%、第2四半期0%、第3四半期10%、第4四半期90%",
                    en: "Q1 0%, Q2 0%, Q3 10%, Q4 90%"))
    }

    @Test func `an even year has nothing to draw`() {
        #expect(!SeasonDrawing.isSeasonal([Double](repeating: 1.0 / 12, count: 12)))
        #expect(!SeasonDrawing.isSeasonal([]))
        #expect(SeasonDrawing.blocks(of: []) == "")
        #expect(SeasonDrawing.words(of: []).english == "")
    }

    @Test func `a profile says where it is from`() {
        #expect(
            SeasonDrawing.origin(declared: false, years: 0).english
                == "taken as even over the months")
        #expect(SeasonDrawing.origin(declared: true, years: 0).japanese == "届け出のあった実施月による")
        #expect(SeasonDrawing.origin(declared: false, years: 1).english == "learned from 1 year")
        #expect(
            SeasonDrawing.origin(declared: true, years: 2).japanese == "届け出のあった実施月と過去2年の実績による")
    }
}
