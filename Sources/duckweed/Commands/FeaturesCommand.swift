import ArgumentParser
import Fleet
import Foundation
import Vocabulary

/// `duckweed features`: what the model sees of labelled pictures, as numbers to train it with.
struct FeaturesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "features",
        abstract: "Lists the cells of labelled pictures with what the model sees of them.",
        discussion: """
            The folder is a labelled set, as for 'evaluate'. Each line of the list is a cell
            of 8 × 8 pixels: picture, row, column, label (0 water, 1 vegetation, 2 other
            matter, 3 glare), weight and the features. Every second burst is read as a single
            picture, for a model must also judge those.

            EXAMPLE
              duckweed features scenes/ --csv scenes.csv
            """)

    @Argument(help: "The folder of the labelled set.", completion: .directory)
    var directory: String

    @Option(help: "The file to write.", completion: .file(extensions: ["csv"]))
    var csv: String

    @Option(help: "Cells of a picture at most, drawn at random.")
    var cells = 800

    @Option(help: "Decides which cells are drawn.")
    var seed: UInt64 = 1

    func validate() throws {
        guard cells > 0 else { throw ValidationError("--cells takes a number from 1.") }
    }

    func run() async throws {
        try await ProgramFailure.reported { try await list() }
    }

    private func list() async throws {
        let set = try LabelledSet(folder: directory)
        let sampler = try await SamplerExecutable.findOrFail(
            ProcessInfo.processInfo.environment)
        let requests = set.entries.enumerated().map { number, entry in
            ExampleRequest(
                name: entry.name, source: entry.source,
                frames: number.isMultiple(of: 2) ? entry.frames : 1, labels: entry.labels,
                cellsMax: cells, seed: SeededRandom.mixed(seed &+ UInt64(number)))
        }
        do {
            if let problems = try await sampler.listExamples(requests, into: csv) {
                throw ProgramFailure(
                    "not all pictures could be read:\n\(problems)", exit: .doneInPart)
            }
        } catch let error as SamplerExecutable.ExampleListProblem {
            throw ProgramFailure("\(error)", exit: .unavailable)
        }
    }
}
