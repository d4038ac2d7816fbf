package import Vocabulary

/// The words on an overlay.
package enum OverlayText {
    /// `23.4 %`.
    package static func percent(_ share: Double) -> String {
        let tenths = Int((min(1, max(0, share)) * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }

    /// `labelled 17.7 %, IoU 81.0 %`: how a mask agrees with its labels.
    static func agreement(_ comparison: LabelComparison) -> String {
        let parts = [
            comparison.truth.map { "labelled \(percent($0))" },
            comparison.intersectionOverUnion.map { "IoU \(percent($0))" },
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    /// `2026-07-01 12:30`, in UTC.
    package static func recordedTime(secondsSinceEpoch seconds: Double) -> String {
        guard let time = Timestamp(secondsSinceEpoch: seconds) else { return "" }
        return String(time.description.prefix(16)).replacing("T", with: " ")
    }

    /// `12:05.0`: minutes, seconds and tenths.
    package static func mediaTime(seconds: Double) -> String {
        let tenths = Int((min(1e9, max(0, seconds)) * 10).rounded())
        let rest = tenths % 600
        let padding = rest < 100 ? "0" : ""
        return "\(tenths / 600):\(padding)\(rest / 10).\(rest % 10)"
    }

    /// When the frame was captured, as well as the source says it.
    package static func time(of measurement: SamplingReport.Measurement) -> String {
        if let time = measurement.recordedTime {
            return recordedTime(secondsSinceEpoch: time.secondsSinceEpoch)
        }
        return measurement.mediaSeconds.map(mediaTime) ?? ""
    }

    /// `zone outside picture` for `zoneOutsidePicture`.
    package static func words(_ reason: GapReason) -> String {
        reason.rawValue.reduce(into: "") { words, character in
            words += character.isUppercase ? " \(character.lowercased())" : String(character)
        }
    }
}
