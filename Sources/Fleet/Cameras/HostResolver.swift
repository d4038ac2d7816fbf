import CPlatform
import Foundation

/// Asks the system's name service for the addresses of a host.
///
/// The call blocks, so it has a thread of its own for each question; numeric addresses, which is
/// what most sites give, come back without one.
struct HostResolver: Sendable {
    /// Numeric addresses in the name service's order; none when the host is not known.
    func addresses(of host: String) async -> [String] {
        if let numeric = Self.ask(host, numericOnly: true).first { return [numeric] }
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(returning: Self.ask(host, numericOnly: false))
            }
        }
    }

    private static func ask(_ host: String, numericOnly: Bool) -> [String] {
        var text = [CChar](repeating: 0, count: 4096)
        guard duckweed_resolve_host(host, numericOnly, &text, text.count) else { return [] }
        let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
