import Foundation
import ShirubeCore
import Testing

/// The program that `make calibrate` and `make backtest` ask answers what the product's own functions say.
@Suite struct BacktestProgramTests {
    private func answers(to numbers: [Double]) throws -> [Double] {
        let process = Process()
        process.executableURL = TestCity.program.deletingLastPathComponent()
            .appending(path: "ShirubeBacktest")
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let bytes = numbers.flatMap { number in
            (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(8 * $0)) }
        }
        try input.fileHandleForWriting.write(contentsOf: Data(bytes))
        try input.fileHandleForWriting.close()
        let data = try #require(try output.fileHandleForReading.readToEnd())
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return stride(from: 0, to: data.count, by: 8).map { first in
            let bits = data[first..<first + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return Double(bitPattern: bits)
        }
    }

    @Test func `an annual series is forecast as the product forecasts it`() throws {
        // Kind 0: horizon 2, closed, season known, three years, one goal, what came, not raw.
        let answer = try answers(to: [0, 2, 4, 1, 3, 1, 150, 0, 100, 120, 130, 140])
        let outlook = try #require(
            AnnualForecast.flow(
                times: [0, 1, 2], values: [100, 120, 130], scale: .logarithm(offset: 0.5),
                horizon: 2, quarter: 4, strength: .unknown))
        #expect(answer.count == 10)
        #expect(answer[1] == outlook.center)
        #expect(answer[2] == outlook.spread)
        #expect(answer[0] == (outlook.scale.position(of: 150) - outlook.center) / outlook.spread)
        #expect(
            answer[5..<8] == [
                outlook.value(at: 0.1), outlook.value(at: 0.5), outlook.value(at: 0.9),
            ])
        #expect(answer[9] == outlook.forecast(of: .atLeast(140)).probability)
    }

    @Test func `a running year is told by the season of the years before`() throws {
        // Kind 1: horizon 0, one quarter of a second year, no goals.
        let answer = try answers(to: [1, 0, 1, 1, 1, 0, 100, 0, 40, 30, 20, 10, 44])
        #expect((answer[8] - YearEnd.estimate(flow: 44, share: 0.4, earlier: 100)).magnitude < 1e-9)
        #expect(answer[3] == 2)
    }

    @Test func `a plan that falls ever shorter lags early, one that does well never`() throws {
        let years =
            [[10.0, 10, 10, 10], [10, 10, 10, 10]] + [[Double]](repeating: [5, 5, 5, 5], count: 5)
        let head: [Double] = [6, 0, 4, 1, 7, 2, 0, 0]
        let answer = try answers(to: head + years.flatMap(\.self) + [200, 80])
        let (hard, easy) = (Int(answer[9]), answer[10])
        #expect(hard / 100 == 1)
        #expect((1...8).contains(hard % 100))
        #expect(easy == 0)
    }

    @Test func `questions that end midway are not answered`() throws {
        #expect(try answers(to: [0, 2, 4, 1, 1, 0, 9, 0, 5] + [0, 2, 4]).count == 9)
    }
}
