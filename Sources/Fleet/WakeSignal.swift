import Synchronization

/// Lets a loop sleep until something happens or a time has passed, whichever comes first.
///
/// A signal that comes while nobody waits is kept for the next wait; several are one.
package final class WakeSignal: Sendable {
    private struct State {
        var isSignalled = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    package init() {}

    /// Wakes the loop that waits, or the next one that will.
    package func signal() {
        let waiter = state.withLock { state in
            defer { state.waiter = nil }
            state.isSignalled = state.waiter == nil
            return state.waiter
        }
        waiter?.resume()
    }

    /// Waits for a signal, for `interval` at most; ends at once when the task is cancelled.
    ///
    /// One loop may wait at a time.
    package func wait(atMost interval: Duration, by time: any TimeSource) async {
        await withTaskGroup { alarm in
            alarm.addTask {
                guard (try? await time.sleep(for: interval)) != nil else { return }
                self.signal()
            }
            await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    let isDue = state.withLock { state in
                        if !state.isSignalled { state.waiter = continuation }
                        defer { state.isSignalled = false }
                        return state.isSignalled
                    }
                    if isDue { continuation.resume() }
                }
            } onCancel: {
                signal()
            }
            alarm.cancelAll()
        }
    }
}
