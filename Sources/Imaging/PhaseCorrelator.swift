import Glibc
import PixelKernels

/// Finds by how much one scene map is shifted against another, to a fraction of a cell.
///
/// Phase correlation: the phases of the cross-power spectrum, transformed back, have a peak at the
/// shift (Kuglin and Hines, "The phase correlation image alignment method", 1975). The edges fade
/// out, frequencies above the Gaussian's are held back because they hold the noise, and the peak,
/// which is a Gaussian then, is placed by the logarithms of its neighbours.
public struct PhaseCorrelator: ~Copyable {
    /// The best shift that was found.
    public struct Peak: Hashable, Sendable {
        /// Cells by which the picture's content lies right of the reference's.
        public var x: Double
        /// Cells by which it lies below.
        public var y: Double
        /// Height over that of the second highest peak: about 1 where nothing fits.
        public var ratio: Double
    }

    private static let columns = SceneMap.columns
    private static let rows = SceneMap.rows
    /// Cells over which each edge fades out.
    private static let fade = (x: 12, y: 6)
    /// Standard deviation of the low-pass filter, in cycles a cell.
    private static let bandwidth: Float = 0.2

    private let alongRows = FourierTransform(length: columns)
    private let alongColumns = FourierTransform(length: rows)
    private let window: [Float]
    private let lowPass: [Float]
    private var real = [Float](repeating: 0, count: SceneMap.cellCount)
    private var imaginary = [Float](repeating: 0, count: SceneMap.cellCount)
    private var turnedReal = [Float](repeating: 0, count: SceneMap.cellCount)
    private var turnedImaginary = [Float](repeating: 0, count: SceneMap.cellCount)

    /// Prepares for comparing maps.
    public init() {
        let across = Self.taper(Self.columns, fade: Self.fade.x)
        let down = Self.taper(Self.rows, fade: Self.fade.y)
        window = down.flatMap { weight in across.map { $0 * weight } }
        let horizontal = Self.gaussian(Self.columns)
        let vertical = Self.gaussian(Self.rows)
        lowPass = horizontal.flatMap { weight in vertical.map { $0 * weight } }
    }

    /// The shift of a map against a reference, from the cells where `mask` is 1.
    public mutating func peak(
        of signs: [Int8], against reference: [Int8], mask: [Int8]
    ) -> Peak {
        // Both maps are real, so one complex transform holds the two.
        Self.weigh(signs, by: window, mask, into: &real)
        Self.weigh(reference, by: window, mask, into: &imaginary)
        Self.transform(alongColumns, &real, &imaginary, columns: Self.columns)
        Self.transpose(real, into: &turnedReal, columns: Self.columns)
        Self.transpose(imaginary, into: &turnedImaginary, columns: Self.columns)
        Self.transform(alongRows, &turnedReal, &turnedImaginary, columns: Self.rows)
        takePhases()
        // With the parts exchanged the transform is its own inverse.
        Self.transform(alongRows, &imaginary, &real, columns: Self.rows)
        Self.transpose(real, into: &turnedReal, columns: Self.rows)
        Self.transpose(imaginary, into: &turnedImaginary, columns: Self.rows)
        Self.transform(alongColumns, &turnedImaginary, &turnedReal, columns: Self.columns)
        return highestPeak()
    }

    /// Separates the two spectra and writes the phases of their product into the first planes.
    private mutating func takePhases() {
        for x in 0..<Self.columns {
            let mirroredX = (Self.columns - x) % Self.columns * Self.rows
            for y in 0..<Self.rows {
                let here = x * Self.rows + y
                let there = mirroredX + (Self.rows - y) % Self.rows
                let (a, b) = (turnedReal[here], turnedImaginary[here])
                let (c, d) = (turnedReal[there], turnedImaginary[there])
                // Twice the spectra of the map and of the reference.
                let (mapReal, mapImaginary) = (a + c, b - d)
                let (referenceReal, referenceImaginary) = (b + d, c - a)
                let productReal = mapReal * referenceReal + mapImaginary * referenceImaginary
                let productImaginary = mapImaginary * referenceReal - mapReal * referenceImaginary
                let power = productReal * productReal + productImaginary * productImaginary
                let scale = power > 0 ? lowPass[here] / power.squareRoot() : 0
                real[here] = productReal * scale
                imaginary[here] = productImaginary * scale
            }
        }
    }

