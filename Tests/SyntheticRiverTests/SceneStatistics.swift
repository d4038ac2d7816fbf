import Imaging
import SyntheticRiver

/// What cells of 8×8 luma pixels of a scene measure, by what they show.
struct SceneStatistics {
    /// One cell that shows one class alone.
    struct Cell {
        /// −(Cb + Cr), in codes.
        var greenness: Double
        /// Standard deviation of luma within the cell.
        var texture: Double
        /// Standard deviation of luma over the burst, mean of the cell's pixels.
        var flicker: Double
    }

    private(set) var cells: [SceneClass: [Cell]] = [:]

    /// Draws a burst of three pictures and measures it.
    init(_ scene: any LabelledScene) {
        var scene = scene
        var frame = Frame(width: scene.width, height: scene.height)
        let blocks = (columns: scene.width / 8, rows: scene.height / 8)
        let frames = 3
        var sums = [SIMD2<Double>](repeating: .zero, count: scene.width * scene.height)
        for _ in 0..<frames {
            scene.drawNext(into: &frame)
            for y in 0..<scene.height {
                for x in 0..<scene.width {
                    let luma = Double(frame.luma[x, y])
                    sums[y * scene.width + x] += SIMD2(luma, luma * luma)
                }
            }
        }
        let mask = scene.mask()
        for row in 0..<blocks.rows {
            for column in 0..<blocks.columns {
                let kind = mask[column * 8, row * 8]
                guard let kind = SceneClass(rawValue: kind) else { continue }
                let pixels = (0..<64).map { (x: column * 8 + $0 % 8, y: row * 8 + $0 / 8) }
                guard pixels.allSatisfy({ mask[$0.x, $0.y] == kind.rawValue }) else { continue }
                let green = pixels.map {
                    256 - Double(frame.blueDifference[$0.x / 2, $0.y / 2])
                        - Double(frame.redDifference[$0.x / 2, $0.y / 2])
                }
                let luma = pixels.map { Double(frame.luma[$0.x, $0.y]) }
                let flicker = pixels.map {
                    let mean = sums[$0.y * scene.width + $0.x] / Double(frames)
                    return max(0, mean.y - mean.x * mean.x).squareRoot()
                }
                cells[kind, default: []].append(
                    Cell(
                        greenness: Self.mean(green), texture: Self.deviation(luma),
                        flicker: Self.mean(flicker)))
            }
        }
    }

    static func mean(_ values: [Double]) -> Double {
        values.reduce(0, +) / Double(max(1, values.count))
    }

    static func deviation(_ values: [Double]) -> Double {
        let mean = mean(values)
        return Self.mean(values.map { ($0 - mean) * ($0 - mean) }).squareRoot()
    }

    /// The value that this share of the values lies below.
    static func quantile(_ values: [Double], _ share: Double) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return .nan }
        return sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
    }
}
