/// A name that a site gives to one of its things.
///
/// Each kind of thing has its own type, so a camera can't be passed where a department is meant.
public protocol Identifier: RawRepresentable<String>, Codable, Hashable, Comparable, Sendable,
    CustomStringConvertible, ExpressibleByStringLiteral, CodingKeyRepresentable
{
    /// Makes an identifier from its text.
    init(_ text: String)
}

extension Identifier {
    /// Makes an identifier from its text; never fails.
    public init(rawValue: String) { self.init(rawValue) }

    /// Makes an identifier from a literal.
    public init(stringLiteral text: String) { self.init(text) }

    /// The text of the identifier.
    public var description: String { rawValue }

    /// Orders identifiers by their text.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Names a camera of the site.
public struct CameraID: Identifier {
    /// The text of the identifier.
    public let rawValue: String
    /// Makes an identifier from its text.
    public init(_ text: String) { rawValue = text }
}

/// Names a department that answers alerts.
public struct DepartmentID: Identifier {
    /// The text of the identifier.
    public let rawValue: String
    /// Makes an identifier from its text.
    public init(_ text: String) { rawValue = text }
}

/// Names an alert rule.
public struct RuleID: Identifier {
    /// The text of the identifier.
    public let rawValue: String
    /// Makes an identifier from its text.
    public init(_ text: String) { rawValue = text }
}

/// Names a reach: a stretch of water that several cameras see.
public struct ReachID: Identifier {
    /// The text of the identifier.
    public let rawValue: String
    /// Makes an identifier from its text.
    public init(_ text: String) { rawValue = text }
}
