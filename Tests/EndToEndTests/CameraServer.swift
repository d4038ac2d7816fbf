import Foundation
import Testing

/// A live camera: GStreamer's RTSP server on the loopback interface, playing a clip in a loop.
final class CameraServer {
    static let isAvailable: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [
            "-c",
            "import gi; gi.require_version('GstRtspServer', '1.0'); "
                + "from gi.repository import GstRtspServer",
        ]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()
    static let absence: Comment =
        "needs /usr/bin/python3 with GStreamer's RTSP server (gir1.2-gst-rtsp-server-1.0)"

    let port: Int
    private let process = Process()
    private let input = Pipe()

    /// Starts to play `clip`, a bare H.264 stream, and waits until the port is open.
    ///
    /// - Parameter port: `nil` takes a free one.
    init(clip: String, port: Int? = nil) throws {
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [
            Place.root.appending(path: "Tests/Support/rtsp-server.py").path(percentEncoded: false),
            clip, "--port", "\(port ?? 0)",
        ]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        self.port = try #require(Int(line.dropFirst(5).prefix { $0.isNumber }), "no port")
    }

    deinit { cutPower() }

    /// Ends the camera at once.
    func cutPower() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
