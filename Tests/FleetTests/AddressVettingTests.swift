import Fleet
import SiteConfiguration
import Testing
import Vocabulary

@Suite("The address of a camera is found and checked before it is used")
struct AddressVettingTests {
    @Test("An address inside the site's networks is handed to the sampler as it was checked")
    func allowed() async throws {
        let vetting = AddressVetting(policy: try policy("127.0.0.0/8"))
        let vetted = try await vetting.vet(VideoSource(location: "rtsp://127.0.0.1:8554/a"))
        #expect(vetted.address == "127.0.0.1")
        #expect(vetted.location == "rtsp://127.0.0.1:8554/a")
    }

    @Test("An address outside them is refused with what to do about it")
    func refused() async throws {
        let vetting = AddressVetting(policy: try policy("10.0.0.0/8"))
        let failure = await failure(of: vetting, "rtsp://127.0.0.1/a")
        #expect(failure?.reason == .unreachable)
        #expect(failure?.message.contains("127.0.0.1") == true)
        #expect(failure?.message.contains("network.allow") == true)
    }

    @Test(
        "Without networks of its own a site still keeps off loopback and cloud metadata",
        arguments: ["127.0.0.1", "169.254.169.254", "[::1]", "0.0.0.0"])
    func standard(_ host: String) async {
        let vetting = AddressVetting(policy: .standard)
        #expect(await failure(of: vetting, "http://\(host)/snapshot.jpg") != nil)
    }

    @Test("A clip needs no address")
    func clip() async throws {
        let source = VideoSource(location: "Fixtures/clip.mp4")
        #expect(try await AddressVetting(policy: .standard).vet(source) == source)
    }

    private func policy(_ network: String) throws -> NetworkPolicy {
        NetworkPolicy(allow: [try #require(IPNetwork(network))])
    }

    private func failure(
        of vetting: AddressVetting, _ location: String
    ) async -> SamplingReport.Failure? {
        do {
            _ = try await vetting.vet(VideoSource(location: location))
            return nil
        } catch {
            return error
        }
    }
}
