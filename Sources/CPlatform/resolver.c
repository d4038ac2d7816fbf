#include "CPlatform.h"

#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

bool duckweed_resolve_host(const char *host, bool numeric_only, char *text, size_t capacity) {
    struct addrinfo hints = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM};
    hints.ai_flags = numeric_only ? AI_NUMERICHOST : AI_ADDRCONFIG;
    struct addrinfo *found = NULL;
    if (capacity == 0 || getaddrinfo(host, NULL, &hints, &found) != 0) return false;
    size_t used = 0;
    text[0] = 0;
    for (struct addrinfo *each = found; each != NULL; each = each->ai_next) {
        char address[NI_MAXHOST];
        if (getnameinfo(each->ai_addr, each->ai_addrlen, address, sizeof address, NULL, 0,
                        NI_NUMERICHOST) != 0) {
            continue;
        }
        int written = snprintf(text + used, capacity - used, "%s\n", address);
        if (written < 0 || (size_t)written >= capacity - used) {
            text[used] = 0;
            break;
        }
        used += (size_t)written;
    }
    freeaddrinfo(found);
    return used > 0;
}
