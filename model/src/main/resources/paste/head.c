#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#if __has_include(<zircon/syscalls.h>)
#include <zircon/syscalls.h>
#include <zircon/syscalls/port.h>
#include <zircon/types.h>
#else
#include "zx.h"  // bindcheck's own declarations of the same calls
#endif

enum { SETTLE_MS = 100 };  // how long a call may run before it counts as blocked

typedef struct {
  atomic_bool done;
  zx_status_t status;
  zx_handle_t handle;
  zx_time_t timestamp;
  zx_port_packet_t packet;
} reply_t;

