/// Every link inside the repository leads somewhere.
enum LinkRule {
    /// The links of a Markdown page that lead nowhere; `exists` says whether something is at a path from the root.
    static func offences(path: String, text: String, exists: (String) -> Bool) -> [Offence] {
        var isListing = false
        var offences: [Offence] = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if line.hasPrefix("```") { isListing.toggle() }
            if isListing { continue }
            for target in targets(in: String(line)) where !exists(resolved(target, from: path)) {
                offences.append(
                    Offence(
                        path: path, line: index + 1,
                        sentence: "The link to \(target) leads nowhere; mend or remove it."))
            }
        }
        return offences
    }

    /// The pages of `docs/` that a text mentions and that are not there.
    static func mentionOffences(path: String, text: String, exists: (String) -> Bool) -> [Offence] {
        var offences: [Offence] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let words = line.split(whereSeparator: { " `(),;\"<>".contains($0) })
            for word in words where word.hasPrefix("docs/") && word.contains(".md") {
                let end = word.ranges(of: ".md").first?.upperBound ?? word.endIndex
                let page = String(word[..<end])
                if exists(page) { continue }
                offences.append(
                    Offence(
                        path: path, line: index + 1,
                        sentence: "\(page) is mentioned but not there; write or rename it."))
            }
        }
        return offences
    }

    /// The targets of a line's links and pictures that lie in the repository.
    private static func targets(in line: String) -> [String] {
        let links = pieces(of: line, after: "](", before: ")")
        let pictures = pieces(of: line, after: "src=\"", before: "\"")
        return (links + pictures).filter { target in
            !target.isEmpty && !target.hasPrefix("#") && !target.contains("://")
                && !target.hasPrefix("mailto:")
        }
    }

    private static func pieces(of line: String, after start: String, before end: String) -> [String]
    {
        line.ranges(of: start).map { range in
            let rest = line[range.upperBound...]
            return String(rest[..<(rest.ranges(of: end).first?.lowerBound ?? rest.endIndex)])
        }
    }

    /// The path from the root that a link means.
    private static func resolved(_ target: String, from page: String) -> String {
        var parts = page.split(separator: "/").dropLast()
        for part in target.prefix(while: { $0 != "#" }).split(separator: "/") {
            switch part {
            case ".": continue
            case "..": parts = parts.dropLast()
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
