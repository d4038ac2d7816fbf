#include "CPlatform.h"

#include <signal.h>

void duckweed_ignore_broken_pipes(void) { signal(SIGPIPE, SIG_IGN); }
