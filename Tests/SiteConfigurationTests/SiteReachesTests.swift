import Alerting
import Backtesting
import SiteConfiguration
import Testing
import Vocabulary
import Watch

@Suite("Reaches of a site")
struct SiteReachesTests {
    private let site: Site = {
        func camera(_ id: CameraID, reach: ReachID?, tags: [String: String] = [:]) -> SiteCamera {
            SiteCamera(
                id: id, name: id.rawValue, source: VideoSource(location: "rtsp://10.0.0.1/stream"),
                tags: tags, reach: reach)
        }
        var first = camera("a", reach: "lower", tags: ["district": "north"])
        first.waterSquareMetres = 300
        return Site(
            id: "example", departments: [], routes: RoutingTree(routes: []),
            rules: [
                AlertRule(
                    id: "high", kind: .coverage, raise: 0.3,
                    match: TagMatcher(["district": ["north"]]))
            ],
            cameras: [
                camera("d", reach: nil), first,
                camera("c", reach: "lower", tags: ["district": "north", "side": "left"]),
                camera("b", reach: "upper"),
            ])
    }()

    @Test("a reach is what two cameras or more see; it has the tags that all of them carry")
    func membership() throws {
        let reaches = SiteReaches(of: site)
        #expect(reaches.names == ["lower"])
        #expect(reaches.membership(of: "b") == nil)
        #expect(reaches.membership(of: "unknown") == nil)
        let membership = try #require(reaches.membership(of: "c"))
        #expect(membership.reach.tags == ["district": "north"])
        #expect(membership.rules.map(\.id) == ["high"])
        #expect(
            membership.reach.weights == ["a": 1, "c": 1], "one camera's water is not measured")
        #expect(!membership.reach.isCalibrated)
    }

    @Test("cameras of a reach are one water, in the order of names; others have their own")
    func waters() {
        let waters = SiteReaches(of: site).waters(of: ["d", "c", "x", "b", "a", "c"])
        #expect(waters.map(\.cameras) == [["a", "c"], ["b"], ["d"], ["x"]])
        #expect(waters.map(\.reach?.id) == ["lower", nil, nil, nil])
        #expect(waters[0].tags["c"] == ["district": "north", "side": "left"])
        let part = SiteReaches(of: site).waters(of: ["c"])
        #expect(part.map(\.cameras) == [["c"]])
        #expect(part.first?.reach?.weights.count == 2, "the other camera counts as blind")
    }

    @Test("without a site each camera has water of its own, with the tags that are given")
    func noSite() {
        let waters = SiteReaches(of: nil, tags: ["a": ["side": "left"]]).waters(of: ["b", "a"])
        #expect(waters.map(\.cameras) == [["a"], ["b"]])
        #expect(waters.map(\.tags) == [["a": ["side": "left"]], ["b": [:]]])
    }

    @Test("tags that are given take the place of the site's, for the reach too")
    func ownTags() throws {
        let reaches = SiteReaches(of: site, tags: ["a": ["district": "south"]])
        let membership = try #require(reaches.membership(of: "c"))
        #expect(membership.reach.tags == [:])
        #expect(membership.rules.isEmpty)
    }
}
