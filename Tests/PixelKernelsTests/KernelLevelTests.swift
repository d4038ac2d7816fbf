import PixelKernels
import Testing

@Suite struct KernelLevelTests {
    @Test("Only the word scalar forces the reference")
    func environment() {
        #expect(KernelLevel(environmentValue: "scalar") == .scalar)
        #expect(KernelLevel(environmentValue: "fast") == .fast)
        #expect(KernelLevel(environmentValue: "") == .fast)
        #expect(KernelLevel(environmentValue: nil) == .fast)
    }
}
