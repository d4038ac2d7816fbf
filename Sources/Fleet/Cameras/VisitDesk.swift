import Logging
import SiteConfiguration
import Store
import Vocabulary
import Watch

/// Carries out visits: vets the address, has the sampler do the job, commits the result.
struct VisitDesk: Sendable {
    private let site: Site
    private let cameras: [CameraID: SiteCamera]
    private let reaches: SiteReaches
    private let vetting: AddressVetting
    private let samplers: SamplerPool
    private let commits: GroupCommit
    private let time: any TimeSource
    private let logger: Logger
    private let status: FleetStatus

    init(
        site: Site, samplers: SamplerPool, commits: GroupCommit, time: any TimeSource,
        logger: Logger, status: FleetStatus
    ) {
        self.site = site
        cameras = Dictionary(
            site.cameras.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        reaches = SiteReaches(of: site)
        vetting = AddressVetting(policy: site.network)
        self.samplers = samplers
        self.commits = commits
        self.time = time
        self.logger = logger
        self.status = status
    }

    /// Visits the claimed camera once.
    func visit(_ claim: CameraClaim) async {
        guard let camera = cameras[claim.camera] else { return }
        let visit = CameraVisit(
            site: site, camera: camera, claim: claim, reach: reaches.membership(of: camera.id))
        let completion: Completion
        do throws(SamplingReport.Failure) {
            let source = try await vetting.vet(camera.source)
            guard let outcome = await samplers.outcome(of: visit.job(source: source)) else {
                return  // The fleet stops; the camera is due again at the next start.
            }
            completion = visit.completion(of: outcome, at: time.now())
            note(outcome, of: camera)
        } catch {
            completion = visit.failed(error, at: time.now())
        }
        switch await commits.commit(completion) {
        case .committed(let duplicates, let alerts):
            announce(completion, alerts, duplicates: duplicates)
        case .fenced: CommitFenced(camera: claim.camera).emit(logger)
        case .refused(let reason): CommitRefused(camera: claim.camera, reason: reason).emit(logger)
        case nil: break
        }
    }

    /// Says what was committed; nothing is announced that is not durable.
    private func announce(
        _ completion: Completion, _ alerts: CommittedAlerts, duplicates: Int
    ) {
        for observation in completion.observations {
            switch observation {
            case .sample(let sample): SampleTaken(sample: sample).emit(logger)
            case .gap(let gap): SampleMissed(gap: gap).emit(logger)
            }
        }
        alerts.announce(by: logger)
        if completion.finished { ClipEnded(camera: completion.claim.camera).emit(logger) }
        status.update { $0.count(completion, alerts, duplicates: duplicates) }
    }

    private func note(_ outcome: SamplingOutcome, of camera: SiteCamera) {
        if let progress = outcome.measurements.last?.progress {
            status.update { $0.clipShares[camera.id] = progress }
        }
        guard outcome.end.damaged > 0 else { return }
        DamageSeen(job: outcome.job.id, packets: outcome.end.damaged).emit(logger)
    }
}
