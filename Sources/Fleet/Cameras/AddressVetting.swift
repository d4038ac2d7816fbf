import FoundationEssentials
package import SiteConfiguration
package import Vocabulary

/// Finds the numeric address of a live camera and checks it against the site's camera networks.
///
/// The address that was checked is the one that the sampler connects to: a name can't resolve to
/// something else in between.
package struct AddressVetting: Sendable {
    private let policy: NetworkPolicy
    private let resolver = HostResolver()

    package init(policy: NetworkPolicy) { self.policy = policy }

    /// The source with its vetted address; a clip comes back as it is.
    package func vet(_ source: VideoSource) async throws(SamplingReport.Failure) -> VideoSource {
        guard source.isLive else { return source }
        guard let host = URL(string: source.location)?.host(percentEncoded: false), !host.isEmpty
        else {
            throw SamplingReport.Failure(
                reason: .unreachable,
                message: "the camera's url names no host; correct the site file")
        }
        let addresses = await resolver.addresses(of: host)
        guard !addresses.isEmpty else {
            throw SamplingReport.Failure(
                reason: .unreachable,
                message: "the host '\(host)' is not known to the name service")
        }
        guard let address = addresses.first(where: { policy.contains(address: $0) }) else {
            throw SamplingReport.Failure(
                reason: .unreachable,
                message: "'\(host)' is at \(addresses.joined(separator: ", ")), which is outside "
                    + "the site's camera networks; add its network to network.allow if it is right")
        }
        var vetted = source
        vetted.address = address
        return vetted
    }
}
