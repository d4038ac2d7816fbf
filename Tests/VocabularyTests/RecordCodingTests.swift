import FoundationEssentials
import Testing
import Vocabulary

/// The JSON of the records, which others read.
@Suite struct RecordCodingTests {
    static let june = Timestamp(nanosecondsSinceEpoch: 1_780_293_600_250_000_000)

    @Test("a moment is an RFC 3339 string; another text is refused with an example")
    func timestamp() throws {
        #expect(try json([Self.june]) == #"["2026-06-01T06:00:00.25Z"]"#)
        #expect(try decode([Timestamp].self, #"["2026-06-01T14:00:00.25+08:00"]"#) == [Self.june])
        let error = #expect(throws: DecodingError.self) {
            try decode([Timestamp].self, #"["yesterday"]"#)
        }
        guard case .dataCorrupted(let context)? = error else {
            Issue.record("expected dataCorrupted, got \(String(describing: error))")
            return
        }
        #expect(context.debugDescription.contains("'yesterday' is not a time"))
    }

    @Test("identifiers are plain strings, also as keys")
    func identifiers() throws {
        let departments: [CameraID: DepartmentID] = ["lock-3": "water-bureau"]
        #expect(try json(departments) == #"{"lock-3":"water-bureau"}"#)
        #expect(
            try decode([CameraID: DepartmentID].self, #"{"lock-3":"water-bureau"}"#) == departments)
        #expect(CameraID("a") < "b")
    }

    @Test("a sample leaves out the area that it does not know")
    func sample() throws {
        let sample = CoverageSample(
            camera: "lock-3", time: Self.june, coverage: 0.25, visibleShare: 0.5, sigmaLogit: 0.125,
            frames: 3, model: "vegseg-day-1.0.0+1c8a44f0")
        let text =
            #"{"camera":"lock-3","coverage":0.25,"frames":3,"model":"vegseg-day-1.0.0+1c8a44f0","#
            + #""sigmaLogit":0.125,"time":"2026-06-01T06:00:00.25Z","visibleShare":0.5}"#
        #expect(try json(sample) == text)
        #expect(try decode(CoverageSample.self, text) == sample)
    }

    @Test(
        "a zone is a polygon or a mask",
        arguments: [
            (
                ZoneOutline.polygon(
                    width: 8, height: 4, points: [.init(x: 0, y: 0.5), .init(x: 8, y: 4)]),
                #"{"height":4,"polygon":[[0,0.5],[8,4]],"width":8}"#
            ),
            (.mask(path: "lock.mask.png"), #"{"mask":"lock.mask.png"}"#),
        ])
    func zone(outline: ZoneOutline, text: String) throws {
        #expect(try json(outline) == text)
        #expect(try decode(ZoneOutline.self, text) == outline)
    }

    @Test(
        "a geometry is a flat object of control points or of a pose",
        arguments: [
            (
                ViewGeometry(
                    .controlPoints(
                        ControlPointSurvey(
                            points: [
                                ControlPoint(
                                    pixel: .init(x: 4, y: 0.5), metres: .init(x: -2.5, y: 31))
                            ], width: 8, height: 4))),
                #"{"controlPoints":[{"metres":[-2.5,31],"pixel":[4,0.5]}],"height":4,"width":8}"#
            ),
            (
                ViewGeometry(
                    .controlPoints(
                        ControlPointSurvey(
                            points: [], width: 8, height: 4, cameraHeightMetres: 6)),
                    waterLevelMetres: -0.25),
                #"{"cameraHeightMetres":6,"controlPoints":[],"height":4,"#
                    + #""waterLevelMetres":-0.25,"width":8}"#
            ),
            (
                ViewGeometry(
                    .pose(
                        CameraPose(
                            heightMetres: 6, tiltDegrees: 20, horizontalFieldOfViewDegrees: 70,
                            rollDegrees: -1.5))),
                #"{"cameraHeightMetres":6,"horizontalFieldOfViewDegrees":70,"#
                    + #""rollDegrees":-1.5,"tiltDegrees":20}"#
            ),
        ])
    func geometry(geometry: ViewGeometry, text: String) throws {
        #expect(try json(geometry) == text)
        #expect(try decode(ViewGeometry.self, text) == geometry)
    }

    @Test(
        "a point is two numbers",
        arguments: ["[[1]]", "[[1,2,3]]", #"[["1","2"]]"#, #"[{"x":1,"y":2}]"#])
    func badPoint(text: String) {
        #expect(throws: DecodingError.self) { try decode([PicturePoint].self, text) }
        #expect(throws: DecodingError.self) { try decode([WaterPoint].self, text) }
    }

    @Test("reasons and states keep the names that scripts know")
    func names() {
        #expect(
            GapReason.allCases.map(\.rawValue) == [
                "black", "overexposed", "frozen", "noColour", "glare", "blurred", "blocked",
                "sceneChanged", "moved", "compression", "rain", "littleVisible",
                "zoneOutsidePicture", "badGeometry", "unreachable", "unauthorised", "timedOut",
                "corruptMedia",
                "unsupportedMedia", "samplerCrashed", "recalibrationOutdated",
            ])
        #expect(GapReason.allCases.count(where: \.isRejectedFrame) == 14)
        #expect(
            AlertKind.allCases.map(\.rawValue) == [
                "coverage", "growth", "forecast", "blind", "moved",
            ])
        #expect(
            AlertState.allCases.map(\.rawValue) == ["firing", "escalated", "reminded", "resolved"])
        #expect(Severity.allCases.map(\.rawValue) == ["info", "warning", "major", "critical"])
        #expect(Severity.allCases.sorted() == Severity.allCases)
    }

    @Test("an alert's message to a department is a CloudEvent with a key that never changes")
    func departmentMessage() throws {
        let event = AlertEvent(
            identity: AlertIdentity(rule: "coverage-high", camera: "lock-3", episode: 2),
            kind: .coverage, severity: .major, state: .resolved, time: Self.june,
            evidence: AlertEvidence(
                coverage: 0.125, threshold: 0.25, since: Self.june,
                model: "vegseg-day-1.0.0+1c8a44f0"))
        let message = DepartmentMessage(
            event, to: "water-bureau", site: "demo-river", tags: ["district": "liwan"])
        #expect(message.id == "coverage-high/lock-3/2/resolved/water-bureau")
        #expect(message.type == "duckweed.alert.resolved")
        #expect(message.source == "/sites/demo-river")
        #expect(message.subject == "lock-3")
        #expect(message.specversion == "1.0")
        #expect(message.data.tags == ["district": "liwan"])
        #expect(try decode(DepartmentMessage.self, json(message)) == message)
    }

    @Test("an alert is about a camera or a reach, and no name can be taken for the other")
    func subjects() throws {
        let camera = AlertIdentity(rule: "high", camera: "lower", episode: 1)
        let reach = AlertIdentity(rule: "high", subject: .reach("lower"), episode: 1)
        #expect(camera.description == "high/lower/1")
        #expect(reach.description == "high/reach:lower/1")
        #expect(try json(camera) == #"{"camera":"lower","episode":1,"rule":"high"}"#)
        #expect(try json(reach) == #"{"episode":1,"reach":"lower","rule":"high"}"#)
        for identity in [camera, reach] {
            #expect(try decode(AlertIdentity.self, json(identity)) == identity)
        }
    }

    @Test("what an alert may become more than once has a number or a severity in its name")
    func eventNames() {
        func name(_ state: AlertState, reminder: Int? = nil) -> String {
            var evidence = AlertEvidence(
                coverage: nil, threshold: nil, since: Self.june, model: "")
            evidence.reminder = reminder
            return AlertEvent(
                identity: AlertIdentity(rule: "high", camera: "lock-3", episode: 2),
                kind: .coverage, severity: .major, state: state, time: Self.june,
                evidence: evidence
            ).id
        }
        #expect(name(.firing) == "high/lock-3/2/firing")
        #expect(name(.escalated) == "high/lock-3/2/escalated/major")
        #expect(name(.reminded, reminder: 3) == "high/lock-3/2/reminded/3")
        #expect(name(.resolved) == "high/lock-3/2/resolved")
    }

    @Test("a fingerprint is the standard one")
    func fingerprint() {
        var fingerprint = Fingerprint()
        #expect(fingerprint.digits == "cbf29ce484222325")
        fingerprint.add("foobar")
        #expect(fingerprint.digits == "85944171f73967e8")
    }
}

/// JSON with its keys in order.
func json(_ record: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(record), as: UTF8.self)
}

/// The record in a text.
func decode<Record: Decodable>(_ type: Record.Type, _ text: String) throws -> Record {
    try JSONDecoder().decode(type, from: Data(text.utf8))
}
