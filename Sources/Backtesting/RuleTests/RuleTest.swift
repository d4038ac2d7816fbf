public import Vocabulary

/// A test that operators write for their rules: what the cameras see, and which alerts are to be open
/// at some moments.
public struct RuleTest: Sendable {
    /// What the test is about, in words.
    public var name: String
    /// What each camera sees.
    public var series: [CameraSeries]
    /// The water that the cameras see.
    public var waters: [Water]
    /// What is to be open when.
    public var expectations: [Expectation]

    /// Which alerts are to be open at a moment.
    public struct Expectation: Sendable {
        /// The moment; looks at that very time count.
        public var time: Timestamp
        /// How the file says it, such as `5d`.
        public var label: String
        /// Where it stands, as `file:line:column`.
        public var place: String
        /// The alerts.
        public var alerts: [ExpectedAlert]

        /// Makes an expectation.
        public init(time: Timestamp, label: String, place: String, alerts: [ExpectedAlert]) {
            self.time = time
            self.label = label
            self.place = place
            self.alerts = alerts
        }
    }

    /// Makes a test.
    public init(
        name: String, series: [CameraSeries], waters: [Water], expectations: [Expectation]
    ) {
        self.name = name
        self.series = series
        self.waters = waters
        self.expectations = expectations
    }
}

/// An alert that is to be open; what is `nil` may be anything.
public struct ExpectedAlert: Hashable, Sendable {
    /// The rule.
    public var rule: RuleID
    /// The camera or reach.
    public var subject: AlertSubject
    /// How serious it is.
    public var severity: Severity?
    /// Who has been told, in any order.
    public var departments: Set<DepartmentID>?

    /// Makes an expected alert.
    public init(
        rule: RuleID, subject: AlertSubject, severity: Severity? = nil,
        departments: Set<DepartmentID>? = nil
    ) {
        self.rule = rule
        self.subject = subject
        self.severity = severity
        self.departments = departments
    }

    /// Whether an open alert is the one that is meant.
    func isMet(by open: OpenAlertState) -> Bool {
        rule == open.rule && subject == open.subject && severity ?? open.severity == open.severity
            && departments ?? Set(open.departments) == Set(open.departments)
    }
}

/// An alert that is open at a moment.
public struct OpenAlertState: Hashable, Sendable {
    /// The rule.
    public let rule: RuleID
    /// The camera or reach.
    public let subject: AlertSubject
    /// How serious it is.
    public let severity: Severity
    /// Who has been told.
    public let departments: [DepartmentID]
}
