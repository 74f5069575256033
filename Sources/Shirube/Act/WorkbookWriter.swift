import CXLSXWriter
package import ShirubeCore

/// Writes a form as an .xlsx workbook, through libxlsxwriter.
///
/// Only what a department fills in can be changed; ids and periods are text, which no spreadsheet turns into dates.
package enum WorkbookWriter {
    /// libxlsxwriter could not do it.
    package struct Failure: Error, CustomStringConvertible {
        /// Its words.
        package let description: String

        fileprivate init(_ code: lxw_error) {
            let words = unsafe lxw_strerror(code).map { unsafe String(cString: $0) }
            description = "write the workbook: \(words ?? "error \(code.rawValue)")"
        }
    }

    /// The workbook's bytes, the same for the same form and moment.
    package static func bytes(of form: Form, created: Timestamp) throws -> [UInt8] {
        // The library writes into a file that it opens by its name, and leaves it whole only once it is closed.
        let file = try FileDescriptor.memory()
        guard let workbook = unsafe workbook_new(file.ownPath) else {
            throw Failure(LXW_ERROR_MEMORY_MALLOC_FAILED)
        }
        guard let sheet = unsafe workbook_add_worksheet(workbook, "実績") else {
            unsafe lxw_workbook_free(workbook)
            throw Failure(LXW_ERROR_MEMORY_MALLOC_FAILED)
        }
        unsafe FormSheet(form, sheet: sheet, workbook: workbook).write()
        unsafe setProperties(of: workbook, title: form.lines.first ?? "", created: created)
        let code = unsafe workbook_close(workbook)
        guard code == LXW_NO_ERROR else { throw Failure(code) }
        return try file.readAll(limit: .max)
    }

    private static func setProperties(
        of workbook: UnsafeMutablePointer<lxw_workbook>, title: String, created: Timestamp
    ) {
        var properties = unsafe lxw_doc_properties()
        unsafe title.withMutableCString { title in
            unsafe "Shirube".withMutableCString { author in
                unsafe properties.title = title
                unsafe properties.author = author
                unsafe properties.created = time_t(created.milliseconds / 1_000)
                _ = unsafe workbook_set_properties(workbook, &properties)
            }
        }
    }
}

extension String {
    /// Lends the text to a C function that asks for `char *` and only reads it.
    func withMutableCString<Result>(_ body: (UnsafeMutablePointer<CChar>) -> Result) -> Result {
        var characters = Array(utf8CString)
        return unsafe characters.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else {
                preconditionFailure("a C string has at least one byte")
            }
            return unsafe body(base)
        }
    }
}
