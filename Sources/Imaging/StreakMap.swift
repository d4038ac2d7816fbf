public import PixelKernels

/// Finds thin, bright, upright streaks that were not there in the frame before, as rain draws them.
///
/// Reeds, poles and their reflections are streaks too, but they stay. Every sixteenth row is looked
/// at, together with the rows 4 and 8 below it. Memory is kept from frame to frame.
public struct StreakMap: ~Copyable {
    private var marks = Plane(width: 0, height: 0)
    private var former = Plane(width: 0, height: 0)
    private var below = Plane(width: 0, height: 0)
    private var hasFormer = false

    private static let rowStep = 16
    private static let rowGap = 4
    /// Codes by which a streak is brighter than what lies beside it.
    private static let brightnessMin: UInt8 = 5

    /// Makes a map that has seen nothing.
    public init() {}

    /// Forgets the frame before, because the next one is of another camera.
    public mutating func reset() { hasFormer = false }

    /// Looks at a frame.
    ///
    /// - Returns: The share of pixels that lie on fresh streaks; `nil` for the first frame and after
    ///   a change of size.
    public mutating func freshShare(
        _ frame: borrowing Frame, kernels: KernelLevel = .fast
    ) -> Double? {
        let rows = max(0, (frame.height - 2 * Self.rowGap + Self.rowStep - 1) / Self.rowStep)
        swap(&marks, &former)
        let canCompare = hasFormer && former.width == frame.width && former.height == rows
        if marks.width != frame.width || marks.height != rows {
            marks.resize(width: frame.width, height: rows)
        }
        if below.width != frame.width { below.resize(width: frame.width, height: 2) }
        for row in 0..<rows { mark(row, of: frame, kernels) }
        hasFormer = true
        guard canCompare, rows * frame.width > 0 else { return nil }
        return Double(countAllFresh()) / Double(rows * frame.width)
    }

    private mutating func mark(_ row: Int, of frame: borrowing Frame, _ kernels: KernelLevel) {
        let width = frame.width
        let marksOffset = row * marks.stride
        let belowStride = below.stride
        frame.luma.withBytes { luma in
            marks.withMutableBytes { marks in
                below.withMutableBytes { below in
                    guard let luma = luma.baseAddress, let marks = marks.baseAddress,
                        let below = below.baseAddress
                    else { return }
                    let top = luma + row * Self.rowStep * frame.luma.stride
                    let gap = Self.rowGap * frame.luma.stride
                    let target = marks + marksOffset
                    Self.mark(top, width, target, kernels)
                    Self.mark(top + gap, width, below, kernels)
                    Self.mark(top + 2 * gap, width, below + belowStride, kernels)
                    keepContinued(below, below: below + belowStride, count: width)
                    keepContinued(target, below: below, count: width)
                }
            }
        }
    }

    private static func mark(
        _ line: UnsafePointer<UInt8>, _ width: Int, _ target: UnsafeMutablePointer<UInt8>,
        _ kernels: KernelLevel
    ) {
        switch kernels {
        case .fast: markRidges(line, count: width, limit: brightnessMin, into: target)
        case .scalar: markRidgesScalar(line, count: width, limit: brightnessMin, into: target)
        }
    }

    private borrowing func countAllFresh() -> Int {
        var total = 0
        marks.withBytes { bytes in
            former.withBytes { formerBytes in
                guard let base = bytes.baseAddress, let formerBase = formerBytes.baseAddress else {
                    return
                }
                for row in 0..<marks.height {
                    total += countFresh(
                        base + row * marks.stride, former: formerBase + row * former.stride,
                        count: marks.width)
                }
            }
        }
        return total
    }
}
