// Forecasts windows of public series with the product's own code, for `make calibrate` and `make backtest`.
//
// Reads questions on stdin and writes answers on stdout, both as binary 64-bit floats in the machine's order, so that
// nothing is lost on the way; `Question` and `Answer` say what lies where. It is not installed.

var numbers = Numbers()
var answers: [Double] = []
while let question = Question(&numbers) {
    Answer(to: question).append(to: &answers)
    if answers.count > 1 << 16 {
        Numbers.write(answers)
        answers.removeAll(keepingCapacity: true)
    }
}
Numbers.write(answers)
