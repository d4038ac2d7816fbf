import Imaging
public import Video
import Vocabulary

#if canImport(Glibc)
    import Glibc
#endif

/// Photographs of plants from straight above, to be laid on the mats of scenes.
public struct FrondLibrary: Sendable {
    /// One photograph in linear light: red, green and blue, and the share of plants.
    struct Photograph: Sendable {
        let width: Int
        let height: Int
        let texels: [SIMD4<Float>]

        /// Share of the picture that is plants.
        var plantShare: Float { texels.reduce(0) { $0 + $1.w } / Float(max(1, texels.count)) }
    }

    /// Pictures with fewer plants than this are passed over: a mat is laid of closed cover.
    private static let leastPlantShare: Float = 0.55

    let photographs: [Photograph]

    /// Reads every JPEG and PNG in a folder.
    ///
    /// - Throws: ``Video/VideoError`` when there is none or one can't be read.
    public init(folder: String) throws(VideoError) {
        var reader = try VideoReader(VideoSource(location: folder), deadlineSeconds: 60)
        var frame = Frame()
        var photographs: [Photograph] = []
        while try reader.nextKeyframe(into: &frame) != nil {
            guard min(frame.width, frame.height) >= 2 * LeafTexture.photographTexels else {
                continue
            }
            let photograph = Self.photograph(frame)
            if photograph.plantShare > Self.leastPlantShare { photographs.append(photograph) }
        }
        self.photographs = photographs
    }

    private static func photograph(_ frame: borrowing Frame) -> Photograph {
        let (width, height) = (frame.width, frame.height)
        let linear = (0...255).map { powf(Float($0) / 255, 2.2) }
        func light(_ code: Float) -> Float { linear[Int(max(0, min(255, code)))] }
        var texels: [SIMD4<Float>] = []
        texels.reserveCapacity(width * height)
        for y in 0..<height {
            for x in 0..<width {
                let luma = Float(frame.luma[x, y])
                let blue = Float(frame.blueDifference[x / 2, y / 2]) - 128
                let red = Float(frame.redDifference[x / 2, y / 2]) - 128
                // Plants are what is green: −(Cb + Cr) from 12 codes on, surely from 28.
                let share = max(0, min(1, (-(blue + red) - 12) / 16))
                texels.append(
                    SIMD4(
                        light(luma + 1.402 * red), light(luma - 0.344 * blue - 0.714 * red),
                        light(luma + 1.772 * blue), share))
            }
        }
        return Photograph(width: width, height: height, texels: texels)
    }
}
