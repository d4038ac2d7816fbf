import Dispatch
import Glibc
import PixelKernels
import Sampling
import Segmentation
import Synchronization
import Vocabulary

/// Threads that carry out jobs, started as they are first needed and kept.
///
/// A job waits for a camera most of its time, so it needs a thread that may block: never one of
/// the cooperative pool.
final class WorkerPool: Sendable {
    private struct State {
        var waiting: [SamplingJob] = []
        /// Jobs that wait or are carried out.
        var jobCount = 0
        var threadCount = 0
    }

    private let countMax: Int
    private let model: VegetationModel
    private let kernels: KernelLevel
    private let fault: InjectedFault?
    private let reports: ReportStream
    private let state = Mutex(State())
    /// Counts the jobs that wait for a thread.
    private let arrivals = DispatchSemaphore(value: 0)
    /// Counts the jobs that may still be taken on.
    private let vacancies: DispatchSemaphore

    /// Makes a pool without threads.
    init(
        countMax: Int, model: VegetationModel, kernels: KernelLevel, fault: InjectedFault?,
        to reports: ReportStream
    ) {
        self.countMax = countMax
        self.model = model
        self.kernels = kernels
        self.fault = fault
        self.reports = reports
        vacancies = DispatchSemaphore(value: 0)
        for _ in 0..<countMax { vacancies.signal() }
    }

    /// Takes on a job; waits while as many as there may be threads are under way.
    func submit(_ job: SamplingJob) {
        vacancies.wait()
        let needsThread = state.withLock { state in
            state.waiting.append(job)
            state.jobCount += 1
            return state.jobCount > state.threadCount
        }
        if needsThread { startThread() }
        arrivals.signal()
    }

    /// Waits until every job is done.
    func finish() {
        for _ in 0..<countMax { vacancies.wait() }
    }

    /// Where the system allows no further thread, those that there are must do.
    private func startThread() {
        if BlockingThread.start(named: "sampling", { [self] in work() }) {
            state.withLock { $0.threadCount += 1 }
        } else if state.withLock({ $0.threadCount }) == 0 {
            DiagnosticStream.write("no thread can be started; raise the limit of processes")
            exit(ProgramExit.unavailable.rawValue)
        }
    }

    private func work() {
        var engine = SamplingEngine(model: model, kernels: kernels)
        while true {
            let job = nextJob()
            fault?.strike(job)
            engine.run(job) { reports.write($0) }
            state.withLock { $0.jobCount -= 1 }
            vacancies.signal()
        }
    }

    private func nextJob() -> SamplingJob {
        while true {
            arrivals.wait()
            if let job = state.withLock({ $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }) {
                return job
            }
        }
    }
}
