import SiteConfiguration
import Testing

@Suite("A camera's address is checked")
struct NetworkPolicyTests {
    @Test(
        "without a list, all but suspect addresses are allowed",
        arguments: [
            ("10.1.2.3", true), ("192.168.0.7", true), ("203.0.113.9", true), ("fd00::7", true),
            ("2001:db8::1", true), ("127.0.0.1", false), ("127.255.0.1", false),
            ("169.254.169.254", false), ("100.100.100.200", false), ("0.0.0.0", false),
            ("224.0.0.1", false), ("255.255.255.255", false), ("::1", false), ("::", false),
            ("fe80::1", false), ("febf::1", false), ("fec0::1", true), ("ff02::1", false),
            ("fd00:ec2::254", false), ("::ffff:127.0.0.1", false), ("::ffff:7f00:1", false),
            ("::ffff:10.1.2.3", true), ("::127.0.0.1", false),
        ])
    func standard(address: String, isAllowed: Bool) {
        #expect(NetworkPolicy.standard.contains(address: address) == isAllowed)
    }

    @Test(
        "with a list, only its networks are allowed",
        arguments: [
            ("10.1.2.3", true), ("10.255.255.255", true), ("11.0.0.0", false),
            ("9.255.255.255", false),
            ("127.0.0.1", true), ("127.0.0.2", false), ("::ffff:10.0.0.1", true),
            ("fd00:1::9", true), ("fd00:2::9", false), ("::1", false),
        ])
    func list(address: String, isAllowed: Bool) {
        let policy = NetworkPolicy(
            allow: ["10.0.0.0/8", "127.0.0.1", "fd00:1::/32"].compactMap(IPNetwork.init))
        #expect(policy.allow?.count == 3)
        #expect(policy.contains(address: address) == isAllowed)
    }

    @Test("an empty list allows nothing, /0 allows its family")
    func extremes() throws {
        #expect(!NetworkPolicy(allow: []).contains(address: "10.1.2.3"))
        let all = NetworkPolicy(allow: [try #require(IPNetwork("0.0.0.0/0"))])
        #expect(all.contains(address: "203.0.113.9"))
        #expect(!all.contains(address: "2001:db8::1"))
        let all6 = NetworkPolicy(allow: [try #require(IPNetwork("::/0"))])
        #expect(all6.contains(address: "2001:db8::1"))
    }

    @Test(
        "what is not a numeric address is not allowed",
        arguments: [
            "", "lock-3.example", "10.1.2", "10.1.2.3.4", "010.1.2.3", "10.1.2.256", "10.1.2.3 ",
            "127.1", "2130706433", "0x7f.0.0.1", "+1.2.3.4", ":", ":::", "1::2::3", "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9", "::1%eth0", "fffff::", "::10.1.2", "1:2:3:4:5:6:7::8", "-1::",
            "１0.1.2.3",
        ])
    func notAnAddress(text: String) {
        #expect(IPAddress(text) == nil)
        #expect(!NetworkPolicy.standard.contains(address: text))
    }

    @Test(
        "addresses are read and written",
        arguments: [
            ("10.1.2.3", "10.1.2.3"), ("::", "0:0:0:0:0:0:0:0"), ("::1", "0:0:0:0:0:0:0:1"),
            ("1::", "1:0:0:0:0:0:0:0"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
            ("FD00:A::b", "fd00:a:0:0:0:0:0:b"), ("64:ff9b::10.1.2.3", "64:ff9b:0:0:0:0:a01:203"),
            ("::ffff:10.1.2.3", "10.1.2.3"),
        ])
    func description(text: String, written: String) {
        #expect(IPAddress(text)?.description == written)
    }
}
