/// A picture as a decoder leaves it: 8-bit Y′CbCr with chroma at half size in both directions.
///
/// Chroma planes measure ⌈width/2⌉ × ⌈height/2⌉. A frame is owned by one thread and reused; it
/// never crosses an isolation boundary. What travels is the small result made from it.
public struct Frame: ~Copyable {
    /// Luma, `width` × `height`.
    public var luma: Plane
    /// Blue difference, ⌈width/2⌉ × ⌈height/2⌉, 128 is neutral.
    public var blueDifference: Plane
    /// Red difference, ⌈width/2⌉ × ⌈height/2⌉, 128 is neutral.
    public var redDifference: Plane
    /// How the numbers stand for colours.
    public var encoding: ColourEncoding

    /// Makes a grey frame of mid luma.
    public init(width: Int = 0, height: Int = 0, encoding: ColourEncoding = .reference) {
        luma = Plane(width: width, height: height, filledWith: 128)
        let (chromaWidth, chromaHeight) = Self.chromaSize(width: width, height: height)
        blueDifference = Plane(width: chromaWidth, height: chromaHeight, filledWith: 128)
        redDifference = Plane(width: chromaWidth, height: chromaHeight, filledWith: 128)
        self.encoding = encoding
    }

    /// Luma samples in a row.
    public var width: Int { luma.width }
    /// Luma rows.
    public var height: Int { luma.height }

    /// Gives the frame another size.
    ///
    /// What it held is lost.
    public mutating func resize(width: Int, height: Int) {
        luma.resize(width: width, height: height)
        let (chromaWidth, chromaHeight) = Self.chromaSize(width: width, height: height)
        blueDifference.resize(width: chromaWidth, height: chromaHeight)
        redDifference.resize(width: chromaWidth, height: chromaHeight)
    }

    /// Size of the chroma planes of a picture of this size.
    public static func chromaSize(width: Int, height: Int) -> (width: Int, height: Int) {
        ((width + 1) / 2, (height + 1) / 2)
    }
}
