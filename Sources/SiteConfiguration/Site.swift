public import Alerting
public import Vocabulary

/// All that a site file says, checked and with every reference resolved.
public struct Site: Sendable {
    /// Names the site in every message that leaves it.
    public var id: String
    /// Fingerprint of the site file and of all files that it names but for clips, models and secrets, 16
    /// hexadecimal digits; empty for a site of no file.
    public var version = ""
    /// Which addresses a camera may have.
    public var network: NetworkPolicy
    /// The departments that answer alerts; at least one.
    public var departments: [Department]
    /// Which departments are told of which alert.
    public var routes: RoutingTree
    /// The conditions that raise alerts; at least one.
    public var rules: [AlertRule]
    /// Times in which nobody is told of some alerts.
    public var silences: [Silence]
    /// Hours of each day in which reminders wait; `nil` for none.
    public var quietHours: QuietHours?
    /// When so many alerts come that they are summed up.
    public var storm: StormSettings
    /// The cameras; at least one.
    public var cameras: [SiteCamera]
    /// How long records are kept.
    public var retention: Retention
    /// The model file that finds the plants; `nil` for the one that is part of the program.
    public var model: ModelReference?

    /// Makes a site from its parts.
    public init(
        id: String, network: NetworkPolicy = .standard, departments: [Department],
        routes: RoutingTree, rules: [AlertRule], silences: [Silence] = [],
        quietHours: QuietHours? = nil, storm: StormSettings = .standard, cameras: [SiteCamera],
        retention: Retention = .standard, model: ModelReference? = nil
    ) {
        self.id = id
        self.network = network
        self.departments = departments
        self.routes = routes
        self.rules = rules
        self.silences = silences
        self.quietHours = quietHours
        self.storm = storm
        self.cameras = cameras
        self.retention = retention
        self.model = model
    }

    /// The rules as they hold for a camera, in their order.
    public func rules(for camera: SiteCamera) -> [AlertRule] {
        rules.applying(to: camera.id, tags: camera.tags)
    }

    /// The camera that is called `id`.
    ///
    /// - Complexity: O(n) in the cameras; keep a dictionary to look up many.
    public func camera(_ id: CameraID) -> SiteCamera? { cameras.first { $0.id == id } }

    /// The recalibrations that are of another model than the one in use.
    public func mistakes(withModel model: String) -> [SiteMistake] {
        cameras.compactMap { $0.recalibration?.mistake(withModel: model) }
    }
}

/// A department that answers alerts.
public struct Department: Hashable, Sendable {
    /// Names the department.
    public var id: DepartmentID
    /// The name that people read.
    public var name: String
    /// The ways in which its messages reach it; at least one.
    public var deliver: [DeliveryMethod]

    /// Makes a department.
    public init(id: DepartmentID, name: String, deliver: [DeliveryMethod] = [.queue]) {
        self.id = id
        self.name = name
        self.deliver = deliver
    }
}

/// A way in which a department's messages reach it.
public enum DeliveryMethod: String, Codable, Hashable, Sendable, CaseIterable {
    /// Into the queue that `duckweed` keeps itself, from which the department takes them.
    case queue
}

/// How long records are kept.
public struct Retention: Hashable, Sendable {
    /// How long samples and gaps are kept.
    public var samples: Duration
    /// How long messages are kept after they were delivered.
    public var messages: Duration

    /// Makes a retention.
    public init(samples: Duration, messages: Duration) {
        self.samples = samples
        self.messages = messages
    }

    /// 400 days of samples, so that a season can be compared with the last, and 90 of messages.
    public static let standard = Retention(samples: .days(400), messages: .days(90))
}
