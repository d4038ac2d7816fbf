import PixelKernels

/// How often each byte value occurs.
public struct ByteHistogram: Sendable {
    /// Two tables of 256 counters, one after the other; see ``PixelKernels/addToHistogram(_:count:tables:)``.
    private var tables = [UInt32](repeating: 0, count: 512)

    /// Makes an empty histogram.
    public init() {}

    /// Sets every count to zero.
    public mutating func clear() {
        for index in tables.indices { tables[index] = 0 }
    }

    /// How often `value` was added.
    public subscript(value: UInt8) -> Int {
        Int(tables[Int(value)]) + Int(tables[256 + Int(value)])
    }

    /// Adds `count` occurrences of `value`.
    public mutating func add(_ value: UInt8, count: Int = 1) {
        tables[Int(value)] += UInt32(count)
    }

    mutating func add(_ row: UnsafePointer<UInt8>, count: Int, kernels: KernelLevel) {
        tables.withUnsafeMutableBufferPointer { tables in
            guard let base = tables.baseAddress else { return }
            switch kernels {
            case .fast: addToHistogram(row, count: count, tables: base)
            case .scalar: addToHistogramScalar(row, count: count, tables: base)
            }
        }
    }
}
