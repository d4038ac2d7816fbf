package import Imaging
package import PixelKernels
package import Vocabulary

/// Maps pictures and compares them with the known views of their camera.
///
/// Its working memory is kept from frame to frame.
package struct SceneSurveyor: ~Copyable {
    private var map = SceneMap()
    private var correlator = PhaseCorrelator()
    private let kernels: KernelLevel

    /// The part of the picture that must be land: water never looks the same twice.
    package static let landShareMin = 0.08
    /// Height over the second highest peak from which a shift is believed.
    private static let peakRatioMin = 2.0
    /// The same for a shift of less than a cell, which noise can feign.
    private static let finePeakRatioMin = 4.0
    /// The same for the shift of half a picture.
    private static let halfPeakRatioMin = 3.0
    /// Contrast over luma below which the surroundings of a cell are blank.
    private static let blankContrastMax: Float = 0.04
    /// Correlation below which it is worth asking whether the camera has rolled or zoomed.
    private static let distortionCheckMax = 0.8

    package init(kernels: KernelLevel = .fast) { self.kernels = kernels }

    /// Maps a frame, for ``compare(with:land:)`` and ``view(land:)``.
    ///
    /// - Returns: Whether it can be compared: it has enough pixels and enough land.
    package mutating func survey(_ frame: borrowing Frame, land: LandCells) -> Bool {
        land.share >= Self.landShareMin && map.measure(frame, kernels: kernels)
    }

    /// Compares the picture that was mapped last with the known views.
    ///
    /// - Returns: `nil` when no view is known.
    package mutating func compare(with views: [SceneView], land: LandCells) -> SceneComparison? {
        let ranked = views.indices
            .map { (index: $0, correlation: correlation(with: views[$0], land)) }
            .sorted { $0.correlation > $1.correlation }
        guard let best = ranked.first else { return nil }
        var found = comparison(with: views, best.index, unshifted: best.correlation, land)
        // A picture that has moved need not resemble most the view that it is of.
        for other in ranked.dropFirst() where found.correlation < QualityGate.resemblanceMin {
            let next = comparison(with: views, other.index, unshifted: other.correlation, land)
            if next.correlation > found.correlation { found = next }
        }
        return found
    }

    /// The picture that was mapped last as a view to remember.
    package func view(land: LandCells, offset: SceneComparison.Shift) -> SceneView {
        let figures = figures(of: land)
        return SceneView(
            signs: map.signs, sharpness: figures.sharpness, contrast: figures.contrast,
            offsetX: offset.x, offsetY: offset.y)
    }

    private func correlation(with view: SceneView, _ land: LandCells) -> Double {
        SceneMap.correlation(of: map.signs, with: view.signs, on: land)
    }

    private mutating func comparison(
        with views: [SceneView], _ index: Int, unshifted: Double, _ land: LandCells
    ) -> SceneComparison {
        let view = views[index]
        let figures = figures(of: land)
        var found = SceneComparison(
            viewIndex: index, correlation: unshifted,
            sharpnessRatio: figures.sharpness / max(view.sharpness, 1e-9),
            contrastRatio: figures.contrast / max(view.contrast, 1e-9),
            blankShare: blankShare(against: view, land), landLuma: figures.luma)
        let peak = correlator.peak(of: map.signs, against: view.signs, mask: land.mask)
        let cells = (x: Int(peak.x.rounded()), y: Int(peak.y.rounded()))
        let isFine = cells == (0, 0)
        guard peak.ratio >= (isFine ? Self.finePeakRatioMin : Self.peakRatioMin) else {
            return found
        }
        let aligned =
            isFine
            ? unshifted
            : SceneMap.correlation(
                of: map.signs, with: view.signs, shiftedBy: cells.x, cells.y, on: land)
        guard aligned >= unshifted else { return found }
        found.correlation = aligned
        found.shift = SceneComparison.Shift(
            x: view.offsetX + peak.x / Double(SceneMap.columns),
            y: view.offsetY + peak.y / Double(SceneMap.rows))
        if aligned < Self.distortionCheckMax {
            found.distortion = distortion(against: view, land)
        }
        return found
    }

    /// How differently the two halves of the picture have moved, as a share of its width.
    private mutating func distortion(against view: SceneView, _ land: LandCells) -> Double {
        let left = correlator.peak(
            of: map.signs, against: view.signs, mask: land.half(isLeft: true))
        let right = correlator.peak(
            of: map.signs, against: view.signs, mask: land.half(isLeft: false))
        guard min(left.ratio, right.ratio) >= Self.halfPeakRatioMin else { return 0 }
        // A cell is about as high as it is wide.
        let across = (left.x - right.x) / Double(SceneMap.columns)
        let down = (left.y - right.y) / Double(SceneMap.columns)
        return max(abs(across), abs(down))
    }

    private func figures(
        of land: LandCells
    ) -> (sharpness: Double, contrast: Double, luma: Double) {
        var sums = (steps: Float(0), contrast: Float(0), luma: Float(0), count: Float(0))
        for cell in 0..<SceneMap.cellCount where land.mask[cell] == 1 {
            sums.steps += map.steps[cell]
            sums.contrast += map.contrast[cell]
            sums.luma += map.luma[cell]
            sums.count += 1
        }
        let count = max(sums.count, 1)
        let luma = Double(sums.luma / count)
        // Relative to luma, so that dusk does not count as blur; 16 codes are the least.
        let scale = 1 / (luma + 16)
        return (Double(sums.steps / count) * scale, Double(sums.contrast / count) * scale, luma)
    }

    /// Share of the land's cells with a sign in the view around which the picture has no contrast.
    private func blankShare(against view: SceneView, _ land: LandCells) -> Double {
        var signed = 0
        var blank = 0
        for cell in 0..<SceneMap.cellCount where land.mask[cell] == 1 && view.signs[cell] != 0 {
            signed += 1
            if map.contrast[cell] < Self.blankContrastMax * (map.luma[cell] + 16) { blank += 1 }
        }
        return Double(blank) / Double(max(signed, 1))
    }
}
