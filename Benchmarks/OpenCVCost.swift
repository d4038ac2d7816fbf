import JSONLines

/// What a picture costs with OpenCV and NumPy, on one thread.
struct OpenCVCost: Encodable {
    /// Version of OpenCV.
    let version: String
    /// YUV → BGR → HSV → range → opening and closing → count.
    let hueRange: Timing
    /// The same with arrays that are kept from picture to picture.
    let hueRangeInPlace: Timing
    /// YUV → BGR → 2G − R − B in NumPy → threshold → count.
    let excessGreen: Timing

    /// Runs the pipelines over the frames of a clip (`frame_cost.py`).
    static func measure(
        _ clip: ScaledClip, python: String?, pipelines: String, rounds: Int
    ) async throws -> OpenCVCost {
        guard let python else { throw Missing() }
        let output = try await Program.output(
            python,
            [
                "\(pipelines)/frame_cost.py", clip.planes, "\(clip.size.width)",
                "\(clip.size.height)", "\(rounds)",
            ])
        let answer = try JSONLine.decode(Answer.self, from: output)
        return OpenCVCost(
            version: answer.version, hueRange: Timing(seconds: answer.hueRange),
            hueRangeInPlace: Timing(seconds: answer.hueRangeInPlace),
            excessGreen: Timing(seconds: answer.excessGreen))
    }

    /// There is no OpenCV.
    struct Missing: Error, CustomStringConvertible {
        let description = "no Python that has it was named; 'make bench' fetches one from PyPI."
    }

    /// What the script prints: CPU seconds, one for each picture.
    private struct Answer: Decodable {
        let version: String
        let hueRange: [Double]
        let hueRangeInPlace: [Double]
        let excessGreen: [Double]
    }
}
