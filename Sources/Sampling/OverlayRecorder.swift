import Imaging
import Vocabulary

/// Draws and writes the overlays of one job, and remembers the first thing that went wrong.
///
/// A picture that can't be written spoils no measurement, so nothing here throws.
struct OverlayRecorder: ~Copyable {
    /// Why pictures are missing.
    private(set) var problem: String?
    private var overlay: Overlay
    private var file: OverlayFile

    /// Prepares for a job's pictures.
    init(_ request: OverlayRequest, outline: ZoneOutline?) {
        overlay = Overlay(outline: outline)
        file = OverlayFile(request)
    }

    /// Draws a frame, with its mask where it has one, and against its labels where there are any.
    mutating func show(
        _ frame: borrowing Frame, mask: borrowing Mask, hasMask: Bool, in zone: borrowing Zone,
        labels: borrowing LabelSheet?
    ) {
        guard problem == nil else { return }
        if hasMask {
            overlay.show(frame, mask: mask, in: zone, labels: labels)
        } else {
            overlay.show(frame, in: zone)
        }
    }

    /// Writes the frame shown last, with its measurement.
    mutating func record(_ measurement: SamplingReport.Measurement) {
        guard problem == nil else { return }
        overlay.caption(measurement)
        do throws(OverlayError) {
            try file.add(overlay.picture.frame)
        } catch {
            problem = error.description
        }
    }

    /// Completes the file.
    mutating func finish() {
        guard problem == nil else { return }
        do throws(OverlayError) {
            try file.finish(overlay.picture.frame)
        } catch {
            problem = error.description
        }
    }
}
