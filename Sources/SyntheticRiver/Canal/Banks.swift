public import Vocabulary

/// The edges of the water: two straight lines across the view, Z = distance + skew · X.
public struct Banks: Codable, Hashable, Sendable {
    /// Distance of the far bank straight ahead.
    public var farMetres: Double
    /// Metres of Z per metre of X along the far bank.
    public var farSkew: Double
    /// Distance of the near bank straight ahead.
    public var nearMetres: Double
    /// Metres of Z per metre of X along the near bank.
    public var nearSkew: Double

    /// Makes two banks.
    public init(
        farMetres: Double = 42, farSkew: Double = 0.16, nearMetres: Double = 9.6,
        nearSkew: Double = 0.55
    ) {
        self.farMetres = farMetres
        self.farSkew = farSkew
        self.nearMetres = nearMetres
        self.nearSkew = nearSkew
    }

    /// Metres from the far bank, along Z; negative on land.
    func metresBeforeFar(x: Double, z: Double) -> Double { farMetres + farSkew * x - z }

    /// Metres from the near bank, along Z; negative on land.
    func metresBeyondNear(x: Double, z: Double) -> Double { z - nearMetres - nearSkew * x }

    /// The water as an operator would outline it: a little inside its edges, in whole pixels.
    ///
    /// - Parameters:
    ///   - camera: The camera that sees it.
    ///   - marginShare: Distance from each edge as a share of the picture's height.
    /// - Returns: A polygon in the camera's picture size; no points where no water is seen.
    public func outline(seenBy camera: CameraGeometry, marginShare: Double = 0.012) -> ZoneOutline {
        let margin = max(1, (marginShare * Double(camera.height)).rounded(.up))
        let columns = 8
        var far: [PicturePoint] = []
        var near: [PicturePoint] = []
        for column in 0...columns {
            let span = Double(camera.width) - 2 * margin
            let x = (margin + span * Double(column) / Double(columns)).rounded()
            guard let rows = waterRows(x: x, camera: camera) else { continue }
            let (top, bottom) = (rows.lowerBound + margin, rows.upperBound - margin)
            guard top < bottom else { continue }
            far.append(PicturePoint(x: x, y: top.rounded(.up)))
            near.append(PicturePoint(x: x, y: bottom.rounded(.down)))
        }
        return .polygon(
            width: camera.width, height: camera.height, points: far + near.reversed())
    }

    /// The rows of a column that show water, from edge to edge.
    private func waterRows(x column: Double, camera: CameraGeometry) -> Range<Double>? {
        var rows: Range<Double>?
        for row in 0..<camera.height {
            let point = PicturePoint(x: column, y: Double(row) + 0.5)
            guard let (x, z) = camera.waterPoint(at: point), metresBeforeFar(x: x, z: z) > 0,
                metresBeyondNear(x: x, z: z) > 0
            else { continue }
            rows = (rows?.lowerBound ?? Double(row))..<Double(row + 1)
        }
        return rows
    }
}
