import Evaluation
import Foundation
import Vocabulary

/// An evaluation as a table for people: the worst pictures first, then the figures.
struct EvaluationTable: CustomStringConvertible {
    private let evaluation: Evaluation

    init(_ evaluation: Evaluation) { self.evaluation = evaluation }

    var description: String {
        var lines: [String] = []
        let positives = evaluation.positivesWorstFirst
        if !positives.isEmpty {
            lines.append(
                "with vegetation, worst first".padded(to: nameWidth)
                    + "     IoU  measured  labelled   error")
            lines += positives.map(positiveRow)
            lines.append("")
        }
        let negatives = evaluation.negativesWorstFirst
        if !negatives.isEmpty {
            lines.append(
                "without vegetation, worst first".padded(to: nameWidth) + "          measured")
            lines += negatives.map(negativeRow)
            lines.append("")
        }
        for result in evaluation.rejected {
            guard case .rejected(let reason, let detail) = result.outcome else { continue }
            lines.append("\(result.name): \(reason.rawValue), \(detail)")
        }
        if !evaluation.rejected.isEmpty { lines.append("") }
        return (lines + summary).joined(separator: "\n")
    }

    private var nameWidth: Int {
        max(31, evaluation.results.map(\.name.count).max() ?? 0)
    }

    private func positiveRow(_ result: PictureResult) -> String {
        let overlap = result.intersectionOverUnion.map { String(format: "%.3f", $0) } ?? "–"
        return result.name.padded(to: nameWidth) + overlap.aligned(8)
            + share(result.coverage).aligned(10) + share(result.truth).aligned(10)
            + (result.error.map { String(format: "%+.1f", $0 * 100) } ?? "").aligned(8)
    }

    private func negativeRow(_ result: PictureResult) -> String {
        result.name.padded(to: nameWidth) + share(result.coverage).aligned(18)
            + (result.kind == .debris ? "  debris" : "")
    }

    private func share(_ fraction: Double?) -> String { fraction.map(Figures.percent) ?? "–" }

    private var summary: [String] {
        let (found, foundIntervals) = (evaluation.positives, evaluation.positiveIntervals)
        let (unfounded, unfoundedIntervals) = (evaluation.negatives, evaluation.negativeIntervals)
        let enough = Figures.percent(PositiveFigures.truthMin)
        var lines = ["model \(evaluation.model ?? "unknown"); 95 % intervals in brackets"]
        if found.images > 0 {
            lines += [
                "\(Figures.count(found.images, "picture")) with vegetation",
                line(
                    "mean IoU (\(found.imagesWithIoU) with \(enough) or more)", found.iouMean,
                    foundIntervals.iouMean, decimal),
                line("pooled IoU", found.iouPooled, foundIntervals.iouPooled, decimal),
                line("pooled F1", found.f1, foundIntervals.f1, decimal),
                line(
                    "coverage, mean absolute error", found.coverageMAE, foundIntervals.coverageMAE,
                    points),
                line(
                    "coverage, bias", found.coverageBias, foundIntervals.coverageBias, signedPoints),
            ]
        }
        let calibrations = evaluation.results.compactMap(\.calibration)
        if !calibrations.isEmpty {
            lines.append(
                "  \(calibrations.count { $0.logit != nil }) of \(calibrations.count) corrected from "
                    + "clicks drawn from their labels")
        }
        if unfounded.images > 0 {
            lines += [
                "\(Figures.count(unfounded.images, "picture")) without",
                line(
                    "false coverage, mean", unfounded.falseCoverageMean,
                    unfoundedIntervals.falseCoverageMean, Figures.percent),
                line(
                    "false coverage, median", unfounded.falseCoverageMedian,
                    unfoundedIntervals.falseCoverageMedian, Figures.percent),
                line(
                    "false coverage, 95th percentile", unfounded.falseCoverageP95,
                    unfoundedIntervals.falseCoverageP95, Figures.percent),
            ]
        }
        lines.append("\(Figures.count(evaluation.rejected.count, "picture")) refused")
        return lines
    }

    private func line(
        _ name: String, _ value: Double?, _ interval: ClosedRange<Double>?,
        _ text: (Double) -> String
    ) -> String {
        var line = "  " + name.padded(to: 34) + (value.map(text) ?? "–").aligned(12)
        if let interval {
            line += "  [\(text(interval.lowerBound)), \(text(interval.upperBound))]"
        }
        return line
    }

    private func decimal(_ value: Double) -> String { String(format: "%.3f", value) }
    private func points(_ value: Double) -> String { String(format: "%.1f points", value) }
    private func signedPoints(_ value: Double) -> String { String(format: "%+.1f points", value) }
}

extension String {
    /// Filled up with spaces behind.
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - count))
    }

    /// Filled up with spaces in front.
    fileprivate func aligned(_ width: Int) -> String {
        String(repeating: " ", count: Swift.max(1, width - count)) + self
    }
}