    private borrowing func highestPeak() -> Peak {
        var best = 0
        for cell in 0..<SceneMap.cellCount where turnedReal[cell] > turnedReal[best] { best = cell }
        let (x, y) = (best % Self.columns, best / Self.columns)
        var second: Float = 0
        for row in 0..<Self.rows {
            let isNear = Self.distance(row, y, Self.rows) <= 2
            for column in 0..<Self.columns {
                if isNear, Self.distance(column, x, Self.columns) <= 2 { continue }
                second = max(second, turnedReal[row * Self.columns + column])
            }
        }
        let height = turnedReal[best]
        guard height > 0, second > 0 else { return Peak(x: 0, y: 0, ratio: 0) }
        return Peak(
            x: Self.signed(x, Self.columns)
                + Self.offset(value(x - 1, y), height, value(x + 1, y)),
            y: Self.signed(y, Self.rows) + Self.offset(value(x, y - 1), height, value(x, y + 1)),
            ratio: Double(height / second))
    }

    private borrowing func value(_ x: Int, _ y: Int) -> Float {
        let column = (x + Self.columns) % Self.columns
        return turnedReal[(y + Self.rows) % Self.rows * Self.columns + column]
    }

    /// Where the top of a Gaussian lies between three of its values.
    private static func offset(_ before: Float, _ at: Float, _ after: Float) -> Double {
        guard before > 0, after > 0 else { return 0 }
        let (left, middle, right) = (log(before), log(at), log(after))
        let curvature = left - 2 * middle + right
        return curvature < 0 ? Double(0.5 * (left - right) / curvature) : 0
    }

    private static func distance(_ first: Int, _ second: Int, _ length: Int) -> Int {
        let direct = abs(first - second)
        return min(direct, length - direct)
    }

    private static func signed(_ index: Int, _ length: Int) -> Double {
        Double(index < length / 2 ? index : index - length)
    }

    /// Signs times their weights, where the mask is 1.
    private static func weigh(
        _ signs: [Int8], by window: [Float], _ mask: [Int8], into plane: inout [Float]
    ) {
        signs.withUnsafeBufferPointer { signs in
            window.withUnsafeBufferPointer { window in
                mask.withUnsafeBufferPointer { mask in
                    plane.withUnsafeMutableBufferPointer { plane in
                        for cell in 0..<SceneMap.cellCount {
                            plane[cell] = window[cell] * Float(signs[cell] &* mask[cell])
                        }
                    }
                }
            }
        }
    }

    private static func transform(
        _ transform: FourierTransform, _ real: inout [Float], _ imaginary: inout [Float],
        columns: Int
    ) {
        real.withUnsafeMutableBufferPointer { real in
            imaginary.withUnsafeMutableBufferPointer { imaginary in
                guard let real = real.baseAddress, let imaginary = imaginary.baseAddress else {
                    return
                }
                transform.transform(real: real, imaginary: imaginary, columns: columns)
            }
        }
    }

    /// Writes rows of `columns` numbers as columns.
    private static func transpose(_ plane: [Float], into turned: inout [Float], columns: Int) {
        let rows = plane.count / columns
        plane.withUnsafeBufferPointer { plane in
            turned.withUnsafeMutableBufferPointer { turned in
                for row in 0..<rows {
                    for column in 0..<columns {
                        turned[column * rows + row] = plane[row * columns + column]
                    }
                }
            }
        }
    }

    /// Weights that rise from 0 to 1 at either end.
    private static func taper(_ count: Int, fade: Int) -> [Float] {
        (0..<count).map { index in
            let share = min(1, (Float(min(index, count - 1 - index)) + 0.5) / Float(fade))
            return share * share * (3 - 2 * share)
        }
    }

    private static func gaussian(_ count: Int) -> [Float] {
        (0..<count).map { index in
            let frequency = Float(signed(index, count)) / Float(count)
            return exp(-frequency * frequency / (2 * bandwidth * bandwidth))
        }
    }
}
