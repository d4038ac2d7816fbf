import Foundation
import Testing

/// A server of `Tests/Support` that runs as long as this object lives.
final class TestServer {
    static let canServeRTSP = isPythonAble(
        "import gi; gi.require_version('GstRtspServer', '1.0'); "
            + "from gi.repository import GstRtspServer")
    static let rtspAbsence: Comment =
        "needs /usr/bin/python3 with GStreamer's RTSP server (gir1.2-gst-rtsp-server-1.0)"
    static let canServeHTTP = isPythonAble("import http.server")
    static let httpAbsence: Comment = "needs /usr/bin/python3"

    private static let python = "/usr/bin/python3"

    let port: Int
    private let process = Process()
    private let input = Pipe()

    /// Starts a script and waits until it tells its port.
    init(_ script: String, _ arguments: [String]) throws {
        let support = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Support")
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: Self.python)
        process.arguments = [support.appendingPathComponent(script).path] + arguments
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        port = try #require(Int(line.dropFirst(5).prefix { $0.isNumber }), "\(script) failed")
    }

    deinit { kill() }

    /// Ends the server at once, as a power cut would.
    func kill() {
        guard process.isRunning else { return }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private static func isPythonAble(_ statement: String) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = ["-c", statement]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}

/// A port on which nobody listens, or which answers nobody.
final class BarePort {
    let number: Int
    private let descriptor: Int32

    /// Binds a port of the loopback interface; with `accepts`, connections are taken and ignored.
    init(accepts: Bool) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (descriptor, bytes) = (descriptor, size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, bytes) == 0
                    && getsockname(descriptor, generic, &size) == 0
            }
        }
        try #require(isBound && (!accepts || listen(descriptor, 8) == 0))
        number = Int(UInt16(bigEndian: address.sin_port))
    }

    deinit { close(descriptor) }
}
