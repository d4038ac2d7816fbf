/// The far bank as an upright picture along its edge: wall, grass, trees and houses.
///
/// It stands in the plane Z = distance + skew · X. Seen straight on it is the bank; met by a
/// reflected ray it is the bank's mirror image, which therefore is right for every ripple.
struct Backdrop: Sendable {
    /// Metres across one texel.
    static let metresPerTexel: Float = 0.05
    /// Height of the picture.
    static let heightMetres: Float = 14

    private let distance: Float
    private let skew: Float
    private let leftMetres: Float
    private let columns: Int
    private let rows: Int
    /// Red, green, blue times opacity, and opacity; row 0 is the foot of the wall.
    private let texels: [SIMD4<Float>]

    init(site: RiverSite, random: inout SplitMix64) {
        distance = Float(site.banks.farMetres)
        skew = Float(site.banks.farSkew)
        // Half again as much as is seen, for rays that ripples turn aside.
        let seen = Float(site.banks.farMetres * Double(site.camera.width) / 2)
        leftMetres = -1.5 * seen / Float(site.camera.focalPixels)
        columns = Int(-2 * leftMetres / Self.metresPerTexel)
        rows = Int(Self.heightMetres / Self.metresPerTexel)
        texels = BackdropPainter.paint(columns: columns, rows: rows, random: &random)
    }

    /// What a ray meets at the bank: colour times opacity, and opacity; zero where it meets sky.
    ///
    /// - Parameters:
    ///   - x: Where the ray starts.
    ///   - y: Its height there.
    ///   - z: Its distance there.
    ///   - right: Its direction.
    ///   - up: Its direction.
    ///   - forward: Its direction.
    @inline(__always)
    func meet(
        x: Float, y: Float, z: Float, right: Float, up: Float, forward: Float
    ) -> SIMD4<Float> {
        let approach = forward - skew * right
        guard approach > 0.01 else { return .zero }
        let length = (distance + skew * x - z) / approach
        let column = (x + length * right - leftMetres) / Self.metresPerTexel - 0.5
        let row = (y + length * up) / Self.metresPerTexel - 0.5
        guard row < Float(rows - 1) else { return .zero }
        return texel(max(0, min(column, Float(columns) - 1.01)), max(0, row))
    }

    @inline(__always)
    private func texel(_ x: Float, _ y: Float) -> SIMD4<Float> {
        let (left, bottom) = (Int(x), Int(y))
        let (shareX, shareY) = (x - Float(left), y - Float(bottom))
        let index = bottom * columns + left
        let lower = texels[index] + (texels[index + 1] - texels[index]) * shareX
        let upper =
            texels[index + columns]
            + (texels[index + columns + 1] - texels[index + columns]) * shareX
        return lower + (upper - lower) * shareY
    }
}
