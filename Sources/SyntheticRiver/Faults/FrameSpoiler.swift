import Imaging

/// Faults that happen after the sensor: in the encoder and on the way.
enum FrameSpoiler {
    static func spoil(_ frame: inout Frame, by fault: CameraFault, random: inout SplitMix64) {
        switch fault {
        case .compression: coarsen(&frame, random: &random)
        case .packetLoss: loseBlocks(of: &frame, random: &random)
        default: break
        }
    }

    /// Blocks of 8×8 that keep their mean and a slope, in coarse steps: what is left of a picture
    /// that has to fit into far too few bits.
    private static func coarsen(_ frame: inout Frame, random: inout SplitMix64) {
        let step = Int(random.uniform(10, 20))
        flatten(&frame.luma, side: 8, step: step)
        flatten(&frame.blueDifference, side: 8, step: step / 4)
        flatten(&frame.redDifference, side: 8, step: step / 4)
    }

    private static func flatten(_ plane: inout Plane, side: Int, step: Int) {
        for top in stride(from: 0, to: plane.height, by: side) {
            for left in stride(from: 0, to: plane.width, by: side) {
                let rows = top..<min(plane.height, top + side)
                let columns = left..<min(plane.width, left + side)
                var (sum, tiltX, tiltY) = (0, 0, 0)
                for y in rows {
                    for x in columns {
                        let value = Int(plane[x, y])
                        sum += value
                        tiltX += x - left < side / 2 ? -value : value
                        tiltY += y - top < side / 2 ? -value : value
                    }
                }
                let count = rows.count * columns.count
                func rounded(_ value: Int) -> Int {
                    (abs(value) + step / 2) / step * step * value.signum()
                }
                let mean = rounded(sum / count)
                let (slopeX, slopeY) = (rounded(tiltX / count), rounded(tiltY / count))
                for y in rows {
                    for x in columns {
                        let value =
                            mean + (x - left < side / 2 ? -slopeX : slopeX)
                            + (y - top < side / 2 ? -slopeY : slopeY)
                        plane[x, y] = UInt8(max(0, min(255, value)))
                    }
                }
            }
        }
    }

    /// Slices from some macroblock on are grey, or repeat the row of blocks above them.
    private static func loseBlocks(of frame: inout Frame, random: inout SplitMix64) {
        let (columns, rows) = (frame.width / 16, frame.height / 16)
        for row in 1..<rows where random.chance(0.5) {
            let first = Int(random.unit() * Float(columns) * 0.6)
            let isGrey = random.chance(0.45)
            for y in row * 16..<row * 16 + 16 {
                for x in first * 16..<columns * 16 {
                    frame.luma[x, y] = isGrey ? 128 : frame.luma[x, row * 16 - 1]
                    guard x % 2 == 0, y % 2 == 0 else { continue }
                    let (across, down, above) = (x / 2, y / 2, row * 8 - 1)
                    frame.blueDifference[across, down] =
                        isGrey ? 128 : frame.blueDifference[across, above]
                    frame.redDifference[across, down] =
                        isGrey ? 128 : frame.redDifference[across, above]
                }
            }
        }
    }
}
