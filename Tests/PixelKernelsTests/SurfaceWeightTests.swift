import PixelKernels
import Testing

@Suite struct SurfaceWeightTests {
    @Test("Marks are 1 where the first number is greater", arguments: widths)
    func greater(count: Int) {
        let first = CellRow.whole(count, within: 3, seed: 1)
        let second = CellRow.whole(count, within: 3, seed: 2)
        var marks = CellRow.empty(count)
        markGreater(first, than: second, count: count, into: &marks)
        #expect((0..<count).allSatisfy { marks[$0] == (first[$0] > second[$0] ? 1 : 0) })
        #expect(marks.isUntouched(from: count))
    }

    @Test("Sure cells weigh in full, others by their logit", arguments: widths)
    func weights(count: Int) {
        let logits = CellRow.whole(count, within: 6, seed: 1)
        let share = CellRow.positive(count, upTo: 1, seed: 2)
        let blue = CellRow.whole(count, within: 60, seed: 3)
        let red = CellRow.whole(count, within: 60, seed: 4)
        var (corrected, plants, plantGreen) = (
            CellRow.empty(count), CellRow.empty(count), CellRow.empty(count)
        )
        var (water, waterGreen) = (CellRow.empty(count), CellRow.empty(count))
        correctLogits(logits, slope: 0.5, offset: -0.25, count: count, into: &corrected)
        weighSurfaces(
            logits: corrected, share: share, blue: blue, red: red, count: count, plants: &plants,
            plantGreen: &plantGreen, water: &water, waterGreen: &waterGreen)
        let written = [corrected, plants, plantGreen, water, waterGreen]
        for cell in 0..<count {
            let corrected = 0.5 * logits[cell] - 0.25
            let plants = share[cell] * min(max(corrected / 2, 0), 1)
            let water = share[cell] * min(max(-corrected / 2, 0), 1)
            let green = -(blue[cell] + red[cell])
            let expected = [corrected, plants, plants * green, water, water * green]
            for (row, value) in zip(written, expected) { #expect(abs(row[cell] - value) < 1e-3) }
        }
        #expect(written.allSatisfy { $0.isUntouched(from: count) })
    }

    @Test("Green parts plants from water only where there is enough of both", arguments: widths)
    func greenEdge(count: Int) {
        let plants = CellRow.whole(count, within: 3, seed: 1).map { abs($0) }
        let water = CellRow.whole(count, within: 3, seed: 2).map { abs($0) }
        let plantGreen = CellRow.whole(count, within: 60, seed: 3)
        let waterGreen = CellRow.whole(count, within: 60, seed: 4)
        var middle = [Int16](repeating: 999, count: count + 3)
        var gain = middle
        findGreenEdge(
            plants: plants, plantGreen: plantGreen, water: water, waterGreen: waterGreen,
            weightMin: 1, differenceMin: 5, fullEvidence: 64, count: count, middle: &middle,
            gain: &gain)
        for cell in 0..<count {
            guard plants[cell] > 1, water[cell] > 1,
                plantGreen[cell] / plants[cell] - waterGreen[cell] / water[cell] > 5
            else {
                #expect(middle[cell] == 0 && gain[cell] == 0)
                continue
            }
            let plant = plantGreen[cell] / plants[cell]
            let open = waterGreen[cell] / water[cell]
            #expect(abs(Float(middle[cell]) - (plant + open) / 2) < 0.51)
            #expect(abs(Float(gain[cell]) - 128 / (plant - open)) < 0.51)
            #expect((0...31).contains(gain[cell]), "evidence must not overflow")
        }
        #expect(
            middle[count...].allSatisfy { $0 == 999 } && gain[count...].allSatisfy { $0 == 999 })
    }

    @Test("A middle beyond the codes is held")
    func greenEdgeHeld() {
        var (middle, gain) = ([Int16](repeating: 0, count: 2), [Int16](repeating: 0, count: 2))
        findGreenEdge(
            plants: [2, 2], plantGreen: [500, -400], water: [2, 2], waterGreen: [400, -500],
            weightMin: 1, differenceMin: 5, fullEvidence: 64, count: 2, middle: &middle,
            gain: &gain)
        #expect(middle == [127, -127])
    }

    @Test("Each number is repeated for four pixels", arguments: widths)
    func repeated(count: Int) {
        let cells = (0..<count).map { Int16($0 * 7 - 200) }
        var pixels = [Int16](repeating: 999, count: 4 * count + 5)
        repeatForPixels(cells, count: count, into: &pixels)
        #expect((0..<4 * count).allSatisfy { pixels[$0] == cells[$0 / 4] })
        #expect(pixels[(4 * count)...].allSatisfy { $0 == 999 })
    }

