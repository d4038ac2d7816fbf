import CPlatform
import Foundation

/// Time of copying a picture's bytes from memory to memory: nothing that looks at each of them can
/// be much faster.
enum CopyCost {
    /// Copies every picture of a clip; each was written just before, as a decoder leaves it.
    static func measure(_ clip: ScaledClip, rounds: Int) throws -> Timing {
        let frames = try Data(contentsOf: URL(filePath: clip.planes))
        let count = clip.size.byteCount
        let picture = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 64)
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 64)
        defer {
            picture.deallocate()
            copy.deallocate()
        }
        var seconds: [Double] = []
        for _ in 0..<rounds {
            for start in stride(from: 0, to: frames.count - count + 1, by: count) {
                frames.copyBytes(to: picture, from: start..<start + count)
                let began = duckweed_thread_cpu_nanoseconds()
                copy.copyMemory(from: UnsafeRawBufferPointer(picture))
                seconds.append(Double(duckweed_thread_cpu_nanoseconds() - began) / 1e9)
            }
        }
        return Timing(seconds: seconds)
    }
}
