import Foundation

/// The report as Markdown tables.
extension BenchReport {
    /// Costs, ratios and rates; a cost is the median, with the least in brackets.
    var tables: String {
        var lines = sizes.isEmpty ? [] : pictureTables
        lines += ["Judging and keeping, on one core:", ""]
        lines += filter.lines
        lines += judging.lines
        lines += backtest.lines
        return (lines + [""] + notes).joined(separator: "\n")
    }

    private var pictureTables: [String] {
        var lines = ["CPU milliseconds for one picture on one thread, whole picture as zone:", ""]
        lines += table(head: "median (least)", costRows)
        lines += [
            "", "Ratios of the least figures, which other work on the machine disturbs least:", "",
        ]
        lines += table(head: "", ratioRows)
        return lines + [""]
    }

    private var costRows: [[String]] {
        var rows: [[String]] = []
        for (index, build) in (sizes.first?.samplers ?? []).map(\.build).enumerated() {
            rows.append(row("this, \(build): one frame", sizes.map { $0.samplers[index].frame }))
            rows.append(
                row(
                    "this, \(build): each further frame of a burst",
                    sizes.map { $0.samplers[index].furtherFrame }))
        }
        let openCV = "OpenCV \(sizes.first?.openCV?.version ?? "(not there)")"
        rows += [
            row(
                "libavcodec: read and decode the keyframe", sizes.map { $0.samplers.first?.decode }),
            row("\(openCV): HSV, range, open, close, count", sizes.map(\.openCV?.hueRange)),
            row("the same, arrays kept", sizes.map(\.openCV?.hueRangeInPlace)),
            row("\(openCV) and NumPy: ExG, threshold, count", sizes.map(\.openCV?.excessGreen)),
            row("memcpy of the picture", sizes.map(\.copy)),
            ["kB in the keyframe"] + sizes.map { "\($0.keyframeBytes / 1000)" },
        ]
        return rows
    }

    private var ratioRows: [[String]] {
        let single = sizes.map { $0.samplers.first?.frame.minimumMilliseconds }
        let baseline = sizes.map { $0.samplers.dropFirst().first?.frame.minimumMilliseconds }
        let decode = sizes.map { $0.samplers.first?.decode.minimumMilliseconds }
        let hueRange = sizes.map(\.openCV?.hueRange.minimumMilliseconds)
        let inPlace = sizes.map(\.openCV?.hueRangeInPlace.minimumMilliseconds)
        let excessGreen = sizes.map(\.openCV?.excessGreen.minimumMilliseconds)
        return [
            ratio("this, milliseconds per megapixel", single, over: sizes.map(\.size.megapixels)),
            ratio("this / libavcodec", single, over: decode),
            ratio("OpenCV HSV / this", hueRange, over: single),
            ratio("OpenCV HSV, arrays kept / this", inPlace, over: single),
            ratio("OpenCV and NumPy ExG / this", excessGreen, over: single),
            ratio("this / memcpy", single, over: sizes.map(\.copy.minimumMilliseconds)),
            ratio("baseline / x86-64-v3", baseline, over: single),
        ]
    }

    private func row(_ name: String, _ timings: [Timing?]) -> [String] {
        [name]
            + timings.map { timing in
                guard let timing else { return "–" }
                return String(
                    format: "%.2f (%.2f)", timing.medianMilliseconds, timing.minimumMilliseconds)
            }
    }

    private func ratio(_ name: String, _ upper: [Double?], over lower: [Double?]) -> [String] {
        [name]
            + zip(upper, lower).map { upper, lower in
                guard let upper, let lower, lower > 0 else { return "–" }
                let quotient = upper / lower
                return String(format: quotient < 10 ? "%.2f" : "%.0f", quotient)
            }
    }

    private func table(head: String, _ rows: [[String]]) -> [String] {
        let head = [head] + sizes.map(\.size.description)
        let widths = head.indices.map { column in
            ([head] + rows).map { $0[column].count }.max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            let padded = zip(cells, widths).enumerated().map { column, cell in
                let space = String(repeating: " ", count: cell.1 - cell.0.count)
                return column == 0 ? cell.0 + space : space + cell.0
            }
            return "| " + padded.joined(separator: " | ") + " |"
        }
        let rule = widths.enumerated().map { column, width in
            String(repeating: "-", count: width + 1) + (column == 0 ? "-" : ":")
        }
        return [line(head), "|" + rule.joined(separator: "|") + "|"] + rows.map(line)
    }
}