    @Test("A row beside that is not in the zone has nothing to say", arguments: widths)
    func blend(count: Int) {
        let own = CellRow.whole(count, within: 9, seed: 1)
        let other = CellRow.whole(count, within: 9, seed: 2)
        let share = CellRow.whole(count, within: 1, seed: 3).map { abs($0) }
        var blended = CellRow.empty(count)
        blendCellRows(
            own, other, otherShare: share, weight: 0.375, count: count, into: &blended)
        for cell in 0..<count {
            let expected =
                share[cell] > 0 ? 0.625 * own[cell] + 0.375 * other[cell] : own[cell]
            #expect(abs(blended[cell] - expected) < 1e-5)
        }
        #expect(blended.isUntouched(from: count))
    }

    @Test("Each figure falls into its bin, and cells out of the zone into none", arguments: widths)
    func bins(count: Int) {
        let values = (0..<count).map { Float($0 * 37 % 301) * 0.173 - 20 }
        let share = CellRow.positive(count, upTo: 1, seed: 2)
        var bins = [Int16](repeating: 999, count: count + 3)
        levelBins(
            values, share: share, shareAbove: 0.5, lowest: -4, binsPerUnit: 4, binCount: 64,
            count: count, into: &bins)
        for cell in 0..<count {
            let bin = Int16(min(max((values[cell] + 4) * 4, 0), 63))
            #expect(bins[cell] == (share[cell] > 0.5 ? bin : 64))
        }
        #expect(bins[count...].allSatisfy { $0 == 999 })
    }

    @Test("Logits are in whole steps, rounded towards 0 and held within ±16", arguments: widths)
    func steps(count: Int) {
        let logits = (0..<count).map { Float($0 * 37 % 101) * 0.41 - 20 }
        var steps = [Int16](repeating: 999, count: count + 3)
        stepLogits(logits, count: count, into: &steps)
        for cell in 0..<count {
            let held = min(max(logits[cell], -16), 16)
            #expect(steps[cell] == Int16(held * pixelLogitSteps))
        }
        #expect(steps[count...].allSatisfy { $0 == 999 })
    }

    @Test("The range of logits leaves out cells that are not in the zone", arguments: widths)
    func range(count: Int) {
        let logits = CellRow.whole(count, within: 90, seed: 1)
        let share = CellRow.whole(count, within: 1, seed: 2).map { abs($0) }
        let present = (0..<count).filter { share[$0] > 0 }.map { logits[$0] }
        let range = logitRange(logits, share: share, count: count)
        #expect(range.lower == present.min() ?? .infinity)
        #expect(range.upper == present.max() ?? -.infinity)
        #expect(greatest(logits, count: count) == max(0, logits.prefix(count).max() ?? 0))
    }

    @Test("Between the middles of cells the logit is interpolated", arguments: widths)
    func spread(count: Int) {
        // A vector of eight cells is read and written whole.
        let cells = CellRow.whole(count + 10, within: 15, seed: 1)
        let share = CellRow.whole(count + 10, within: 2, seed: 2).map { abs($0) }
        var pixels = [Int16](repeating: 999, count: 4 * count + 28)
        var reference = pixels
        cells.withUnsafeBufferPointer { cells in
            share.withUnsafeBufferPointer { share in
                guard let cells = cells.baseAddress, let share = share.baseAddress else { return }
                var (steps, present) = (
                    [Int16](repeating: 999, count: count + 10),
                    [Int16](repeating: 999, count: count + 10)
                )
                stepLogits(cells, count: count + 10, into: &steps)
                markPresent(share, count: count + 10, into: &present)
                steps.withUnsafeBufferPointer { steps in
                    present.withUnsafeBufferPointer { present in
                        guard let steps = steps.baseAddress, let present = present.baseAddress
                        else { return }
                        spreadCells(steps + 1, present: present + 1, count: count, into: &pixels)
                    }
                }
                spreadCellsScalar(cells + 1, share: share + 1, count: count, into: &reference)
            }
        }
        #expect(pixels.prefix(4 * count) == reference.prefix(4 * count))
        for pixel in 0..<4 * count {
            let cell = pixel / 4 + 1
            let (place, side) = (pixel % 4, pixel % 4 < 2 ? -1 : 1)
            let weight: Float = place == 0 || place == 3 ? 0.375 : 0.125
            let own = cells[cell]
            let beside = share[cell + side] > 0 ? cells[cell + side] : own
            let logit = own + weight * (beside - own)
            // Logits are in whole steps before they are interpolated.
            #expect(abs(Float(pixels[pixel]) - logit * pixelLogitSteps) <= 2)
        }
    }
}
