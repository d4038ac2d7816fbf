import ArgumentParser
import Evaluation
import Foundation
import JSONLines
import SiteConfiguration
import Vocabulary

/// `duckweed calibrate`: corrects the model for one camera, from clicks in one of its pictures.
struct CalibrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Corrects the model for one camera, from clicks on vegetation and on water.",
        discussion: """
            Click ten places that are vegetation and ten that are open water, spread over
            the picture, in easy and in hard light; three of each is the least. Places are
            pixels from the upper left corner. The file that is written goes into the
            site file as the camera's 'recalibration', or to --recalibration of measure
            and replay. It holds for the model that it was made with, and for no other;
            its clicks can be used again with --clicks.

            EXAMPLES
              duckweed calibrate lock-3.jpg --zone lock-3.json \\
                --vegetation 120,340 180,352 260,371 --water 500,620 610,480 700,655 \\
                --into lock-3.calibration.json
              duckweed calibrate lock-3.jpg --clicks clicks.csv \\
                --into lock-3.calibration.json
            """)

    @Argument(help: "A picture or a clip of the camera.", completion: .file())
    var path: String

    @Option(help: "The water to be watched: a zone file, or a mask picture.", completion: .file())
    var zone: String?

    @Option(
        parsing: .upToNextOption, help: "Places X,Y that are floating vegetation.")
    var vegetation: [PicturePlace] = []

    @Option(parsing: .upToNextOption, help: "Places X,Y that are open water.")
    var water: [PicturePlace] = []

    @Option(
        help: "Clicks in a file: CSV (x,y,label), JSON, or an earlier recalibration.",
        completion: .file())
    var clicks: String?

    @Option(help: "Keyframes of a clip that are looked at.")
    var keyframes = 3

    @Option(help: "The file to write.", completion: .file(extensions: ["json"]))
    var into: String

    @OptionGroup var model: ModelOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard (1...1000).contains(keyframes) else {
            throw ValidationError("--keyframes takes a number from 1 to 1000.")
        }
    }

    func run() async throws {
        try await ProgramFailure.reported { try await calibrate() }
    }

    private func calibrate() async throws {
        let clicks = try allClicks()
        let zone = try zone.map { try ZoneDefinition.load($0) }
        let result = try await SamplerCrew.run(
            ProcessInfo.processInfo.environment, model: model
        ) { crew in
            try await ClickedPicture(path: path, zone: zone, keyframes: keyframes, crew: crew)
                .calibrate(clicks)
        }
        try write(
            RecalibrationRecord(
                result.recalibration, picture: URL(filePath: path).lastPathComponent,
                pictureTime: result.pictureTime, clicks: clicks))
        try show(result, clicks)
    }

    /// The clicks of the command line and of the file; too few are told before any work is done.
    private func allClicks() throws -> [SurfaceClick] {
        let clicks =
            try (clicks.map { try ClickFile.load($0) } ?? [])
            + vegetation.map { $0.click(.vegetation) } + water.map { $0.click(.water) }
        let counts = SurfaceClick.Label.allCases.map { label in
            clicks.count { $0.label == label }
        }
        guard counts.allSatisfy({ $0 >= LogitCalibration.clicksMin }) else {
            let refusal = LogitCalibration.Refusal.tooFewClicks(
                vegetation: counts[0], water: counts[1])
            throw ProgramFailure("\(refusal)", exit: .badInput)
        }
        guard let outside = clicks.first(where: { $0.x < 0 || $0.y < 0 }) else { return clicks }
        throw ProgramFailure(
            "the click at \(outside.x),\(outside.y) lies outside the picture; count pixels from "
                + "its upper left corner", exit: .badInput)
    }

    private func write(_ record: RecalibrationRecord) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            try (encoder.encode(record) + Data("\n".utf8))
                .write(to: URL(filePath: into), options: .atomic)
        } catch {
            throw ProgramFailure(
                "\(into) can't be written: \(error.localizedDescription)", exit: .unavailable)
        }
    }

    private struct Line: Encodable {
        let model: String
        let slope: Double
        let offset: Double
        let coverageBefore: Double
        let coverageAfter: Double
        let misjudgedBefore: Int
        let misjudgedAfter: Int
    }

    private func show(_ result: ClickedPicture.Calibration, _ clicks: [SurfaceClick]) throws {
        let logit = result.recalibration.logit
        guard !json else {
            return Terminal.line(
                try JSONLine.encode(
                    Line(
                        model: result.recalibration.model, slope: logit.slope,
                        offset: logit.offset, coverageBefore: result.coverageBefore,
                        coverageAfter: result.coverageAfter,
                        misjudgedBefore: result.misjudgedBefore,
                        misjudgedAfter: result.misjudgedAfter)))
        }
        Terminal.line(
            "\(path): coverage \(Figures.percent(result.coverageBefore)) before, "
                + "\(Figures.percent(result.coverageAfter)) after")
        Terminal.line(
            "slope \(String(format: "%.2f", logit.slope)), "
                + "offset \(String(format: "%+.2f", logit.offset)); of \(clicks.count) clicks "
                + "\(result.misjudgedBefore) were misjudged before, \(result.misjudgedAfter) after")
        Terminal.line("\(into): written for the model \(result.recalibration.model)")
        let advised = LogitCalibration.clicksAdvised
        if SurfaceClick.Label.allCases.contains(where: { label in
            clicks.count { $0.label == label } < advised
        }) {
            Terminal.error(
                "duckweed: \(advised) clicks of each kind are advised; with fewer, single ones "
                    + "weigh much")
        }
    }
}
