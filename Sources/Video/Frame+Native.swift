internal import Imaging

extension Frame {
    /// Lends the three planes for writing, in the form that libswscale takes.
    mutating func withNativePlanes(
        _ body: ([UnsafeMutablePointer<UInt8>?], [Int32]) throws(VideoError) -> Void
    ) throws(VideoError) {
        let strides = nativeStrides
        try luma.withMutableBytes { (y) throws(VideoError) in
            try blueDifference.withMutableBytes { (blue) throws(VideoError) in
                try redDifference.withMutableBytes { (red) throws(VideoError) in
                    try body([y.baseAddress, blue.baseAddress, red.baseAddress, nil], strides)
                }
            }
        }
    }

    /// Lends the three planes for reading, in the form that libswscale takes.
    borrowing func readingNativePlanes(
        _ body: ([UnsafePointer<UInt8>?], [Int32]) throws(VideoError) -> Void
    ) throws(VideoError) {
        let strides = nativeStrides
        try luma.withBytes { (y) throws(VideoError) in
            try blueDifference.withBytes { (blue) throws(VideoError) in
                try redDifference.withBytes { (red) throws(VideoError) in
                    try body([y.baseAddress, blue.baseAddress, red.baseAddress, nil], strides)
                }
            }
        }
    }

    private var nativeStrides: [Int32] {
        [Int32(luma.stride), Int32(blueDifference.stride), Int32(redDifference.stride), 0]
    }
}
