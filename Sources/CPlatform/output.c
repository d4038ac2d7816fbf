#include "CPlatform.h"

#include <errno.h>
#include <unistd.h>

bool duckweed_write_all(int descriptor, const char *text, size_t length) {
    while (length > 0) {
        ssize_t count = write(descriptor, text, length);
        if (count < 0 && errno != EINTR) return false;
        if (count <= 0) continue;
        text += count;
        length -= (size_t)count;
    }
    return true;
}
