#include "call.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "json.h"
#include "zx.h"

/* What the members of a call's parameters are in C. */
static uint32_t u32(const char *params, const char *name) { return (uint32_t)json_number(params, name); }
static uint64_t u64(const char *params, const char *name) { return json_number(params, name); }
static int64_t i64(const char *params, const char *name) { return (int64_t)json_number(params, name); }

static void write_status(zx_status_t status, char *result) {
  snprintf(result, RESULT_SIZE, "{\"status\":%" PRId32 "}", status);
}

static void write_handle(zx_status_t status, const zx_handle_t *handle, char *result) {
  if (status != ZX_OK || handle == NULL) {
    write_status(status, result);
    return;
  }
  snprintf(result, RESULT_SIZE, "{\"status\":0,\"handle\":%" PRIu32 "}", *handle);
}

static void write_packet(const zx_port_packet_t *packet, char *result) {
  int length = snprintf(result, RESULT_SIZE,
                        "{\"status\":0,\"packet\":{\"type\":%" PRIu32 ",\"key\":\"%" PRIu64 "\",\"status\":%" PRId32 ",",
                        packet->type, packet->key, packet->status);
  char *rest = result + length;
  size_t size = RESULT_SIZE - (size_t)length;
  if (packet->type == ZX_PKT_TYPE_INTERRUPT) {
    snprintf(rest, size, "\"timestamp\":\"%" PRId64 "\"}}", packet->interrupt.timestamp);
  } else {
    const uint64_t *words = packet->user.u64;
    snprintf(rest, size, "\"payload\":[\"%" PRIu64 "\",\"%" PRIu64 "\",\"%" PRIu64 "\",\"%" PRIu64 "\"]}}", words[0], words[1],
             words[2], words[3]);
  }
}

static void interrupt_create(const char *params, char *result) {
  zx_handle_t handle;
  zx_handle_t *out = json_true(params, "null") ? NULL : &handle;
  write_handle(zx_interrupt_create(u32(params, "src_obj"), u32(params, "src_num"), u32(params, "options"), out), out, result);
}

static void interrupt_bind(const char *params, char *result) {
  write_status(zx_interrupt_bind(u32(params, "inth"), u32(params, "porth"), u64(params, "key"), u32(params, "options")), result);
}

static void interrupt_ack(const char *params, char *result) { write_status(zx_interrupt_ack(u32(params, "inth")), result); }

static void interrupt_trigger(const char *params, char *result) {
  write_status(zx_interrupt_trigger(u32(params, "inth"), u32(params, "options"), i64(params, "timestamp")), result);
}

static void interrupt_destroy(const char *params, char *result) {
  write_status(zx_interrupt_destroy(u32(params, "inth")), result);
}

static void interrupt_wait(const char *params, char *result) {
  zx_time_t timestamp;
  zx_time_t *out = json_true(params, "null") ? NULL : &timestamp;
  zx_status_t status = zx_interrupt_wait(u32(params, "inth"), out);
  if (status != ZX_OK || out == NULL) {
    write_status(status, result);
    return;
  }
  snprintf(result, RESULT_SIZE, "{\"status\":0,\"timestamp\":\"%" PRId64 "\"}", timestamp);
}

static void port_create(const char *params, char *result) {
  zx_handle_t handle;
  zx_handle_t *out = json_true(params, "null") ? NULL : &handle;
  write_handle(zx_port_create(u32(params, "options"), out), out, result);
}

static void port_queue(const char *params, char *result) {
  zx_port_packet_t packet = {.key = u64(params, "key"), .type = u32(params, "type"), .status = (zx_status_t)u32(params, "status")};
  json_numbers(params, "payload", packet.user.u64, 4);
  write_status(zx_port_queue(u32(params, "porth"), json_true(params, "null") ? NULL : &packet), result);
}

static void port_wait(const char *params, char *result) {
  zx_port_packet_t packet;
  zx_port_packet_t *out = json_true(params, "null") ? NULL : &packet;
  zx_status_t status = zx_port_wait(u32(params, "porth"), i64(params, "deadline"), out);
  if (status != ZX_OK || out == NULL) {
    write_status(status, result);
  } else {
    write_packet(out, result);
  }
}

static void handle_close(const char *params, char *result) { write_status(zx_handle_close(u32(params, "handle")), result); }

static void handle_duplicate(const char *params, char *result) {
  zx_handle_t handle;
  zx_handle_t *out = json_true(params, "null") ? NULL : &handle;
  write_handle(zx_handle_duplicate(u32(params, "handle"), u32(params, "rights"), out), out, result);
}

static void handle_replace(const char *params, char *result) {
  zx_handle_t handle;
  zx_handle_t *out = json_true(params, "null") ? NULL : &handle;
  write_handle(zx_handle_replace(u32(params, "handle"), u32(params, "rights"), out), out, result);
}

static void event_create(const char *params, char *result) {
  zx_handle_t handle;
  zx_handle_t *out = json_true(params, "null") ? NULL : &handle;
  write_handle(zx_event_create(u32(params, "options"), out), out, result);
}

#define CALLS(X)                                                                                                       \
  X(interrupt_create) X(interrupt_bind) X(interrupt_ack) X(interrupt_trigger) X(interrupt_destroy) X(interrupt_wait)    \
  X(port_create) X(port_queue) X(port_wait) X(handle_close) X(handle_duplicate) X(handle_replace)

#define QUOTED(call) "\"" #call "\","
#define ENTRY(call) {#call, call},

const char calls_in_json[] = "[" CALLS(QUOTED) "\"event_create\"]";

static const struct {
  const char *method;
  void (*make)(const char *params, char *result);
} calls[] = {CALLS(ENTRY) ENTRY(event_create)};

bool make_call(const char *method, const char *params, char result[RESULT_SIZE]) {
  for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
    if (strcmp(calls[i].method, method) == 0) {
      calls[i].make(params, result);
      return true;
    }
  }
  return false;
}
