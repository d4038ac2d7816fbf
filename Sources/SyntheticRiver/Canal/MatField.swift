import Imaging
import Vocabulary

#if canImport(Glibc)
    import Glibc
#endif

/// Where plants gather on the water, and what they look like there: fixed to the water in metres.
///
/// The density of each pixel is fractal noise plus a pull towards the banks. Plants float where it
/// is above a threshold; which threshold follows from how much of the water they shall cover.
struct MatField: Sendable {
    /// How readily a pixel is covered; meaningless off the water.
    let density: [Float]
    /// The change of density across a pixel, over which an edge is drawn softly.
    let edgeWidth: [Float]
    /// Colour of the plants by full light, with the texture of their fronds.
    let albedo: [LinearColour]

    /// - Parameter offset: How far the mats have drifted, right and away.
    init(site: RiverSite, seed: UInt64, offset: (right: Double, away: Double) = (0, 0)) {
        let noise = MatNoise(patchMetres: Float(site.patchMetres), seed: seed)
        let camera = site.camera
        var density = [Float](repeating: 0, count: camera.width * camera.height)
        var albedo = [LinearColour](repeating: .zero, count: density.count)
        for y in 0..<camera.height {
            let row = camera.row(at: Double(y) + 0.5)
            guard row.steepness > CameraGeometry.lowestRay else { continue }
            let footprint = Float((row.pixelWidthMetres * row.pixelDepthMetres).squareRoot())
            for x in 0..<camera.width {
                let across = (Double(x) + 0.5 - Double(camera.width) / 2) * row.pixelWidthMetres
                let point = (x: Float(across - offset.right), z: Float(row.z - offset.away))
                let index = y * camera.width + x
                density[index] =
                    Self.pull(x: across, z: row.z, banks: site.banks)
                    + noise.density(at: point, footprintMetres: footprint)
                albedo[index] = noise.albedo(at: point, footprintMetres: footprint)
            }
        }
        self.density = density
        self.albedo = albedo
        edgeWidth = Self.edgeWidths(of: density, width: camera.width, height: camera.height)
    }

    /// Wind and eddies push plants to the banks and leave them there.
    private static func pull(x: Double, z: Double, banks: Banks) -> Float {
        let far = max(0, banks.metresBeforeFar(x: x, z: z))
        let near = max(0, banks.metresBeyondNear(x: x, z: z))
        return Float(0.45 * exp(-far / 3) + 0.6 * exp(-near / 1.2))
    }

    private static func edgeWidths(of density: [Float], width: Int, height: Int) -> [Float] {
        var widths = [Float](repeating: 0, count: density.count)
        for y in 0..<height {
            for x in 0..<width {
                let index = y * width + x
                let right = density[x + 1 < width ? index + 1 : index]
                let below = density[y + 1 < height ? index + width : index]
                widths[index] = max(
                    0.01, abs(right - density[index]) + abs(below - density[index]))
            }
        }
        return widths
    }
}
