import CXLSXWriter
import ShirubeCore

/// The one sheet of a form's workbook, while it is being written.
@safe struct FormSheet {
    private let form: Form
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let formats: Formats

    /// The row of the headings, from 0.
    private var headingRow: UInt32 { UInt32(form.lines.count) }

    init(
        _ form: Form, sheet: UnsafeMutablePointer<lxw_worksheet>,
        workbook: UnsafeMutablePointer<lxw_workbook>
    ) {
        self.form = form
        unsafe self.sheet = unsafe sheet
        formats = unsafe Formats(workbook)
    }

    func write() {
        for (row, line) in form.lines.enumerated() {
            put(line, UInt32(row), 0, row == 0 ? .title : .line)
        }
        for (column, heading) in form.headings.enumerated() {
            put(heading, headingRow, UInt16(column), .heading)
        }
        for (index, cells) in form.rows.enumerated() {
            let row = headingRow + 1 + UInt32(index)
            for (column, cell) in cells.enumerated() {
                write(cell, row, UInt16(column))
            }
        }
        setSizes()
        setPage()
        protect()
    }

    private func write(_ cell: Form.Cell, _ row: UInt32, _ column: UInt16) {
        switch cell {
        case .text(let text): put(text, row, column, .text)
        case .number(let number):
            _ = unsafe worksheet_write_number(sheet, row, column, number, formats[.number])
        case .unused: put("", row, column, .unused)
        case .input(let input, let text):
            switch input {
            case .number(let mayBeNegative):
                put(text, row, column, .figure)
                allowNumbers(row, column, mayBeNegative: mayBeNegative)
            case .choice(let words):
                put(text, row, column, .words)
                allow(words, row, column)
            case .remark: put(text, row, column, .words)
            }
        }
    }

    private func put(_ text: String, _ row: UInt32, _ column: UInt16, _ style: Formats.Style) {
        // An empty text is written as a blank cell, which keeps its format.
        _ = unsafe worksheet_write_string(sheet, row, column, text, formats[style])
    }

    /// Asks again where no number is typed: the signs for "no value" are none, and are meant at times.
    private func allowNumbers(_ row: UInt32, _ column: UInt16, mayBeNegative: Bool) {
        var rule = unsafe lxw_data_validation()
        unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
        unsafe rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
        unsafe rule.value_number = mayBeNegative ? -1e15 : 0
        unsafe rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
        let message =
            (mayBeNegative ? "数字" : "0以上の数字") + "を入れてください。値がないときは …（不明）、x（秘匿）、-（該当なし）を入れます。"
        unsafe message.withMutableCString { message in
            unsafe rule.error_message = message
            _ = unsafe worksheet_data_validation_cell(sheet, row, column, &rule)
        }
    }

    /// Offers the words that may be chosen; a workbook keeps them as one text of 255 characters, with commas between
    /// them, and where they do not fit the cell takes any text.
    private func allow(_ words: [String], _ row: UInt32, _ column: UInt16) {
        let length = words.reduce(words.count) { $0 + $1.unicodeScalars.count }
        guard length <= 255, !words.contains(where: { $0.utf8.contains(UInt8(ascii: ",")) }) else {
            return
        }
        var rule = unsafe lxw_data_validation()
        unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        unsafe "一覧から選んでください。".withMutableCString { message in
            unsafe rule.error_message = message
            unsafe Self.withList(words) { list in
                unsafe rule.value_list = list
                _ = unsafe worksheet_data_validation_cell(sheet, row, column, &rule)
            }
        }
    }

    /// Lends texts as the list of C strings, ending in NULL, that the library asks for.
    private static func withList(
        _ words: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Void
    ) {
        var list: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
        unsafe list.withUnsafeMutableBufferPointer { buffer in
            if let base = buffer.baseAddress { unsafe body(base) }
        }
        for index in unsafe list.indices { unsafe free(list[index]) }
    }
}

