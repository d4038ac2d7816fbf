import Foundation
import JSONLines
import SiteConfiguration
import Vocabulary

/// Reads clicks from a file: CSV with the columns x, y and label, a JSON list of them, or an earlier
/// recalibration, which holds its clicks.
enum ClickFile {
    static func load(_ path: String) throws -> [SurfaceClick] {
        guard let bytes = FileManager.default.contents(atPath: path),
            let text = String(validating: bytes, as: UTF8.self)
        else {
            throw ProgramFailure(
                "the clicks in \(path) can't be read; name a file of UTF-8 text", exit: .badInput)
        }
        do {
            switch text.first(where: { !$0.isWhitespace }) {
            case "[": return try JSONLine.decode([SurfaceClick].self, from: text)
            case "{": return try JSONLine.decode(Holder.self, from: text).clicks
            default: return try table(text)
            }
        } catch let error as JSONLineError {
            throw ProgramFailure(
                "\(path): \(error); a click is {\"x\": 120, \"y\": 340, \"label\": \"vegetation\"}, "
                    + "or \"water\"", exit: .badInput)
        } catch let mistake as SyntaxMistake {
            throw ProgramFailure(
                "\(path):\(mistake.place.line):\(mistake.place.column): \(mistake.message); "
                    + mistake.suggestion, exit: .badInput)
        }
    }

    private struct Holder: Decodable {
        let clicks: [SurfaceClick]
    }

    private static func table(_ text: String) throws(SyntaxMistake) -> [SurfaceClick] {
        var csv = CSVSource(text)
        let header = try csv.nextRow() ?? []
        let columns = ["x", "y", "label"].compactMap { name in
            header.firstIndex { $0.text == name }
        }
        guard columns.count == 3 else {
            throw SyntaxMistake(
                place: .start, message: "the table lacks the columns x, y and label",
                suggestion: "begin it with the line x,y,label")
        }
        var clicks: [SurfaceClick] = []
        while let cells = try csv.nextRow() {
            guard cells.count == header.count, let x = Int(cells[columns[0]].text),
                let y = Int(cells[columns[1]].text),
                let label = SurfaceClick.Label(rawValue: cells[columns[2]].text)
            else {
                throw SyntaxMistake(
                    place: cells.first?.place ?? .start, message: "this row is no click",
                    suggestion: "write pixels and a label, such as 120,340,vegetation")
            }
            clicks.append(SurfaceClick(x: x, y: y, label: label))
        }
        return clicks
    }
}
