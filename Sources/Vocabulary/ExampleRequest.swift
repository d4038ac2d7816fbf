/// A labelled picture whose cells are to be listed with their features, for training.
public struct ExampleRequest: Codable, Hashable, Sendable {
    /// Names the picture in the list.
    public var name: String
    /// The picture, or the frames of a burst.
    public var source: VideoSource
    /// Frames to read; the last of them is listed, the others tell its flicker.
    public var frames: Int
    /// The path of the labels: raw values of ``LabelClass``, one for each luma pixel.
    public var labels: String
    /// Cells to list at most, drawn at random.
    public var cellsMax: Int
    /// Decides which cells are drawn.
    public var seed: UInt64

    /// Makes a request.
    public init(
        name: String, source: VideoSource, frames: Int, labels: String, cellsMax: Int,
        seed: UInt64
    ) {
        self.name = name
        self.source = source
        self.frames = frames
        self.labels = labels
        self.cellsMax = cellsMax
        self.seed = seed
    }
}
