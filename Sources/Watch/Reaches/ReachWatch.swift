public import Alerting
public import Growth
public import Vocabulary

/// The judgement of one reach: samples of its cameras in, growth and alerts out.
///
/// The reach is judged as a camera is, by the same estimator and the same rules; its samples are
/// those of ``ReachBins``. A drift of a mat from one camera's water to another's is no change of the
/// reach, so the reach sees growth sooner and surer than any of its cameras.
public struct ReachWatch: Hashable, Sendable {
    /// The reach that is judged.
    public let reach: ReachID
    private var bins = ReachBins()
    private var judgement: CameraWatch

    /// Starts to watch a reach.
    public init(reach: ReachID) {
        self.reach = reach
        judgement = CameraWatch(camera: CameraID(reach.rawValue))
    }

    /// The alerts that are open, in the order of their rules.
    public var openAlerts: [AlertIdentity] {
        judgement.openAlerts.map { ofReach($0) }
    }

    /// Level and growth of the reach.
    public var growth: GrowthEstimator { judgement.growth }

    /// Takes a sample of one of the cameras; the order in which those of different cameras come does
    /// not matter, as long as none is 15 min late.
    ///
    /// - Parameters:
    ///   - sample: Of a camera of the reach; one of another camera is passed over.
    ///   - reach: The reach as the site has it now.
    ///   - rules: The rules that are for the reach; those about cameras themselves are left out.
    ///   - settings: How growth is estimated.
    /// - Returns: What follows from the slots that are over: the estimate, then alerts.
    public mutating func step(
        _ sample: CoverageSample, of reach: Reach, rules: [AlertRule],
        settings: GrowthSettings = .standard
    ) -> [WatchEvent] {
        guard reach.id == self.reach else { return [] }
        return judge(bins.add(sample, of: reach), by: rules.filter(\.kind.isOfWater), settings)
    }

    /// Judges the slots that are still being filled: the recordings are over, and no sample will close
    /// them.
    ///
    /// Samples of these slots that come afterwards are passed over.
    ///
    /// - Parameters:
    ///   - reach: The reach as the site has it now.
    ///   - rules: The rules that are for the reach; those about cameras themselves are left out.
    ///   - settings: How growth is estimated.
    /// - Returns: The last estimates and alerts; nothing when the newest slot was judged already.
    public mutating func end(
        of reach: Reach, rules: [AlertRule], settings: GrowthSettings = .standard
    ) -> [WatchEvent] {
        guard reach.id == self.reach else { return [] }
        let rules = rules.filter(\.kind.isOfWater)
        return judge(bins.end(of: reach), by: rules, settings)
            + judgement.end(rules: rules, settings: settings).map(ofReach)
    }

    private mutating func judge(
        _ samples: [CoverageSample], by rules: [AlertRule], _ settings: GrowthSettings
    ) -> [WatchEvent] {
        samples.flatMap { sample in
            judgement.step(.sample(sample), rules: rules, settings: settings).map(ofReach)
        }
    }

    /// Resolves all open alerts, because the site no longer has the reach.
    public mutating func retireAll(
        at time: Timestamp, settings: GrowthSettings = .standard
    ) -> [WatchEvent] {
        judgement.retireAll(at: time, settings: settings).map(ofReach)
    }

    private func ofReach(_ event: WatchEvent) -> WatchEvent {
        guard case .alert(var alert) = event else { return event }
        alert.identity = ofReach(alert.identity)
        return .alert(alert)
    }

    private func ofReach(_ identity: AlertIdentity) -> AlertIdentity {
        AlertIdentity(rule: identity.rule, subject: .reach(reach), episode: identity.episode)
    }
}

extension ReachWatch: Codable {
    /// Version of the stored form, written into it.
    public static let schemaVersion = 1

    private enum CodingKeys: String, CodingKey {
        case version, reach, bins, judgement
    }

    /// Reads a stored state.
    ///
    /// - Throws: `DecodingError` that names the version when this program does not know it.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let version = try container.decode(Int.self, forKey: .version)
        guard version == Self.schemaVersion else {
            throw container.unreadableVersion(
                version, forKey: .version, of: "reach",
                readable: "version \(Self.schemaVersion)")
        }
        reach = try container.decode(ReachID.self, forKey: .reach)
        bins = try container.decode(ReachBins.self, forKey: .bins)
        judgement = try container.decode(CameraWatch.self, forKey: .judgement)
    }

    /// Writes the state with its version.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.schemaVersion, forKey: .version)
        try container.encode(reach, forKey: .reach)
        try container.encode(bins, forKey: .bins)
        try container.encode(judgement, forKey: .judgement)
    }
}
