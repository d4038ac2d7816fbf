public import PixelKernels

extension Frame {
    /// Tallies the native luma of a zone, and hashes the whole of luma on the way.
    ///
    /// Of the two luma rows of a chroma row the upper one is tallied.
    ///
    /// - Parameters:
    ///   - zone: The water.
    ///   - darkBelow: A pixel below this native code is dark.
    ///   - brightAbove: A pixel above this native code is bright.
    ///   - kernels: Which form of the loops to run.
    /// - Returns: The tally, the number of luma pixels in it, and the ``lumaHash()``.
    /// - Precondition: `zone` was made for the size of this frame.
    public borrowing func lumaTally(
        in zone: borrowing Zone, darkBelow: UInt8, brightAbove: UInt8,
        kernels: KernelLevel = .fast
    ) -> (tally: LumaTally, pixelCount: Int, hash: UInt64) {
        requireSize(of: zone)
        var tally = LumaTally()
        var pixelCount = 0
        let hash = hashLuma { y, row in
            guard y.isMultiple(of: 2) else { return }
            for index in zone.runIndices(inRows: y / 2..<y / 2 + 1) {
                let columns = zone.runs[index].columns
                let start = 2 * columns.lowerBound
                let count = min(2 * columns.upperBound, width) - start
                pixelCount += count
                switch kernels {
                case .fast:
                    addToTally(
                        row + start, count: count, darkBelow: darkBelow, brightAbove: brightAbove,
                        tally: &tally)
                case .scalar:
                    addToTallyScalar(
                        row + start, count: count, darkBelow: darkBelow, brightAbove: brightAbove,
                        tally: &tally)
                }
            }
        }
        return (tally, pixelCount, hash)
    }

    /// The share of a zone that is glare, from every fourth chroma row.
    ///
    /// - Parameters:
    ///   - zone: The water.
    ///   - limits: What counts as glare, in native codes.
    ///   - kernels: Which form of the loops to run.
    /// - Precondition: `zone` was made for the size of this frame.
    public borrowing func glareShare(
        in zone: borrowing Zone, limits: GlareLimits, kernels: KernelLevel = .fast
    ) -> Double {
        requireSize(of: zone)
        var glare = 0
        var pixelCount = 0
        luma.withBytes { luma in
            blueDifference.withBytes { blue in
                redDifference.withBytes { red in
                    guard let base = luma.baseAddress, let blue = blue.baseAddress,
                        let red = red.baseAddress
                    else { return }
                    for run in zone.runs where run.row.isMultiple(of: 4) {
                        let start = run.columns.lowerBound
                        let chroma = run.row * blueDifference.stride + start
                        let upper = base + 2 * run.row * self.luma.stride + 2 * start
                        let count = run.columns.count
                        glare +=
                            kernels == .fast
                            ? glareCount(
                                luma: upper, blueDifference: blue + chroma,
                                redDifference: red + chroma, count: count, limits: limits)
                            : glareCountScalar(
                                luma: upper, blueDifference: blue + chroma,
                                redDifference: red + chroma, count: count, limits: limits)
                        pixelCount += count
                    }
                }
            }
        }
        return pixelCount == 0 ? 0 : Double(glare) / Double(pixelCount)
    }

    /// Means of |Cb − 128| and |Cr − 128| in native codes over every fourth chroma row.
    public borrowing func meanAbsoluteChroma(
        kernels: KernelLevel = .fast
    ) -> (blue: Double, red: Double) {
        (
            Self.meanMagnitude(blueDifference, kernels: kernels),
            Self.meanMagnitude(redDifference, kernels: kernels)
        )
    }

    /// A hash of the whole luma plane and its size.
    ///
    /// Equal hashes mean, but for a chance of 2⁻⁶⁴, that the same picture came again.
    public borrowing func lumaHash() -> UInt64 {
        hashLuma { _, _ in }
    }

    /// Hashes luma, and shows each row of it while it is near.
    private borrowing func hashLuma(_ body: (_ y: Int, UnsafePointer<UInt8>) -> Void) -> UInt64 {
        var hash = PictureHash()
        hash.add(width)
        hash.add(height)
        luma.withBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            for y in 0..<height {
                let row = base + y * luma.stride
                hash.add(row: row, count: width)
                body(y, row)
            }
        }
        return hash.value
    }

    borrowing func requireSize(of zone: borrowing Zone) {
        precondition(
            zone.width == width && zone.height == height,
            "the zone was made for another picture size")
    }

    private static func meanMagnitude(_ plane: borrowing Plane, kernels: KernelLevel) -> Double {
        var sum = 0
        var pixelCount = 0
        plane.withBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            for row in Swift.stride(from: 0, to: plane.height, by: 4) {
                let start = base + row * plane.stride
                sum +=
                    kernels == .fast
                    ? chromaMagnitude(start, count: plane.width)
                    : chromaMagnitudeScalar(start, count: plane.width)
                pixelCount += plane.width
            }
        }
        return pixelCount == 0 ? 0 : Double(sum) / Double(pixelCount)
    }
}
