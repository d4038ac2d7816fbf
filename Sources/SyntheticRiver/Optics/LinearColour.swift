/// Light of three bands, red, green and blue: linear, 1 is white paper in full light.
typealias LinearColour = SIMD3<Float>

extension LinearColour {
    /// The same strength in each band.
    init(grey: Float) { self.init(grey, grey, grey) }

    /// Part of the way from this colour to another.
    @inline(__always)
    func mixed(with other: LinearColour, share: Float) -> LinearColour {
        self + (other - self) * share
    }
}