extension FormSheet {
    /// Makes each column as wide as what stands in it, within bounds, and each row as high as its wrapped texts:
    /// spreadsheets fit heights at typing, but not all of them at opening.
    private func setSizes() {
        let texts = form.rows.map { $0.map(Self.text) }
        let widths = form.columns.indices.map { index in
            let all = texts.map { $0[index] } + [form.headings[index]]
            let widest = all.map { TextWidth.columns($0) }.max() ?? 0
            let bounds = Self.bounds(of: form.columns[index])
            return min(max(widest + 2, bounds.lowerBound), bounds.upperBound)
        }
        for (index, width) in widths.enumerated() {
            let column = UInt16(index)
            _ = unsafe worksheet_set_column(sheet, column, column, Double(width), nil)
        }
        for (index, row) in texts.enumerated() {
            let lines = zip(row, widths).map { text, width in
                (TextWidth.columns(text) + width - 3) / (width - 2)
            }
            let height = Double(max(1, lines.max() ?? 1)) * 13 + 6
            _ = unsafe worksheet_set_row(sheet, headingRow + 1 + UInt32(index), height, nil)
        }
        _ = unsafe worksheet_set_row(sheet, headingRow, 24, nil)
    }

    private static func text(_ cell: Form.Cell) -> String {
        switch cell {
        case .text(let text), .input(_, let text): text
        case .number(let number): NumberText.grouped(number, decimals: 9)
        case .unused: ""
        }
    }

    private static func bounds(of column: FormColumn) -> ClosedRange<Int> {
        switch column {
        case .programName, .indicatorName: 12...26
        case .definition: 12...24
        case .lastPeriod: 10...20
        case .note: 20...20
        case .value: 14...24
        default: 7...24
        }
    }

    private func setPage() {
        let paperA4: UInt8 = 9
        unsafe worksheet_freeze_panes(sheet, headingRow + 1, 1)
        unsafe worksheet_set_landscape(sheet)
        unsafe worksheet_set_paper(sheet, paperA4)
        unsafe worksheet_fit_to_pages(sheet, 1, 0)
        unsafe worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
        _ = unsafe worksheet_repeat_rows(sheet, headingRow, headingRow)
        _ = unsafe worksheet_set_footer(sheet, "&C&P / &N")
        let first = form.columns.firstIndex(of: .value).map { UInt16($0) } ?? 0
        unsafe worksheet_set_selection(sheet, headingRow + 1, first, headingRow + 1, first)
    }

    /// Locks what stands there already, without a password: it keeps from slips, not from wishes.
    private func protect() {
        var allowed = lxw_protection()
        allowed.format_columns = 1
        allowed.format_rows = 1
        unsafe worksheet_protect(sheet, nil, &allowed)
    }
}

/// The looks of a form's cells.
@safe private struct Formats {
    enum Style: CaseIterable {
        case title
        case line
        case heading
        case text
        case number
        case figure
        case words
        case unused
    }

    private let formats: [Style: UnsafeMutablePointer<lxw_format>]

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        var formats: [Style: UnsafeMutablePointer<lxw_format>] = unsafe [:]
        for style in Style.allCases {
            guard let format = unsafe workbook_add_format(workbook) else { continue }
            unsafe format_set_font_name(format, "游ゴシック")
            unsafe format_set_font_size(format, style == .title ? 14 : 10)
            unsafe Self.set(style, format)
            unsafe formats[style] = unsafe format
        }
        unsafe self.formats = unsafe formats
    }

    subscript(style: Style) -> UnsafeMutablePointer<lxw_format>? { unsafe formats[style] }

    private static func set(_ style: Style, _ format: UnsafeMutablePointer<lxw_format>) {
        if style == .title || style == .heading { unsafe format_set_bold(format) }
        guard style != .title, style != .line else { return }
        unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        unsafe format_set_border_color(format, 0x9A9A9A)
        unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        if style != .number, style != .figure { unsafe format_set_text_wrap(format) }
        let fill: UInt32 =
            switch style {
            case .heading: 0xDCE6F1
            case .figure, .words: 0xFFF8D6
            case .unused: 0xE4E4E4
            default: 0xFFFFFF
            }
        unsafe format_set_bg_color(format, fill)
        switch style {
        case .heading: unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        case .text: unsafe format_set_num_format(format, "@")
        case .figure, .words: unsafe format_set_unlocked(format)
        default: break
        }
    }
}
