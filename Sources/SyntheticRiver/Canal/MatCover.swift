import Imaging

/// The mats of one moment: how much of each pixel is under plants, and what that comes to.
///
/// Both shares are summed over the very pixels that are drawn, so they are true for this picture
/// to rounding, whatever the threshold's search left over.
package struct MatCover: Sendable {
    /// Share of each pixel under plants, 0…1.
    package let plantShare: [Float]
    /// Mean share over the zone's pixels.
    package let coverageImage: Double
    /// Mean share over the zone's square metres.
    package let coverageGround: Double
    /// Colour of the plants where they have drifted; `nil` where they stay.
    let driftedAlbedo: [LinearColour]?
}

/// Finds the threshold at which mats cover a given share of a zone.
struct MatThreshold: Sendable {
    /// Indices of the zone's luma pixels.
    private let pixels: [Int]
    /// Square metres of water behind each of them.
    private let areas: [Float]
    private let density: [Float]
    private let edgeWidth: [Float]

    init(field: MatField, zone: borrowing Zone, camera: CameraGeometry) {
        var pixels: [Int] = []
        var areas: [Float] = []
        pixels.reserveCapacity(zone.pixelCount * 4)
        for run in zone.runs {
            for y in 2 * run.row..<min(2 * run.row + 2, camera.height) {
                let area = Float(camera.pixelAreaSquareMetres(atRow: Double(y) + 0.5))
                let end = min(2 * run.columns.upperBound, camera.width)
                for x in 2 * run.columns.lowerBound..<end {
                    pixels.append(y * camera.width + x)
                    areas.append(area)
                }
            }
        }
        self.pixels = pixels
        self.areas = areas
        density = pixels.map { field.density[$0] }
        edgeWidth = pixels.map { field.edgeWidth[$0] }
    }

    /// The mats that cover this share of the zone's pixels.
    ///
    /// The share falls steadily as the threshold rises, so halving finds it: the quantile of the
    /// density, with soft edges counted by what is drawn of them.
    func cover(_ coverage: Double, field: MatField, isWater: [Bool]) -> MatCover {
        cover(above: level(of: coverage), field: field, isWater: isWater)
    }

    /// The density above which this share of the zone's pixels lies.
    func level(of coverage: Double) -> Float {
        var (low, high) = (Float(-12), Float(12))
        if coverage > 0, coverage < 1 {
            for _ in 0..<32 {
                let middle = (low + high) / 2
                if meanShare(above: middle) > coverage { low = middle } else { high = middle }
            }
        } else {
            low = coverage > 0 ? -12 : 12
        }
        return low
    }

    /// Share of a pixel under plants.
    @inline(__always)
    private static func share(_ density: Float, _ edgeWidth: Float, above threshold: Float) -> Float
    {
        max(0, min(1, (density - threshold) / edgeWidth + 0.5))
    }

    private func meanShare(above threshold: Float) -> Double {
        var sum = 0.0
        for index in density.indices {
            sum += Double(Self.share(density[index], edgeWidth[index], above: threshold))
        }
        return sum / Double(max(1, density.count))
    }

    private func cover(above threshold: Float, field: MatField, isWater: [Bool]) -> MatCover {
        cover(
            Self.shares(above: threshold, field: field, isWater: isWater), driftedAlbedo: nil)
    }

    /// The share of each pixel above a density.
    static func shares(above threshold: Float, field: MatField, isWater: [Bool]) -> [Float] {
        var shares = [Float](repeating: 0, count: isWater.count)
        for index in isWater.indices where isWater[index] {
            shares[index] = share(field.density[index], field.edgeWidth[index], above: threshold)
        }
        return shares
    }

    /// What shares of the pixels come to in the zone.
    func cover(_ shares: [Float], driftedAlbedo: [LinearColour]?) -> MatCover {
        var (sum, coveredArea, area) = (0.0, 0.0, 0.0)
        for (index, pixel) in pixels.enumerated() {
            let share = Double(shares[pixel])
            sum += share
            coveredArea += share * Double(areas[index])
            area += Double(areas[index])
        }
        return MatCover(
            plantShare: shares, coverageImage: sum / Double(max(1, pixels.count)),
            coverageGround: area > 0 ? coveredArea / area : 0,
            driftedAlbedo: driftedAlbedo)
    }
}
