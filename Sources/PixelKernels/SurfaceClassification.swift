/// Writes the class of each chroma pixel of a row: 0 water, 1 vegetation, 3 unjudged (glare).
///
/// - Parameters:
///   - green: `count` bytes from ``excessGreen(luma:_:lumaWidth:blue:red:count:rule:into:)``.
///   - limits: `count` bytes: a pixel is vegetation when it is greener than its limit.
///   - count: Chroma pixels.
///   - classes: `count` bytes are written.
public func classifySurface(
    _ green: UnsafePointer<UInt8>, limits: UnsafePointer<UInt8>, count: Int,
    into classes: UnsafeMutablePointer<UInt8>
) {
    for index in 0..<count {
        let vegetation: UInt8 = green[index] > limits[index] ? 1 : 0
        let glare: UInt8 = green[index] == glareByte ? 3 : 0
        classes[index] = vegetation | glare
    }
}

/// The reference of ``classifySurface(_:limits:count:into:)``.
public func classifySurfaceScalar(
    _ green: UnsafePointer<UInt8>, limits: UnsafePointer<UInt8>, count: Int,
    into classes: UnsafeMutablePointer<UInt8>
) {
    for index in 0..<count {
        if green[index] == glareByte {
            classes[index] = 3
        } else {
            classes[index] = green[index] > limits[index] ? 1 : 0
        }
    }
}
