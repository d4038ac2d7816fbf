import Alerting
import Foundation
import Testing

/// `docs/alerts.md` says what the code does.
@Suite struct AlertsDocumentTests {
    private static let path = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/alerts.md")
    private static let blocks = [
        "diagram": "```mermaid\n\(AlertStateDiagram.mermaid)\n```",
        "meanings": RuleTable.meanings,
        "defaults": RuleTable.defaults,
    ]

    @Test("diagram and tables are those of the code; UPDATE_GOLDEN=1 writes them")
    func blocksAreCurrent() throws {
        var text = try String(contentsOf: Self.path, encoding: .utf8)
        let before = text
        for (name, block) in Self.blocks {
            let start = try #require(text.range(of: "<!-- \(name) -->\n")).upperBound
            let end = try #require(
                text.range(of: "<!-- end -->", range: start..<text.endIndex)
            ).lowerBound
            text.replaceSubrange(start..<end, with: block + "\n")
        }
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try text.write(to: Self.path, atomically: true, encoding: .utf8)
        } else {
            #expect(text == before)
        }
    }

    @Test("every edge of the diagram is one of the table, and every phase is in it")
    func diagram() {
        let lines = AlertStateDiagram.mermaid.split(separator: "\n").dropFirst(2)
        for phase in ["ok", "pending", "firing", "resolving", "unknown", "suppressed"] {
            #expect(lines.contains { $0.hasPrefix("    \(phase) --> ") }, "\(phase) can't be left")
        }
        #expect(Set(lines).count == lines.count)
        #expect(lines.contains("    pending --> firing: met for all of hold / tell firing"))
        #expect(lines.contains("    unknown --> ok: samples again, no alert open"))
    }
}
