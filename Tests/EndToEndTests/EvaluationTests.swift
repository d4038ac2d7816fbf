import Foundation
import JSONLines
import Testing

@Suite("duckweed evaluate and calibrate", .enabled(if: Program.areBuilt))
struct EvaluationTests {
    @Test("A labelled set gives its figures, the same twice")
    func figures() async throws {
        let set = try LabelledSet()
        let arguments = ["evaluate", set.path, "--model", try set.writeColourModel(), "--json"]
        let result = try await Program.run("duckweed", arguments)
        #expect(result.status == 0, "\(result.errors)")
        let evaluation = try JSONLine.decode(Evaluation.self, from: result.output)
        #expect(evaluation.model?.hasPrefix("colour-1.0.0+") == true)
        #expect(evaluation.perImage.map(\.name) == ["mats", "burst", "clean"])
        #expect(evaluation.perImage.map(\.truth) == [0.4, 0.4, 0])
        #expect(evaluation.perImage.allSatisfy { $0.accepted })
        #expect(evaluation.positives.images == 2 && evaluation.negatives.images == 1)
        #expect(try #require(evaluation.positives.iouMean) > 0.8)
        #expect(try #require(evaluation.positives.coverageMAE) < 5)
        #expect(try #require(evaluation.negatives.falseCoverageP95) < 0.05)
        #expect(evaluation.rejected.isEmpty)
        #expect(try await Program.run("duckweed", arguments).output == result.output)
    }

    @Test("The table names every picture and every figure")
    func table() async throws {
        let set = try LabelledSet()
        let result = try await Program.duckweed("evaluate", set.path)
        #expect(result.status == 0, "\(result.errors)")
        for text in ["mats", "burst", "clean", "pooled IoU", "bias", "95th percentile"] {
            #expect(result.output.contains(text), "\(text) is missing")
        }
    }

    @Test("Overlays are written one a picture, in a folder that need not be there")
    func overlays() async throws {
        let set = try LabelledSet()
        let folder = set.scratch.file("seen/here")
        let result = try await Program.duckweed("evaluate", set.path, "--overlays", folder)
        #expect(result.status == 0, "\(result.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names == ["burst.jpg", "clean.jpg", "mats.jpg"])
    }

    @Test("Clicks from a picture's own labels correct the model for it")
    func clicks() async throws {
        let set = try LabelledSet()
        let result = try await Program.duckweed(
            "evaluate", set.path, "--model", set.writeColourModel(), "--clicks", "10", "--json")
        #expect(result.status == 0, "\(result.errors)")
        let images = try JSONLine.decode(Evaluation.self, from: result.output).perImage
        #expect(images[0].calibration?.vegetationClicks == 10)
        #expect(images[0].calibration?.slope != nil)
        #expect(images[2].calibration == nil)
    }

    @Test("A picture that can't be read is named, and the others are measured")
    func damagedPicture() async throws {
        let set = try LabelledSet()
        try set.scratch.write("no picture", to: "mats.jpg")
        let result = try await Program.duckweed("evaluate", set.path, "--json")
        #expect(result.status == 1)
        #expect(result.errors.contains("mats"))
        let evaluation = try JSONLine.decode(Evaluation.self, from: result.output)
        #expect(evaluation.rejected.map(\.name) == ["mats"])
        #expect(evaluation.positives.images == 1)
    }

    @Test("A set with a fault is bad input, told in one sentence")
    func badSets() async throws {
        let faults: [(String, (Scratch) throws -> Void)] = [
            ("index.csv", { try FileManager.default.removeItem(atPath: $0.file("index.csv")) }),
            ("is empty", { try $0.write("", to: "index.csv") }),
            ("names no picture", { try $0.write("name,kind\n", to: "index.csv") }),
            ("no column 'kind'", { try $0.write("name\nmats\n", to: "index.csv") }),
            ("index.csv:2:6", { try $0.write("name,kind\nmats,green\n", to: "index.csv") }),
            ("twice", { try $0.write("name,kind\nmats,debris\nmats,debris\n", to: "index.csv") }),
            (
                "mats.mask.png",
                { try FileManager.default.removeItem(atPath: $0.file("mats.mask.png")) }
            ),
            ("clean.jpg", { try FileManager.default.removeItem(atPath: $0.file("clean.jpg")) }),
            ("mats.mask.png: the labels are 160 × 96", { try LabelledSet.writeSmallLabels($0) }),
        ]
        for (expected, spoil) in faults {
            let set = try LabelledSet()
            try spoil(set.scratch)
            let result = try await Program.duckweed("evaluate", set.path)
            #expect(result.status == 65, "\(expected)")
            #expect(result.errors.contains(expected), "\(result.errors)")
            #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
            #expect(result.output.isEmpty)
        }
    }

