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
    /// - Returns: One outcome for each completion, in their order.
    /// - Throws: ``StoreError`` when the disk or the database fails; then nothing was written.
    public func commit(
        _ completions: [Completion], at now: Timestamp
    ) async throws(StoreError) -> [CommitOutcome] {
        let prepared = completions.map { completion in
            Result { try PreparedCompletion(completion) }
        }
        return try await write { database in
            try prepared.map { prepared in
                switch prepared {
                case .success(let prepared): try Self.keep(prepared, at: now, in: database)
                case .failure(let mistake): .refused(reason: "\(mistake)")
                }
            }
        }
    }

    private static func keep(
        _ prepared: PreparedCompletion, at now: Timestamp, in database: Database
    ) throws -> CommitOutcome {
        guard try isOpen(prepared.completion.claim, in: database) else { return .fenced }
        var tally = CommitTally()
        do {
            try database.inSavepoint {
                try insertObservations(of: prepared, into: database, tally: &tally)
                try insertAlerts(prepared.alerts, at: now, into: database, tally: &tally)
                try updateCamera(prepared, tally: tally, in: database)
                if let scene = prepared.scene {
                    try keepScene(scene, of: prepared.completion.claim, in: database)
                }
                return .commit
            }
        } catch let error as DatabaseError where error.isAboutRecord {
            return .refused(reason: error.message ?? "a constraint of the schema")
        }
        return .committed(duplicates: tally.duplicates)
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
                    sample.visibleShare, sample.areaSquareMetres, sample.sigmaLogit,
                    sample.frames, sample.model,
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
            "newSamples": tally.samples,
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
            (camera, time, coverage, visible_share, area_m2, sigma_logit, frames, model)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (camera, time) DO NOTHING
        """

    private static let insertGap = """
        INSERT INTO gap (camera, time, reason, detail)
        VALUES (?, ?, ?, ?) ON CONFLICT (camera, time) DO NOTHING
        """

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
