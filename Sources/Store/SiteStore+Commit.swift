public import Alerting
import GRDB
public import Vocabulary
import Watch

extension SiteStore {
    /// Keeps the results of a batch of cameras in one transaction, on the disk when this returns.
    ///
    /// A completion whose claim is no longer the camera's newest is fenced, one that does not fit
    /// the store is refused, and neither touches the others. What is there already (the same
    /// camera and capture time, the same event or message) is left as it is and counted.
    /// Waiting for the disk costs the same for one camera as for a hundred: commit in batches.
    ///
    /// Who is told of what the completions have led to is decided here too, by `policy` and by what
    /// stands in the store at that moment, and the messages are put into the outbox.
    ///
    /// - Returns: One outcome for each completion, in their order.
    /// - Throws: ``StoreError`` when the disk or the database fails; then nothing was written.
    public func commit(
        _ completions: [Completion], at now: Timestamp, by policy: NotificationPolicy
    ) async throws(StoreError) -> [CommitOutcome] {
        let prepared = completions.map { completion in
            Result { try PreparedCompletion(completion) }
        }
        return try await write { database in
            var desk = try TellingDesk(policy, at: now, in: database)
            let outcomes = try prepared.map { prepared -> CommitOutcome in
                switch prepared {
                case .success(let prepared): try Self.keep(prepared, &desk, in: database)
                case .failure(let mistake): .refused(reason: "\(mistake)")
                }
            }
            try desk.close()
            return outcomes
        }
    }

    private static func keep(
        _ prepared: PreparedCompletion, _ desk: inout TellingDesk, in database: Database
    ) throws -> CommitOutcome {
        guard try isOpen(prepared.completion.claim, in: database) else { return .fenced }
        let formerDesk = desk
        var tally = CommitTally()
        var alerts = CommittedAlerts.none
        do {
            try database.inSavepoint {
                try insertObservations(of: prepared, into: database, tally: &tally)
                alerts = try keepAlerts(of: prepared, &desk, in: database, tally: &tally)
                try updateCamera(prepared, tally: tally, in: database)
                if let scene = prepared.scene {
                    try keepScene(scene, of: prepared.completion.claim, in: database)
                }
                return .commit
            }
        } catch let error as DatabaseError where error.isAboutRecord {
            desk = formerDesk
            return .refused(reason: error.message ?? "a constraint of the schema")
        }
        return .committed(duplicates: tally.duplicates, alerts: alerts)
    }

    /// Judges the reach, writes what has become of alerts, and tells those who are to know.
    ///
    /// The reach comes first: its alert keeps those of its cameras back from the moment on at which
    /// it fires.
    private static func keepAlerts(
        of prepared: PreparedCompletion, _ desk: inout TellingDesk, in database: Database,
        tally: inout CommitTally
    ) throws -> CommittedAlerts {
        let completion = prepared.completion
        var alerts = CommittedAlerts.none
        if let membership = completion.reach {
            let events = try judge(membership, by: tally.newSamples, in: database)
            alerts.events += events
            if let time = completion.observations.last?.time {
                alerts.notices += try desk.tell(
                    events, of: .reach(membership.reach.id), tags: membership.reach.tags, at: time)
            }
        }
        let worthKeeping = try withoutIdleReminders(prepared.events, in: database)
        let events = try insert(worthKeeping, into: database)
        tally.duplicates += worthKeeping.count - events.count
        alerts.events += events
        if let time = completion.observations.last?.time ?? events.last?.time {
            alerts.notices += try desk.tell(
                events, of: .camera(completion.claim.camera), tags: completion.tags, at: time,
                inhibitedBy: completion.reach?.reach.id)
        }
        return alerts
    }

