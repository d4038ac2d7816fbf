import ArgumentParser
import SyntheticRiver
import Video
import Vocabulary

/// `duckweed-river render`: one clip to the caller's measure.
struct Render: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Renders one clip.",
        discussion: """
            EXAMPLES
              Sixteen days of growth, a sample every six hours:
                duckweed-river render --out bloom.mp4 --days 16 --rate 0.25 --initial 0.03
              Mats that are taken out on day 8:
                duckweed-river render --out harvest.mp4 --days 14 --harvest-day 8
              Lanes of 3 m that are cut on day 8, while the mats drift by 20 m an hour:
                duckweed-river render --out lanes.mp4 --days 14 --harvest-day 8 \\
                  --harvest-lanes 3 --drift 20
              An infrared night in H.265, keyframes only:
                duckweed-river render --out night.mp4 --days 2 --night \\
                  --codec h265 --keyframes-only
              Measure what was rendered:
                duckweed replay bloom.mp4 --zone bloom.zone.json \\
                  --start 2026-06-01T00:00:00Z --every 6h
            """)

    @Option(name: .long, help: "Where to write the clip; its truth and zone go beside it.")
    var out: String

    @Option(help: "Days from the first sample to the end of the clip.")
    var days: Double = 16

    @Option(help: "Logistic growth rate per day; plants double in 0.69/rate days at first.")
    var rate: Double = 0.25

    @Option(help: "Coverage of the zone at the start, 0…1; 0 gives clean water.")
    var initial: Double = 0.03

    @Option(help: "Time between samples: a whole number and s, m, h or d.")
    var every = SampleSpacing.hours6

    @Option(help: "Capture time of the first sample, RFC 3339.")
    var start = FixtureClip.start

    @Option(help: "The same seed gives the same river.")
    var seed: UInt64 = 7

    @Option(help: "Width x height in pixels, both even, 32 to 4096.")
    var size = PictureSize(width: 960, height: 540)

    @Option(help: "Day on which the mats are taken out.")
    var harvestDay: Double?

    @Option(help: "Coverage that the harvest leaves, 0…1.")
    var afterHarvest: Double = 0.02

    @Option(help: "Width in metres of the lanes that the harvest cuts; by default it takes all.")
    var harvestLanes: Double?

    @Option(help: "Day on which a flood carries everything off.")
    var flushDay: Double?

    @Option(help: "Coverage that the flood leaves, 0…1.")
    var afterFlush: Double = 0.002

    @Option(help: "Metres an hour by which the mats drift to the right; below 0 to the left.")
    var drift: Double = 0

    @Flag(help: "The camera sees by its infrared lamp, without colour.")
    var night = false

    @Flag(help: "One frame for each sample instead of three.")
    var keyframesOnly = false

    @Option(help: "How the clip is compressed.")
    var codec = ClipSettings.Codec.h264

    @Option(
        help: "H.264, H.265: 0 (best) to 51. MJPEG: 1 to 100 (best). By default the codec's own.")
    var quality: Int?

    @Option(help: "RMS slope of the ripples: 0.004 is calm, 0.08 windy.")
    var ripples: Double = 0.02

    @Option(help: "0 is clear dark water, 1 is full of silt.")
    var turbidity: Double = 0.45

    func validate() throws {
        guard days > 0, days <= 3660 else {
            throw ValidationError("--days is \(days); give more than 0 and at most 3660")
        }
        guard sampleCount >= 1 else {
            throw ValidationError("no sample fits into \(days) days every \(every)")
        }
        for (name, share) in [
            ("--initial", initial), ("--after-harvest", afterHarvest),
            ("--after-flush", afterFlush), ("--turbidity", turbidity),
        ] where !(0...1).contains(share) {
            throw ValidationError("\(name) is \(share); give a number from 0 to 1")
        }
        guard rate.isFinite, abs(rate) <= 5 else {
            throw ValidationError("--rate is \(rate); give a rate per day between -5 and 5")
        }
        guard harvestDay.map({ $0 >= 0 }) ?? true else {
            throw ValidationError("--harvest-day is \(harvestDay ?? 0); give 0 or more days")
        }
        guard flushDay.map({ $0 >= 0 }) ?? true else {
            throw ValidationError("--flush-day is \(flushDay ?? 0); give 0 or more days")
        }
        guard harvestLanes.map({ $0 > 0 && $0 <= 100 }) ?? true else {
            throw ValidationError("--harvest-lanes is \(harvestLanes ?? 0); give up to 100 metres")
        }
        guard abs(drift) <= 10_000 else {
            throw ValidationError("--drift is \(drift); give metres an hour from -10000 to 10000")
        }
        guard (0...0.2).contains(ripples) else {
            throw ValidationError("--ripples is \(ripples); give a slope from 0 to 0.2")
        }
    }

    func run() throws {
        try ClipFiles(clip: out).render(plan, codec: codec, quality: quality)
    }

    private var sampleCount: Int { Int((days * 86_400 / Double(every.seconds)).rounded(.up)) }

    private var plan: ClipPlan {
        var site = RiverSite.canal(width: size.width, height: size.height)
        site.slopeRMS = ripples
        site.turbidity = turbidity
        return ClipPlan(
            site: site, seed: seed, start: start, every: every, sampleCount: sampleCount,
            growth: GrowthPlan(
                initialCoverage: initial, ratePerDay: rate, harvestDay: harvestDay,
                coverageAfterHarvest: afterHarvest,
                harvestStrips: harvestLanes.map { HarvestStrips(cutMetres: $0) },
                flushDay: flushDay, coverageAfterFlush: flushDay.map { _ in afterFlush }),
            isNight: night, framesPerSample: keyframesOnly ? 1 : 3,
            drift: drift == 0 ? nil : DriftPlan(rightMetresPerHour: drift))
    }
}
