/// A harvest by boat: lanes along the river are cut, those between them are left for later.
public struct HarvestStrips: Codable, Hashable, Sendable {
    /// Width of a lane that is cut.
    public var cutMetres: Double
    /// Width of a lane that is left.
    public var leftMetres: Double

    /// Makes lanes; widths are positive.
    public init(cutMetres: Double = 3, leftMetres: Double = 2) {
        self.cutMetres = cutMetres
        self.leftMetres = leftMetres
    }

    /// Share of a pixel that lies in a cut lane, 0…1.
    ///
    /// - Parameters:
    ///   - metresBeforeFar: Distance from the far bank, along which the boat goes.
    ///   - footprintMetres: Depth of the pixel.
    func cutShare(metresBeforeFar: Double, footprintMetres: Double) -> Double {
        let period = cutMetres + leftMetres
        let place = metresBeforeFar - (metresBeforeFar / period).rounded(.down) * period
        let inside = min(place, cutMetres - place)
        return max(0, min(1, inside / max(0.05, footprintMetres) + 0.5))
    }
}