    @Test("Clicks give a recalibration that measure, replay and a site take")
    func calibrate() async throws {
        let set = try LabelledSet()
        let (picture, file) = (set.scratch.file("mats.jpg"), set.scratch.file("mats.json"))
        let made = try await Program.duckweed(
            "calibrate", picture, "--vegetation", "20,40", "60,100", "100,180", "--water",
            "200,40", "260,100", "300,180", "--into", file)
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.output.contains("before") && made.output.contains("slope"))
        for arguments in [["measure", picture, "--json"], ["replay", picture, "--json"]] {
            let taken = try await Program.run("duckweed", arguments + ["--recalibration", file])
            #expect(taken.status == 0, "\(taken.errors)")
        }
        // The clicks in the file serve again.
        let again = try await Program.duckweed(
            "calibrate", picture, "--clicks", file, "--into", set.scratch.file("again.json"))
        #expect(again.status == 0, "\(again.errors)")
        #expect(
            try Data(contentsOf: URL(filePath: file))
                == Data(contentsOf: URL(filePath: set.scratch.file("again.json"))))
    }

    @Test("A recalibration of another model is refused with the reason")
    func outdated() async throws {
        let set = try LabelledSet()
        let file = try set.scratch.write(
            #"{"version": 1, "model": "older", "slope": 1, "offset": 0}"#, to: "old.json")
        let result = try await Program.duckweed(
            "measure", set.scratch.file("mats.jpg"), "--recalibration", file)
        #expect(result.status == 65)
        #expect(result.errors.contains("older") && result.errors.contains("calibrate"))
    }

    @Test("A site with a recalibration of another model is not started; check tells the place")
    func outdatedSite() async throws {
        let set = try LabelledSet()
        try set.scratch.write(
            #"{"version": 1, "model": "older", "slope": 1, "offset": 0}"#, to: "old.json")
        let site = try set.scratch.write(
            """
            site: demo
            departments: [{id: bureau}]
            routes: [{to: bureau}]
            rules: [{id: high, kind: coverage, raise: 30%}]
            cameras:
              - id: mats
                url: mats.jpg
                recalibration: old.json
            """, to: "site.yaml")
        let checked = try await Program.duckweed("check", site)
        #expect(checked.status == 78)
        #expect(checked.output.contains("site.yaml:8:20: the recalibration was made for the model"))
        let started = try await Program.duckweed(
            "run", site, "--state", set.scratch.file("state"))
        #expect(started.status == 78)
        #expect(started.errors.contains("site.yaml:8:20"))
    }

    @Test("Clicks that can't be used are refused, and nothing is written")
    func badClicks() async throws {
        let set = try LabelledSet()
        let model = try set.writeColourModel()
        try set.scratch.write("x,y,label\n20,40,vegetation\n1,2\n", to: "broken.csv")
        let plants = ["20,40", "60,100", "100,180"]
        let water = ["200,40", "260,100", "300,180"]
        let cases: [(String, [String])] = [
            ("needs 3", ["--vegetation", "20,40", "--water"] + water),
            ("outside the picture", ["--vegetation"] + plants + ["5000,3", "--water"] + water),
            ("outside the zone", ["--vegetation"] + plants + ["20,4", "--water"] + water),
            ("exchanged", ["--vegetation"] + water + ["--water"] + plants),
            ("broken.csv:3:1", ["--clicks", set.scratch.file("broken.csv")]),
        ]
        for (expected, arguments) in cases {
            let file = set.scratch.file("none.json")
            let result = try await Program.run(
                "duckweed",
                ["calibrate", set.scratch.file("mats.jpg"), "--model", model] + arguments
                    + ["--zone", set.scratch.file("mats.mask.png"), "--into", file])
            #expect(result.status == 65, "\(expected): \(result.output)")
            #expect(result.errors.contains(expected), "\(result.errors)")
            #expect(!FileManager.default.fileExists(atPath: file))
        }
    }
}
