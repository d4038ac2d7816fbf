import Alerting
import SiteConfiguration
import Testing
import Vocabulary

@Suite("Good sites are read as they say")
struct GoodSiteTests {
    @Test("the least site gets the defaults")
    func minimal() throws {
        let site = try SiteFixture.load("minimal.yaml")
        #expect(site.id == "demo-river")
        #expect(site.network == .standard)
        #expect(site.retention == .standard)
        #expect(
            site.departments == [
                Department(id: "water-bureau", name: "water-bureau", deliver: [.queue])
            ])
        #expect(
            site.rules.map(\.ofNoFile) == [AlertRule.standard(of: .coverage, id: "coverage-high")])
        let camera = try #require(site.cameras.first)
        #expect(camera.id == "lock-3")
        #expect(camera.name == "lock-3")
        #expect(camera.source == VideoSource(location: "rtsp://10.1.2.3/stream1"))
        #expect(camera.zone == nil)
        #expect(camera.recalibration == nil)
        #expect(camera.sampling == .standard)
        #expect(camera.playback == nil)
        #expect(camera.tags.isEmpty)
    }

    @Test("the full site's head")
    func head() throws {
        let site = try SiteFixture.load("full.yaml")
        #expect(site.network.allow?.map(\.description) == ["10.0.0.0/8", "fd00:1:0:0:0:0:0:0/32"])
        #expect(site.retention == Retention(samples: .days(400), messages: .days(90)))
        #expect(site.departments.map(\.name) == ["Water Bureau", "北区水务所"])
    }

    @Test("the full site's rules")
    func rules() throws {
        let rules = try SiteFixture.load("full.yaml").rules
        #expect(rules.flatMap(\.mistakes).isEmpty)
        var coverage = AlertRule.standard(of: .coverage, id: "coverage-high")
        coverage.overrides = [
            RuleOverride(cameras: ["weir"], isOff: true),
            RuleOverride(
                tags: TagMatcher(["district": ["north"]]),
                change: RuleChange(raise: 0.2, severity: .major)),
        ]
        #expect(
            rules.map(\.ofNoFile) == [
                coverage,
                AlertRule(
                    id: "growth-fast-north", kind: .growth, raise: 0.10, clear: 0.05,
                    severity: .major, match: TagMatcher(["district": ["north", "east"]])),
                AlertRule.standard(of: .forecast, id: "coverage-soon"),
                AlertRule.standard(of: .blind, id: "camera-blind"),
                AlertRule.standard(of: .moved, id: "camera-moved"),
            ])
    }

    @Test("the rules of a camera are those of the site with its overrides")
    func rulesOfCameras() throws {
        let site = try SiteFixture.load("full.yaml")
        let lock = try #require(site.camera("lock-3"))
        #expect(site.rules(for: lock).map(\.raise) == [0.2, 0.1, 0.3, 0, 0])
        #expect(site.rules(for: lock).first?.severity == .major)
        let weir = try #require(site.camera("weir"))
        #expect(!site.rules(for: weir).map(\.id).contains("coverage-high"))
    }

    @Test("every rule carries the version of the file, which changes with its text")
    func version() throws {
        let site = try SiteFixture.load("full.yaml")
        #expect(site.version.count == 16)
        #expect(site.rules.allSatisfy { $0.configuration == site.version })
        #expect(try SiteFixture.load("minimal.yaml").version != site.version)
    }

    @Test("a rule that says no more than a severity stays at it")
    func severityAlone() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            """
            site: demo-river
            departments: [{id: water-bureau}]
            routes: [{to: water-bureau}]
            rules:
              - {id: a, kind: coverage, raise: 60%, severity: info, remind: never}
              - {id: b, kind: coverage, raise: 0.3, remind: {warning: 0, major: 12h}}
            cameras: [{id: lock-3, url: rtsp://10.1.2.3/stream1}]
            """, to: "site.yaml")
        let rules = try SiteFile.load(path: path, environment: [:]).rules
        #expect(rules[0].escalation == [])
        #expect(rules[0].reminders == ReminderIntervals.none)
        #expect(rules[0].clear == 0.48)
        #expect(rules[1].raise == 0.3)
        #expect(rules[1].escalation.map(\.severity) == [.major, .critical])
        #expect(rules[1].reminders.warning == nil)
        #expect(rules[1].reminders.major == .seconds(12 * 3600))
        #expect(rules[1].reminders.critical == .seconds(6 * 3600))
    }

    @Test(
        "a match may name tags that no camera carries yet, unless they look like a slip",
        arguments: [
            "{colour: red}", "{district: harbour}", "{reach: upper-4}", "{side: s}",
            "{district: [north, south]}",
        ])
    func preparedTags(match: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            """
            site: demo-river
            departments: [{id: water-bureau}]
            routes: [{match: \(match), to: water-bureau}, {to: water-bureau}]
            rules: [{id: coverage-high, kind: coverage, raise: 30%, match: \(match)}]
            cameras:
              - id: lock-3
                url: rtsp://10.1.2.3/stream1
                tags: {district: north, reach: upper-3, side: n}
            """, to: "site.yaml")
        #expect(try SiteFile.load(path: path, environment: [:]).rules.count == 1)
    }

    @Test("who is told when: silences, quiet hours, storms and reaches")
    func telling() throws {
        let site = try SiteFixture.load("full.yaml")
        let start = try #require(Timestamp("2026-05-31T22:00:00Z"))
        #expect(
            site.silences == [
                Silence(
                    match: AlertMatcher(rules: ["coverage-high"], cameras: ["weir"]),
                    author: "Li Wei", reason: "harvest", start: start, end: start + .days(5))
            ])
        let night = try #require(site.quietHours)
        #expect(night.contains(start - .seconds(1)))
        #expect(!night.contains(start))
        #expect(site.storm == .standard)
        #expect(site.cameras.map(\.reach) == ["lower", "lower", nil])
        #expect(site.cameras[1].tags == ["district": "north", "reach": "lower"])
        #expect(site.cameras.map { $0.waterSquareMetres.map { $0 > 100 } } == [true, nil, true])
        let policy = site.notificationPolicy
        #expect(policy.departments == ["water-bureau", "north-office"])
        #expect(policy.site == "demo-river")
    }

    @Test("the clocks of a zone with summer time are known, and a fixed offset needs no zone")
    func timeZones() throws {
        func quietHours(_ zone: String) throws -> QuietHours? {
            let folder = try TemporaryFolder()
            let path = try folder.write(
                """
                site: demo-river
                departments: [{id: water-bureau}]
                routes: [{to: water-bureau}]
                rules: [{id: coverage-high, kind: coverage, raise: 30%}]
                quietHours: {from: "22:00", to: "06:00", timeZone: \(zone)}
                cameras: [{id: lock-3, url: "rtsp://10.1.2.3/stream1"}]
                """, to: "site.yaml")
            return try SiteFile.load(path: path, environment: [:]).quietHours
        }
        let winter = try #require(Timestamp("2027-01-15T20:30:00Z"))
        let summer = try #require(Timestamp("2027-07-15T20:30:00Z"))
        let berlin = try #require(try quietHours("Europe/Berlin"))
        #expect(!berlin.contains(winter))
        #expect(berlin.contains(summer))
        let fixed = try #require(try quietHours("+01:00"))
        #expect(!fixed.contains(winter))
        #expect(!fixed.contains(summer))
        #expect(try quietHours("-03:30")?.contains(winter) == false)
        #expect(try quietHours("-03:30")?.timeZone.firstOffsetSeconds == -12_600)
    }

    @Test("the full site's routes")
    func routes() throws {
        let routes = try SiteFixture.load("full.yaml").routes
        let inner = Route(
            match: AlertMatcher(kinds: [.growth], cameras: ["weir"]), department: "water-bureau")
        let north = Route(
            match: AlertMatcher(
                tags: TagMatcher(["district": ["north"]]), severities: [.major, .critical]),
            department: "north-office",
            escalation: Escalation(after: .seconds(24 * 3600), to: "water-bureau"),
            continues: true, routes: [inner])
        #expect(routes == RoutingTree(routes: [north, Route(department: "water-bureau")]))
        #expect(routes.hasDefault)
    }

    @Test("a live camera with all its keys")
    func liveCamera() throws {
        let camera = try #require(try SiteFixture.load("full.yaml").camera("lock-3"))
        #expect(camera.name == "Lock 3, downstream")
        #expect(camera.source.location == "rtsp://10.1.2.3:8554/stream1")
        #expect(camera.source.credentials?.user == "viewer")
        #expect(camera.source.credentials?.password.revealed == "example-only")
        #expect(
            camera.sampling
                == SamplingPlan(every: .seconds(300), keyframes: 5, deadlineSeconds: 20))
        #expect(camera.tags == ["district": "north", "reach": "lower"])
        #expect(camera.location == GeographicLocation(latitude: 23.1291, longitude: 113.2644))
        guard case .polygon(let width, let height, let points) = camera.zone else {
            Issue.record("the zone is not a polygon: \(String(describing: camera.zone))")
            return
        }
        #expect((width, height) == (1920, 1080))
        #expect(points.count == 7)
        #expect(
            camera.recalibration?.recalibration
                == CameraRecalibration(
                    model: "vegseg-day-1.0.0+1c8a44f0",
                    logit: LogitCalibration(slope: 1.1, offset: 0.4)))
        #expect(points.first == PicturePoint(x: 235, y: 640))
    }

    @Test("geometries: control points in a zone file, a pose in the site file")
    func geometries() throws {
        let site = try SiteFixture.load("full.yaml")
        guard case .controlPoints(let survey) = site.camera("lock-3")?.geometry?.survey else {
            Issue.record("the geometry has no control points")
            return
        }
        #expect(survey.points.count == 6)
        #expect(
            survey.points.first
                == ControlPoint(
                    pixel: PicturePoint(x: 210, y: 830), metres: WaterPoint(x: -6.07, y: 9.62)))
        #expect((survey.width, survey.height) == (1920, 1080), "those of the zone")
        #expect(survey.cameraHeightMetres == 6)
        #expect(site.camera("weir")?.geometry == nil)
        #expect(
            site.camera("basin")?.geometry
                == ViewGeometry(
                    .pose(
                        CameraPose(
                            heightMetres: 6.5, tiltDegrees: 22, horizontalFieldOfViewDegrees: 70,
                            rollDegrees: 1.5)), waterLevelMetres: 0.2))
    }

    @Test("a clip and a folder of pictures stand in for cameras")
    func clips() throws {
        let site = try SiteFixture.load("full.yaml")
        let start = try #require(Timestamp("2026-06-01T06:00:00Z"))
        let weir = try #require(site.camera("weir"))
        #expect(weir.source.location == "\(SiteFixture.folder)/clips/weir.mp4")
        #expect(weir.zone == .mask(path: "\(SiteFixture.folder)/zones/weir.png"))
        #expect(
            weir.playback
                == ClipPlayback(
                    start: start, pace: .timeLapse(every: .seconds(6 * 3600))))
        let basin = try #require(site.camera("basin"))
        #expect(basin.source.location == "\(SiteFixture.folder)/pictures")
        #expect(
            basin.playback
                == ClipPlayback(
                    start: start - .seconds(8 * 3600), pace: .timeLapse(every: .seconds(3600))))
    }

    @Test("cameras in a table")
    func table() throws {
        let cameras = try SiteFixture.load("from-csv.yaml").cameras
        #expect(cameras.map(\.id) == ["lock-3", "lock-4", "weir"])
        #expect(cameras.map(\.name) == ["Lock 3, downstream", "The \"old\" lock", "weir"])
        #expect(cameras[0].source.credentials?.password.revealed == "example-only")
        #expect(cameras[0].sampling.every == .seconds(300))
        #expect(cameras[0].sampling.keyframes == 5)
        #expect(cameras[0].tags == ["district": "north", "reach": "lower"])
        #expect(cameras[0].location == GeographicLocation(latitude: 23.1291, longitude: 113.2644))
        #expect(cameras[1].sampling == .standard)
        #expect(cameras[1].tags.isEmpty)
        #expect(cameras[2].zone == .mask(path: "\(SiteFixture.folder)/zones/weir.png"))
    }

    @Test("cameras on a map are those of the table")
    func map() throws {
        let mapped = try SiteFixture.load("from-geojson.yaml").cameras
        let tabled = try SiteFixture.load("from-csv.yaml").cameras
        #expect(mapped.map(\.id) == ["lock-3", "lock-4"])
        #expect(mapped[0].name == tabled[0].name)
        #expect(mapped[0].source == tabled[0].source)
        #expect(mapped[0].zone == tabled[0].zone)
        #expect(mapped[0].sampling == tabled[0].sampling)
        #expect(mapped[0].tags == tabled[0].tags)
        #expect(mapped[0].location == tabled[0].location)
        #expect(mapped[1].source.location == "rtsp://10.1.2.4/stream1")
        #expect(mapped[1].location == nil)
    }
}

extension AlertRule {
    /// The rule without the version of its file.
    fileprivate var ofNoFile: AlertRule {
        var rule = self
        rule.configuration = nil
        return rule
    }
}
