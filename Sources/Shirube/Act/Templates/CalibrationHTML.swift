internal import Mustache
package import ShirubeCore

/// How good the forecasts were, as one HTML page: no script, nothing loaded, the picture as text as well.
package enum CalibrationHTML {
    /// The page.
    ///
    /// - Parameters:
    ///   - documents: one a strategy, at least one.
    ///   - language: the language of all texts.
    /// - Returns: HTML in UTF-8, all data escaped.
    /// - Throws: an error of swift-mustache where the template is malformed.
    package static func render(
        _ documents: [CalibrationDocument], _ language: Language
    ) throws -> String {
        MustacheContentTypes.register(EscapedHTML(), named: EscapedHTML.name)
        let fields: Fields = [
            "language": language.rawValue,
            "title": Wording(ja: "予測の当たり具合", en: "How good the forecasts were")[language],
            "headings": CalibrationDocument.headings(language),
            "binHeadings": CalibrationDocument.binHeadings(language),
            "forecast": CalibrationDocument.binHeadings(language)[2],
            "observed": CalibrationDocument.binHeadings(language)[3],
            "strategies": documents.map { self.fields($0, language) },
            "footer": SummaryWords.footer[language],
        ]
        return try MustacheTemplate(string: CalibrationTemplate.text).render(fields)
    }

    private typealias Fields = [String: Any]

    private static func fields(_ document: CalibrationDocument, _ language: Language) -> Fields {
        [
            "name": document.title(language), "cutoff": document.cutoff.longWording[language],
            "sentences": document.sentences(language),
            "hasGroups": document.calibration.overall.count > 0,
            "groups": document.groups.map { row(CalibrationDocument.cells($0, language)) },
            "pictures": document.groups.filter(\.isEnough).map { picture($0, language) },
        ]
    }

    /// A table's row: the first cell heads it.
    private static func row(_ cells: [String]) -> Fields {
        ["head": cells[0], "cells": Array(cells.dropFirst())]
    }

    private static func picture(_ group: Calibration.Group, _ language: Language) -> Fields {
        let label = CalibrationDocument.label(group, language)
        let points = group.bins.compactMap { bin in
            bin.forecast.flatMap { forecast in bin.observed.map { (forecast, $0) } }
        }
        let spoken = group.bins.filter { $0.observed != nil }.map { bin in
            let cells = CalibrationDocument.binCells(bin, language)
            return Wording(
                ja: "\(cells[2])と予測したうち\(cells[3])が達成", en: "\(cells[2]) forecast, \(cells[3]) met")[
                    language]
        }
        return [
            "label": label,
            "spoken": label + Wording(ja: "：", en: ": ")[language]
                + spoken.joined(separator: Wording(ja: "、", en: "; ")[language]),
            "points": points.map { forecast, observed in
                ["x": place(forecast), "y": 240 - place(observed)] as Fields
            },
            "bins": group.bins.map { row(CalibrationDocument.binCells($0, language)) },
        ]
    }

    /// A share from 0 to 1 on an axis of 200 units that starts at 20.
    private static func place(_ share: Double) -> Int { 20 + Int((share * 200).rounded()) }
}
