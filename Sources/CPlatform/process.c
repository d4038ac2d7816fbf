#define _GNU_SOURCE
#include "CPlatform.h"

#include <pthread.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>

static int64_t nanoseconds_of(clockid_t clock) {
    struct timespec now;
    if (clock_gettime(clock, &now) != 0) return 0;
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int64_t duckweed_thread_cpu_nanoseconds(void) { return nanoseconds_of(CLOCK_THREAD_CPUTIME_ID); }

int64_t duckweed_monotonic_nanoseconds(void) { return nanoseconds_of(CLOCK_MONOTONIC); }

bool duckweed_forbid_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0; }

void duckweed_name_thread(const char *name) {
    char shortened[16] = {0};
    strncpy(shortened, name, sizeof shortened - 1);
    pthread_setname_np(pthread_self(), shortened);
}
