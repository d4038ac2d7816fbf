import ArgumentParser
import Evaluation
import Foundation
import JSONLines
import Vocabulary

/// `duckweed evaluate`: how well the model sees, over a labelled set.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Compares what the model sees with labelled pictures.",
        discussion: """
            The folder holds index.csv with the columns name and kind (positive, negative
            or debris) and, for each row, NAME.jpg or NAME.png, or the frames of a burst
            NAME-0.jpg, NAME-1.jpg, and NAME.mask.png: 0 not water, 1 water, 2 floating
            vegetation, 3 other floating matter, 255 not counted. The zone is 1, 2 and 3.

            In the JSON object coverage and falseCoverage… are fractions 0…1 and
            coverageMAE and coverageBias are percentage points; intervals are 95 %
            bootstrap intervals over pictures. Refused pictures are left out of the
            figures and listed.

            EXAMPLES
              duckweed evaluate river/
              duckweed evaluate river/ --clicks 10
              duckweed evaluate river/ --json --overlays seen/
            """)

    @Argument(help: "The folder of the labelled set.", completion: .directory)
    var directory: String

    @Option(
        help: "Write each picture with hits (green), misses (blue) and false alarms (red) here.",
        completion: .directory)
    var overlays: String?

    @Option(
        help: ArgumentHelp(
            "Correct the model for each picture with vegetation, as 'calibrate' would, from this "
                + "many clicks of each kind drawn from its own labels.", valueName: "count"))
    var clicks: Int?

    @Option(help: "Draws other clicks.")
    var seed: UInt64 = 1

    @OptionGroup var model: ModelOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard (LogitCalibration.clicksMin...10_000).contains(clicks ?? 10) else {
            throw ValidationError(
                "--clicks takes a number from \(LogitCalibration.clicksMin) to 10000.")
        }
    }

    func run() async throws {
        let exit = try await ProgramFailure.reported { try await evaluate() }
        if exit != .done { throw ExitCode(exit.rawValue) }
    }

    private func evaluate() async throws -> ProgramExit {
        let set = try LabelledSet(folder: directory)
        if let overlays { try makeFolder(overlays) }
        let pictures = try await SamplerCrew.run(
            ProcessInfo.processInfo.environment, model: model
        ) {
            try await SetMeasurement(
                crew: $0, overlays: overlays,
                draw: clicks.map { ClickDraw(perClass: $0, seed: seed) }
            ).pictures(of: set)
        }
        let unread = pictures.filter { !$0.isRead }
        guard unread.count < pictures.count else {
            throw ProgramFailure(
                "none of the pictures in \(directory) could be read", exit: .badInput)
        }
        let evaluation = Evaluation(
            model: pictures.lazy.compactMap(\.model).first, results: pictures.map(\.result))
        Terminal.line(
            json
                ? try JSONLine.encode(EvaluationLine(evaluation))
                : EvaluationTable(evaluation).description)
        let problems = pictures.compactMap(\.overlayProblem)
        for problem in problems { Terminal.error("duckweed: \(problem)") }
        for picture in unread { Terminal.error("duckweed: \(picture.result.sentence)") }
        return problems.isEmpty && unread.isEmpty ? .done : .doneInPart
    }

    private func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw ProgramFailure(
                "the folder \(path) can't be made: \(error.localizedDescription)",
                exit: .unavailable)
        }
    }
}

extension PictureResult {
    /// Why there is no measurement, in one sentence.
    fileprivate var sentence: String {
        guard case .rejected(_, let detail) = outcome else { return "\(name) was measured" }
        return "\(name) could not be read: \(detail)"
    }
}
