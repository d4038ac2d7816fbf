public import ArgumentParser
public import SyntheticRiver
public import Video
public import Vocabulary

/// A picture's size as `960x540`.
struct PictureSize: ExpressibleByArgument, CustomStringConvertible {
    let width: Int
    let height: Int

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// Reads even numbers from 32 to 4096.
    init?(argument: String) {
        let parts = argument.split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]),
            [width, height].allSatisfy({ (32...4096).contains($0) && $0 % 2 == 0 })
        else { return nil }
        self.init(width: width, height: height)
    }

    var description: String { "\(width)x\(height)" }
}

extension SampleSpacing: ExpressibleByArgument {
    /// Reads `6h`.
    public init?(argument: String) { self.init(argument) }
}

extension FixtureClip: ExpressibleByArgument {}

extension SceneGenerator: ExpressibleByArgument {}

extension Timestamp: ExpressibleByArgument {
    /// Reads an RFC 3339 time.
    public init?(argument: String) { self.init(argument) }
    /// The time as it is shown in help.
    public var defaultValueDescription: String { description }
}

extension ClipSettings.Codec: ExpressibleByArgument {}
