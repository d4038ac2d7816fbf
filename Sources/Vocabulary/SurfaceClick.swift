/// A place in a picture of which a person said what it shows.
public struct SurfaceClick: Codable, Hashable, Sendable {
    /// What a person sees at a place.
    public enum Label: String, Codable, Hashable, Sendable, CaseIterable {
        /// Floating vegetation.
        case vegetation
        /// Open water.
        case water
    }

    /// Luma pixels from the picture's left edge.
    public var x: Int
    /// Luma pixels from the picture's upper edge.
    public var y: Int
    /// What the place shows.
    public var label: Label

    /// Makes a click.
    public init(x: Int, y: Int, label: Label) {
        self.x = x
        self.y = y
        self.label = label
    }
}

/// What the model says about a clicked place.
public struct ClickLogit: Codable, Hashable, Sendable {
    /// The place, and what a person said about it.
    public var click: SurfaceClick
    /// The logit of vegetation, before any recalibration, of the cell that holds the place; `nil`
    /// where the cell lies outside the zone.
    public var logit: Double?

    /// Makes an answer.
    public init(click: SurfaceClick, logit: Double?) {
        self.click = click
        self.logit = logit
    }
}

/// Clicks that the sampler is to draw at random from labels, in place of a person's.
///
/// Cells of 8 × 8 luma pixels are drawn that are wholly vegetation, or wholly open water.
public struct ClickDraw: Codable, Hashable, Sendable {
    /// Cells of each kind; there may be fewer.
    public var perClass: Int
    /// Equal seeds draw equal cells from equal labels.
    public var seed: UInt64

    /// Makes a draw.
    public init(perClass: Int, seed: UInt64) {
        self.perClass = perClass
        self.seed = seed
    }
}
