/// Labels that a job's mask is compared with.
public struct LabelRequest: Codable, Hashable, Sendable {
    /// The path of a PNG picture of the size of the frames: 0 not water, 1 open water, 2 floating
    /// vegetation, 3 other floating matter, 255 not to be counted.
    public var path: String
    /// Clicks to draw from the labels; `nil` draws none.
    public var draw: ClickDraw?

    /// Makes a request.
    public init(path: String, draw: ClickDraw? = nil) {
        self.path = path
        self.draw = draw
    }
}
