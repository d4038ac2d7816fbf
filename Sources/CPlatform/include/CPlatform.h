// What the program asks of the processor and the kernel that Swift has no name for.
#ifndef DUCKWEED_CPLATFORM_H
#define DUCKWEED_CPLATFORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor runs code built for x86-64-v3 (AVX2, BMI2, FMA and the rest of that
/// level). Always false on another architecture.
bool duckweed_cpu_has_x86_64_v3(void);

/// Nanoseconds of processor time that the calling thread has used.
int64_t duckweed_thread_cpu_nanoseconds(void);

/// Nanoseconds of the clock that nobody sets, from an arbitrary start: for deadlines, not for dates.
int64_t duckweed_monotonic_nanoseconds(void);

/// Makes sure that this process and its children never gain privileges, as from a set-user-id
/// program. Returns false when the kernel refuses.
bool duckweed_forbid_new_privileges(void);

/// Names the calling thread, for `top -H` and debuggers; longer names are cut to 15 bytes.
void duckweed_name_thread(const char *name);

/// Writes the numeric addresses of a host into `text`, each ended by a line end.
///
/// With `numeric_only` the host must be a numeric address and no name service is asked. Blocks
/// otherwise. Returns false when there is none.
bool duckweed_resolve_host(const char *host, bool numeric_only, char *text, size_t capacity);

/// Writes all of `text`, however often the kernel takes only some of it.
///
/// Returns false when the other end is closed or broken.
bool duckweed_write_all(int descriptor, const char *text, size_t length);

/// Makes a write into a pipe that nobody reads an error instead of the end of the program.
void duckweed_ignore_broken_pipes(void);

#endif
