/// What each chroma pixel of a picture shows, one byte a pixel.
///
/// Chroma pixels outside the zone that was segmented are ``SurfaceClass/unjudged``.
public struct Mask: ~Copyable {
    /// The raw values of ``SurfaceClass``, ⌈width/2⌉ × ⌈height/2⌉ for a picture of width × height.
    public var classes: Plane

    /// Makes a mask for pictures of this size in luma pixels, with nothing judged.
    public init(width: Int = 0, height: Int = 0) {
        let size = Frame.chromaSize(width: width, height: height)
        classes = Plane(
            width: size.width, height: size.height, filledWith: SurfaceClass.unjudged.rawValue)
    }

    /// Makes the mask fit pictures of this size in luma pixels, with nothing judged.
    public mutating func reset(width: Int, height: Int) {
        fit(width: width, height: height)
        classes.fill(with: SurfaceClass.unjudged.rawValue)
    }

    /// Makes the mask fit pictures of this size in luma pixels.
    ///
    /// What it held is lost; every row shall be written.
    mutating func fit(width: Int, height: Int) {
        let size = Frame.chromaSize(width: width, height: height)
        if classes.width != size.width || classes.height != size.height {
            classes.resize(width: size.width, height: size.height)
        }
    }

    /// The class of the chroma pixel in column `x` of row `y`.
    public subscript(x: Int, y: Int) -> SurfaceClass {
        get { SurfaceClass(rawValue: classes[x, y]) ?? .unjudged }
        set { classes[x, y] = newValue.rawValue }
    }
}

/// What a chroma pixel of the water shows.
public enum SurfaceClass: UInt8, Hashable, Sendable, CaseIterable {
    /// Open water, with its reflections and ripples.
    case openWater = 0
    /// Floating vegetation.
    case vegetation = 1
    /// Other floating matter, such as leaves or litter.
    case otherMatter = 2
    /// It can't be judged, as under glare.
    case unjudged = 3
}
