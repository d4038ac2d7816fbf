import Foundation
import Store
import StoreFixtures
import Testing
import Vocabulary

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct ReadOnlyTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test(
        "A store on a read-only file system is refused, and nothing is lost",
        .enabled(if: Mount.isAllowed, "mounting a file system needs root"))
    func readOnlyFileSystem() async throws {
        let mount = try Mount(options: "size=4m")
        let store = try SiteStore(directory: mount.path)
        try await store.commitAlerts(1)
        try store.close()
        try mount.remount("ro")
        expectReadOnly(mount.path)

        try mount.remount("rw")
        let again = try SiteStore(directory: mount.path)
        #expect(try await again.counts().samples == 1)
        try again.close()
    }

    @Test("A store that becomes read-only while it is open says so and takes nothing")
    func becomesReadOnly() async throws {
        let store = try SiteStore(directory: directory.path)
        try await store.registerExample(["lock-3"])
        let claim = try await store.claimOne(minute: 0)
        _ = try await store.pragma("query_only = 1")
        let error = await #expect(throws: StoreError.self) {
            try await store.commit([.example(claim, minute: 0)], at: .minute(0))
        }
        #expect(error?.kind == .readOnly)
        #expect(try await store.counts().samples == 0)
    }

    @Test(
        "A directory without the right to write is refused with the reason",
        .enabled(if: geteuid() != 0, "root may write in any directory"))
    func forbiddenDirectory() throws {
        chmod(directory.path, 0o555)
        defer { chmod(directory.path, 0o755) }
        expectReadOnly(directory.path)
    }

    private func expectReadOnly(_ directory: String) {
        let error = #expect(throws: StoreError.self) { _ = try SiteStore(directory: directory) }
        #expect(error?.kind == .readOnly)
        #expect(error?.exit == .unavailable)
        #expect(error?.message.contains(directory) == true)
    }
}
