import ArgumentParser
import Fleet
import Foundation
import JSONLines
import SiteConfiguration
import Vocabulary

/// `duckweed measure`: one measurement of a picture or a clip.
struct MeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Measures the coverage in a picture, or in the first keyframes of a clip.",
        discussion: """
            EXAMPLES
              duckweed measure river.jpg --zone river.zone.json
              duckweed measure river.jpg --zone river.mask.png --overlay seen.png
              duckweed measure clip.mp4 --keyframes 5 --json
            """)

    @Argument(help: "A picture or a clip.", completion: .file())
    var path: String

    @Option(help: "The water to be watched: a zone file, or a mask picture.", completion: .file())
    var zone: String?

    @Option(help: "The camera's recalibration, from 'duckweed calibrate'.", completion: .file())
    var recalibration: String?

    @Option(help: "Keyframes of a clip that make the measurement.")
    var keyframes = 3

    @OptionGroup var overlay: OverlayOption

    @OptionGroup var model: ModelOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard (1...1000).contains(keyframes) else {
            throw ValidationError("--keyframes takes a number from 1 to 1000.")
        }
    }

    func run() async throws {
        try await ProgramFailure.reported {
            let environment = ProcessInfo.processInfo.environment
            let zone = try zone.map { try ZoneDefinition.load($0) }
            let job = SamplingJob(
                id: "measure", source: VideoSource(location: path),
                selection: .burst(count: keyframes), zone: zone?.outline, geometry: zone?.geometry,
                overlay: try overlay.request(for: path),
                recalibration: try recalibration.map { try CameraRecalibration.load($0) })
            let executable = try await SamplerExecutable.findOrFail(environment)
            try await model.check(by: executable)
            let replay = ClipReplay(
                executable: executable, modelPath: model.model, environment: environment)
            let newest = MeasurementBox()
            let end = try await replay.run(job) { await newest.put($0) }
            guard let measurement = await newest.measurement else {
                throw ProgramFailure(
                    end.failure?.message ?? "\(path) holds no picture that could be read",
                    exit: job.source.isLive ? .unavailable : .badInput)
            }
            let line = MeasuredLine(measurement.verdict)
            try show(line)
            if let problem = end.overlayProblem {
                throw ProgramFailure(problem, exit: .doneInPart)
            }
            if line.reason == .zoneOutsidePicture || line.reason == .badGeometry {
                throw ProgramFailure(
                    line.detail ?? "the zone does not fit the picture", exit: .badInput)
            }
        }
    }

    private func show(_ line: MeasuredLine) throws {
        guard !json else { return Terminal.line(try JSONLine.encode(line)) }
        guard let coverage = line.coverage, let visible = line.visibleShare else {
            return Terminal.line("\(path): refused: \(line.detail ?? "no reason given")")
        }
        var text =
            "\(path): coverage \(Figures.percent(coverage)) of the water, "
            + "\(Figures.percent(visible)) of the zone was visible"
        if let area = line.areaSquareMetres, let sigma = line.areaSigmaSquareMetres {
            text += ", \(Figures.area(area, sigma: sigma)) covered"
        }
        Terminal.line(text)
    }
}

/// Holds the measurement that a job gave.
private actor MeasurementBox {
    private(set) var measurement: SamplingReport.Measurement?

    func put(_ measurement: SamplingReport.Measurement) { self.measurement = measurement }
}

/// The object that `duckweed measure --json` prints.
///
/// Keys that have no value are `null`.
private struct MeasuredLine: Encodable {
    private(set) var coverage: Double?
    private(set) var visibleShare: Double?
    private(set) var areaSquareMetres: Double?
    private(set) var areaSigmaSquareMetres: Double?
    private(set) var accepted: Bool
    private(set) var reason: GapReason?
    private(set) var detail: String?
    private(set) var model: String?

    init(_ verdict: SamplingReport.Verdict) {
        switch verdict {
        case .accepted(let reading):
            accepted = true
            coverage = reading.coverage
            visibleShare = reading.visibleShare
            areaSquareMetres = reading.areaSquareMetres
            areaSigmaSquareMetres = reading.areaSigmaSquareMetres
            model = reading.model
        case .rejected(let reason, let detail):
            accepted = false
            self.reason = reason
            self.detail = detail
        }
    }

    private enum CodingKeys: String, CodingKey {
        case coverage, visibleShare, areaSquareMetres, areaSigmaSquareMetres
        case accepted, reason, detail, model
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(coverage, forKey: .coverage)
        try container.encode(visibleShare, forKey: .visibleShare)
        try container.encode(areaSquareMetres, forKey: .areaSquareMetres)
        try container.encode(areaSigmaSquareMetres, forKey: .areaSigmaSquareMetres)
        try container.encode(accepted, forKey: .accepted)
        try container.encode(reason, forKey: .reason)
        try container.encode(detail, forKey: .detail)
        try container.encode(model, forKey: .model)
    }
}