    private static func isOpen(_ claim: CameraClaim, in database: Database) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: "SELECT 1 FROM camera WHERE id = ? AND claim = ? AND slot IS NOT NULL")
        return try Int.fetchOne(statement, arguments: [claim.camera.rawValue, claim.number]) != nil
    }

    private static func insertObservations(
        of prepared: PreparedCompletion, into database: Database, tally: inout CommitTally
    ) throws {
        for observation in prepared.completion.observations {
            switch observation {
            case .sample(let sample):
                try database.cachedStatement(sql: insertSample).execute(arguments: [
                    sample.camera.rawValue, sample.time.nanosecondsSinceEpoch, sample.coverage,
                    sample.visibleShare, sample.areaSquareMetres, sample.areaSigmaSquareMetres,
                    sample.sigmaLogit, sample.frames, sample.model,
                ])
            case .gap(let gap):
                try database.cachedStatement(sql: insertGap).execute(arguments: [
                    gap.camera.rawValue, gap.time.nanosecondsSinceEpoch, gap.reason.rawValue,
                    gap.detail,
                ])
            }
            let isNew = database.changesCount == 1
            if isNew, let gap = observation.gap {
                try database.cachedStatement(sql: countGap).execute(arguments: [
                    gap.camera.rawValue, gap.reason.rawValue,
                ])
            }
            tally.count(observation, isNew: isNew)
        }
    }

    private static func updateCamera(
        _ prepared: PreparedCompletion, tally: CommitTally, in database: Database
    ) throws {
        let completion = prepared.completion
        let state = completion.finished ? .finished : tally.newest.map(CameraState.init(after:))
        try database.cachedStatement(sql: updateCamera).execute(arguments: [
            "id": completion.claim.camera.rawValue,
            "due": completion.nextDue.nanosecondsSinceEpoch,
            "position": completion.position,
            "finished": completion.finished,
            "watch": prepared.watch,
            "failures": completion.failuresInRow,
            "state": state?.rawValue,
            "observed": tally.newest != nil,
            "reason": tally.newest?.gap?.reason.rawValue,
            "detail": tally.newest?.gap?.detail,
            "sampled": tally.lastSampleTime?.nanosecondsSinceEpoch,
            "newSamples": tally.newSamples.count,
            "newRejected": tally.rejected,
            "newFailures": tally.failures,
        ])
    }
}

extension SiteStore {
    // `ON CONFLICT DO NOTHING` passes over the duplicate alone; `INSERT OR IGNORE` would also
    // pass over rows that break a CHECK or a NOT NULL.
    private static let insertSample = """
        INSERT INTO sample
            (camera, time, coverage, visible_share, area_m2, area_sigma_m2, sigma_logit, frames,
            model)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (camera, time) DO NOTHING
        """

    /// What was seen at last takes the place of a failure to see; nothing else replaces a gap.
    private static let insertGap = """
        INSERT INTO gap (camera, time, reason, detail)
        VALUES (?, ?, ?, ?) ON CONFLICT (camera, time)
        DO UPDATE SET reason = excluded.reason, detail = excluded.detail
        WHERE gap.reason IN (\(failures)) AND excluded.reason NOT IN (\(failures))
        """

    private static let failures = GapReason.allCases.filter { !$0.isRejectedFrame }
        .map { "'\($0.rawValue)'" }.joined(separator: ", ")

    private static let countGap = """
        INSERT INTO gap_total (camera, reason, total) VALUES (?, ?, 1)
        ON CONFLICT (camera, reason) DO UPDATE SET total = total + 1
        """

    private static let updateCamera = """
        UPDATE camera SET
            slot = NULL, begins_anew = 0, due_at = :due, position = :position, finished = :finished,
            watch = :watch, failures_in_row = :failures,
            state = coalesce(:state, state),
            last_reason = iif(:observed, :reason, last_reason),
            last_detail = iif(:observed, :detail, last_detail),
            last_sample_time = max(coalesce(:sampled, last_sample_time),
                coalesce(last_sample_time, :sampled)),
            samples_total = samples_total + :newSamples,
            rejected_total = rejected_total + :newRejected,
            failures_total = failures_total + :newFailures
        WHERE id = :id
        """
}
