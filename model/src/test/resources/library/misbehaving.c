/* A library whose calls do nothing, but for one that misbehaves: -DCASE=... (and -DIS_...) says how. */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "zx.h"

enum {
  NOTHING,
  SEGMENTATION_FAULT,
  ABORTS,
  EXITS,
  SPINS,
  RECURSES,
  FLOODS_STDOUT,
  WRITES_PAST_THE_PACKET,
  WRITES_BEFORE_THE_PACKET,
  WRITES_ON_FAILURE,
  WRITES_TO_THE_QUEUED_PACKET,
  HANDLE_OF_64_BITS,
  LOSES_HALF_OF_THE_PAYLOAD,
  FREES_TWICE,
  ENDS_THE_THREAD,
  CRASHES_WHEN_LOADED,
  EXITS_WHEN_LOADED,
  HANGS_WHEN_LOADED,
  CRASHES_IN_RESET,
  HANGS_IN_RESET,
  LACKS_A_CALL,
  LACKS_EVERYTHING,
  LACKS_EVENTS,
};

static zx_port_packet_t queued;

static int recurse(volatile int *depth) {
  volatile char frame[4096];
  frame[0] = (char)*depth;
  (*depth)++;
  return recurse(depth) + frame[0];
}

static void spin(void) {
  for (volatile int i = 0;; i++) {
  }
}

__attribute__((constructor)) static void loaded(void) {
  switch (CASE) {
    case CRASHES_WHEN_LOADED: abort();
    case EXITS_WHEN_LOADED: _exit(0);
    case HANGS_WHEN_LOADED: spin();
  }
}

__attribute__((visibility("default"))) void bindcheck_reset(void) {
  switch (CASE) {
    case CRASHES_IN_RESET: *(volatile int *)8 = 1; break;
    case HANGS_IN_RESET: spin();
  }
}

#ifndef IS_LACKS_EVERYTHING
static zx_status_t create(zx_handle_t *out) {
  if (out == NULL) {
    return ZX_ERR_INVALID_ARGS;
  }
  *out = 1;
  return ZX_OK;
}

zx_status_t zx_interrupt_create(zx_handle_t src_obj, uint32_t src_num, uint32_t options, zx_handle_t *out) {
  (void)src_obj, (void)src_num, (void)options;
  return create(out);
}

zx_status_t zx_port_create(uint32_t options, zx_handle_t *out) {
  (void)options;
  if (CASE == HANDLE_OF_64_BITS) {
    memset(out, 0, 8);
  }
  return create(out);
}

zx_status_t zx_interrupt_bind(zx_handle_t inth, zx_handle_t porth, uint64_t key, uint32_t options) {
  (void)inth, (void)porth, (void)key, (void)options;
  return ZX_OK;
}

zx_status_t zx_interrupt_ack(zx_handle_t inth) {
  (void)inth;
  volatile int depth = 0;
  switch (CASE) {
    case SEGMENTATION_FAULT: *(volatile int *)8 = 1; break;
    case ABORTS: abort();
    case EXITS: exit(7);
    case SPINS: spin(); break;
    case RECURSES: return recurse(&depth);
    case ENDS_THE_THREAD: pthread_exit(NULL);
    case FLOODS_STDOUT:
      for (int i = 0; i < 100000; i++) {
        puts("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
      }
      break;
    case FREES_TWICE: {
      void *volatile memory = malloc(100);
      void *volatile again = memory;
      free(memory);
      free(again);
    }
  }
  return ZX_OK;
}

zx_status_t zx_interrupt_trigger(zx_handle_t inth, uint32_t options, zx_time_t timestamp) {
  (void)inth, (void)options, (void)timestamp;
  return ZX_OK;
}

zx_status_t zx_interrupt_destroy(zx_handle_t inth) {
  (void)inth;
  return ZX_OK;
}

zx_status_t zx_interrupt_wait(zx_handle_t inth, zx_time_t *out_timestamp) {
  (void)inth;
  *out_timestamp = 5;
  return CASE == WRITES_ON_FAILURE ? ZX_ERR_CANCELED : ZX_OK;
}

zx_status_t zx_port_queue(zx_handle_t porth, const zx_port_packet_t *packet) {
  (void)porth;
  queued = *packet;
  if (CASE == WRITES_TO_THE_QUEUED_PACKET) {
    ((zx_port_packet_t *)packet)->type = 3;
  }
  if (CASE == LOSES_HALF_OF_THE_PAYLOAD) {
    memset(&queued.user.u64[2], 0, 16);
  }
  return ZX_OK;
}

zx_status_t zx_port_wait(zx_handle_t porth, zx_time_t deadline, zx_port_packet_t *packet) {
  (void)porth, (void)deadline;
  *packet = queued;
  volatile char *bytes = (char *)packet;
  switch (CASE) {
    case WRITES_PAST_THE_PACKET: bytes[sizeof *packet] = 0; break;
    case WRITES_BEFORE_THE_PACKET: bytes[-1] = 0; break;
  }
  return ZX_OK;
}

zx_status_t zx_handle_close(zx_handle_t handle) {
  (void)handle;
  return ZX_OK;
}

zx_status_t zx_handle_duplicate(zx_handle_t handle, zx_rights_t rights, zx_handle_t *out) {
  (void)handle, (void)rights;
  return create(out);
}

#ifndef IS_LACKS_A_CALL
zx_status_t zx_handle_replace(zx_handle_t handle, zx_rights_t rights, zx_handle_t *out) {
  (void)handle, (void)rights;
  return create(out);
}
#endif

#ifndef IS_LACKS_EVENTS
zx_status_t zx_event_create(uint32_t options, zx_handle_t *out) {
  (void)options;
  return create(out);
}
#endif
#endif
