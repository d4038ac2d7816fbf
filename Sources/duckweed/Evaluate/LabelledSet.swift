import Evaluation
import Foundation
import SiteConfiguration
import Vocabulary

/// A folder of labelled pictures: `index.csv`, and for each of its rows `NAME.jpg` (or `.jpeg`,
/// `.png`) or the burst `NAME-0.jpg`, `NAME-1.jpg`, …, and `NAME.mask.png`.
struct LabelledSet {
    /// One row of the index, with its files.
    struct Entry {
        let name: String
        let kind: PictureKind
        let source: VideoSource
        /// Keyframes that the source has.
        let frames: Int
        let labels: String
    }

    let entries: [Entry]

    /// Reads the index and finds the files.
    ///
    /// - Throws: A ``ProgramFailure`` that says what is wrong with the set.
    init(folder: String) throws {
        let index = "\(folder)/index.csv"
        guard let bytes = FileManager.default.contents(atPath: index),
            let text = String(validating: bytes, as: UTF8.self)
        else {
            throw Self.bad(
                "\(folder) has no index.csv that can be read; write one with the columns name and "
                    + "kind")
        }
        let rows: [LabelledSetIndex.Row]
        do {
            rows = try LabelledSetIndex.rows(text)
        } catch {
            let place = "\(index):\(error.place.line):\(error.place.column)"
            throw Self.bad("\(place): \(error.message); \(error.suggestion)")
        }
        var missing: [String] = []
        entries = rows.compactMap { row in
            let labels = "\(folder)/\(row.name).mask.png"
            if !Self.exists(labels) { missing.append("\(row.name).mask.png") }
            guard let (source, frames) = Self.source(named: row.name, in: folder) else {
                missing.append("\(row.name).jpg")
                return nil
            }
            return Entry(
                name: row.name, kind: row.kind, source: source, frames: frames, labels: labels)
        }
        guard let first = missing.first else { return }
        throw Self.bad(
            missing.count == 1
                ? "\(folder) has no \(first), which index.csv names"
                : "\(folder) lacks \(missing.count) files that index.csv names: "
                    + missing.prefix(5).joined(separator: ", ") + (missing.count > 5 ? ", …" : ""))
    }

    private static let endings = ["jpg", "jpeg", "png"]

    /// A picture, or the frames of a burst, numbered from 0.
    private static func source(
        named name: String, in folder: String
    ) -> (source: VideoSource, frames: Int)? {
        for ending in endings {
            let picture = "\(folder)/\(name).\(ending)"
            if exists(picture) { return (VideoSource(location: picture), 1) }
        }
        for ending in endings {
            var frames: [String] = []
            while case let frame = "\(folder)/\(name)-\(frames.count).\(ending)", exists(frame) {
                frames.append(frame)
            }
            guard !frames.isEmpty else { continue }
            let source = VideoSource(location: "\(folder)/\(name)", pictures: frames)
            return (source, frames.count)
        }
        return nil
    }

    private static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }

    private static func bad(_ message: String) -> ProgramFailure {
        ProgramFailure(message, exit: .badInput)
    }
}
