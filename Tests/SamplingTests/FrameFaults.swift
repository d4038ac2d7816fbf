import Imaging
import Video
import Vocabulary

/// Ways to spoil a frame, as weather, dirt, vandals, encoders and networks do.
enum FrameFault: String, CaseIterable, Sendable {
    case none, smallShift, largeShift, otherPlace, fog, denseFog, outOfFocus, covered,
        coveredByCloth
    case blocks, emptyHalf, smear, downpour, glare, overexposed, dark, grey

    /// Why the gate should refuse such a frame; `nil` when it should let it pass.
    var reason: GapReason? {
        switch self {
        case .none, .smallShift: nil
        case .largeShift: .moved
        case .otherPlace: .sceneChanged
        case .fog, .denseFog, .outOfFocus: .blurred
        case .covered, .coveredByCloth: .blocked
        case .blocks, .emptyHalf, .smear: .compression
        case .downpour: .rain
        case .glare: .glare
        case .overexposed: .overexposed
        case .dark: .black
        case .grey: .noColour
        }
    }

    /// Spoils a frame.
    ///
    /// - Parameters:
    ///   - zone: The water, which glare lies on.
    ///   - seed: Differs from frame to frame.
    func spoil(_ frame: inout Frame, zone: borrowing Zone, seed: Int) {
        let (width, height) = (frame.width, frame.height)
        switch self {
        case .none: break
        case .smallShift: frame.shift(right: width / 160, down: 0)
        case .largeShift: frame.shift(right: width / 32, down: height / 60 * 2)
        case .otherPlace: frame.mirror()
        case .fog: frame.veil(0.7)
        case .denseFog: frame.veil(0.95)
        case .outOfFocus: frame.blur(radius: max(2, width / 160))
        case .covered: frame.cover { _, _ in 45 }
        case .coveredByCloth: frame.cover { x, y in 40 + (x * 30 / width + y * 20 / height) }
        case .blocks: frame.average(block: 8)
        case .emptyHalf:
            for y in height / 2..<height { frame.setRow(y) { _ in 128 } }
            frame.setChroma(rows: height / 4..<frame.blueDifference.height, to: 128)
        case .smear:
            let rows = frame.copyOfRow(height / 3)
            for y in height / 3..<height { frame.setRow(y) { rows[$0] } }
        case .downpour: frame.rain(streaksPerMegapixel: 12_000, seed: seed)
        case .glare:
            for run in zone.runs {
                for x in run.columns where x < run.columns.lowerBound + run.columns.count * 3 / 5 {
                    frame.setPixel(x, run.row, luma: 250)
                }
            }
        case .overexposed: frame.changeLuma { min(255, 190 + $0 / 2) }
        case .dark: frame.changeLuma { $0 / 10 }
        case .grey: frame.setChroma(rows: 0..<frame.blueDifference.height, to: 128)
        }
    }
}

extension Frame {
    fileprivate mutating func changeLuma(_ change: (Int) -> Int) {
        for y in 0..<height { for x in 0..<width { luma[x, y] = UInt8(change(Int(luma[x, y]))) } }
    }

    fileprivate mutating func setRow(_ y: Int, _ value: (Int) -> UInt8) {
        for x in 0..<width { luma[x, y] = value(x) }
    }

    fileprivate func copyOfRow(_ y: Int) -> [UInt8] { (0..<width).map { luma[$0, y] } }

    fileprivate mutating func setChroma(rows: Range<Int>, to value: UInt8) {
        for y in rows {
            for x in 0..<blueDifference.width {
                (blueDifference[x, y], redDifference[x, y]) = (value, value)
            }
        }
    }

    fileprivate mutating func setPixel(_ x: Int, _ y: Int, luma value: UInt8) {
        for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)]
        where 2 * x + dx < width && 2 * y + dy < height { luma[2 * x + dx, 2 * y + dy] = value }
        (blueDifference[x, y], redDifference[x, y]) = (128, 128)
    }

    fileprivate mutating func cover(_ value: (Int, Int) -> Int) {
        for y in 0..<height { setRow(y) { UInt8(value($0, y)) } }
        setChroma(rows: 0..<blueDifference.height, to: 120)
    }

    fileprivate mutating func veil(_ share: Double) {
        changeLuma { Int(Double($0) * (1 - share) + 190 * share) }
        for y in 0..<blueDifference.height {
            for x in 0..<blueDifference.width {
                blueDifference[x, y] = UInt8(
                    128 + (Double(blueDifference[x, y]) - 128) * (1 - share))
                redDifference[x, y] = UInt8(
                    128 + (Double(redDifference[x, y]) - 128) * (1 - share))
            }
        }
    }

    fileprivate mutating func shift(right: Int, down: Int) {
        luma.shift(right: right, down: down)
        blueDifference.shift(right: right / 2, down: down / 2)
        redDifference.shift(right: right / 2, down: down / 2)
    }

    fileprivate mutating func mirror() {
        luma.mirror()
        blueDifference.mirror()
        redDifference.mirror()
    }

    fileprivate mutating func blur(radius: Int) {
        for _ in 0..<2 { luma.blur(radius: radius) }
    }

    fileprivate mutating func average(block: Int) {
        for top in stride(from: 0, to: height, by: block) {
            for left in stride(from: 0, to: width, by: block) {
                let rows = top..<min(top + block, height)
                let columns = left..<min(left + block, width)
                var sum = 0
                for y in rows { for x in columns { sum += Int(luma[x, y]) } }
                let mean = UInt8(sum / (rows.count * columns.count))
                for y in rows { for x in columns { luma[x, y] = mean } }
            }
        }
    }

    fileprivate mutating func rain(streaksPerMegapixel: Int, seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for _ in 0..<streaksPerMegapixel * width * height / 1_000_000 {
            let (x, top, length) = (next(width), next(height), height / 20 + next(height / 20))
            for y in top..<min(top + length, height) {
                luma[x, y] = UInt8((Int(luma[x, y]) * 2 + 225) / 3)
            }
        }
    }
}

extension Plane {
    fileprivate mutating func rearrange(_ source: (Int, Int) -> (x: Int, y: Int)) {
        var copy = Plane(width: width, height: height)
        for y in 0..<height {
            for x in 0..<width {
                let from = source(x, y)
                copy[x, y] = self[min(max(from.x, 0), width - 1), min(max(from.y, 0), height - 1)]
            }
        }
        self = copy
    }

    fileprivate mutating func shift(right: Int, down: Int) {
        rearrange { ($0 - right, $1 - down) }
    }

    fileprivate mutating func mirror() {
        let last = width - 1
        rearrange { (last - $0, $1) }
    }

    fileprivate mutating func blur(radius: Int) {
        for isAcross in [true, false] {
            var copy = Plane(width: width, height: height)
            for y in 0..<height {
                for x in 0..<width {
                    var sum = 0
                    for offset in -radius...radius {
                        let other = isAcross ? (x + offset, y) : (x, y + offset)
                        sum += Int(
                            self[
                                min(max(other.0, 0), width - 1), min(max(other.1, 0), height - 1)])
                    }
                    copy[x, y] = UInt8(sum / (2 * radius + 1))
                }
            }
            self = copy
        }
    }
}
