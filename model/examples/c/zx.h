/*
 * The calls that bindcheck judges, as C sees them: types, constants and signatures of the Zircon kernel's public interface.
 *
 * A shared object that exports these functions can be checked with `bindcheck check --target library:PATH`.
 * zx_event_create may be missing, and so may the hooks of bindcheck.h; calls that are missing are skipped and reported.
 */
#ifndef ZX_H
#define ZX_H

#include <assert.h>
#include <stdint.h>

typedef uint32_t zx_handle_t;
typedef int32_t zx_status_t;
typedef uint32_t zx_rights_t;
typedef int64_t zx_time_t; /* ns, of CLOCK_MONOTONIC */

#define ZX_HANDLE_INVALID ((zx_handle_t)0)
#define ZX_TIME_INFINITE INT64_MAX

#define ZX_OK 0
#define ZX_ERR_NO_MEMORY (-4)
#define ZX_ERR_INVALID_ARGS (-10)
#define ZX_ERR_BAD_HANDLE (-11)
#define ZX_ERR_WRONG_TYPE (-12)
#define ZX_ERR_BAD_STATE (-20)
#define ZX_ERR_TIMED_OUT (-21)
#define ZX_ERR_SHOULD_WAIT (-22)
#define ZX_ERR_CANCELED (-23)
#define ZX_ERR_NOT_FOUND (-25)
#define ZX_ERR_ALREADY_BOUND (-27)
#define ZX_ERR_ACCESS_DENIED (-30)

#define ZX_RIGHT_DUPLICATE (UINT32_C(1) << 0)
#define ZX_RIGHT_TRANSFER (UINT32_C(1) << 1)
#define ZX_RIGHT_READ (UINT32_C(1) << 2)
#define ZX_RIGHT_WRITE (UINT32_C(1) << 3)
#define ZX_RIGHT_SIGNAL (UINT32_C(1) << 12)
#define ZX_RIGHT_WAIT (UINT32_C(1) << 14)
#define ZX_RIGHT_INSPECT (UINT32_C(1) << 15)
#define ZX_RIGHT_SAME_RIGHTS (UINT32_C(1) << 31)

#define ZX_INTERRUPT_VIRTUAL UINT32_C(0x10) /* an option of zx_interrupt_create */
#define ZX_PORT_BIND_TO_INTERRUPT UINT32_C(1) /* an option of zx_port_create */

#define ZX_PKT_TYPE_USER UINT32_C(0)
#define ZX_PKT_TYPE_INTERRUPT UINT32_C(7)

typedef struct zx_packet_interrupt {
  zx_time_t timestamp;
  uint64_t reserved[3];
} zx_packet_interrupt_t;

typedef union zx_packet_user {
  uint64_t u64[4];
  uint32_t u32[8];
  uint16_t u16[16];
  uint8_t c8[32];
} zx_packet_user_t;

typedef struct zx_port_packet {
  uint64_t key;
  uint32_t type;
  zx_status_t status;
  union {
    zx_packet_user_t user;
    zx_packet_interrupt_t interrupt;
  };
} zx_port_packet_t;

static_assert(sizeof(zx_port_packet_t) == 48, "a packet has 48 bytes");

#ifdef __GNUC__
#pragma GCC visibility push(default)
#endif

zx_status_t zx_interrupt_create(zx_handle_t src_obj, uint32_t src_num, uint32_t options, zx_handle_t *out);
zx_status_t zx_interrupt_bind(zx_handle_t inth, zx_handle_t porth, uint64_t key, uint32_t options);
zx_status_t zx_interrupt_ack(zx_handle_t inth);
zx_status_t zx_interrupt_trigger(zx_handle_t inth, uint32_t options, zx_time_t timestamp);
zx_status_t zx_interrupt_destroy(zx_handle_t inth);
zx_status_t zx_interrupt_wait(zx_handle_t inth, zx_time_t *out_timestamp);

zx_status_t zx_port_create(uint32_t options, zx_handle_t *out);
zx_status_t zx_port_queue(zx_handle_t porth, const zx_port_packet_t *packet);
zx_status_t zx_port_wait(zx_handle_t porth, zx_time_t deadline, zx_port_packet_t *packet);

zx_status_t zx_handle_close(zx_handle_t handle);
zx_status_t zx_handle_duplicate(zx_handle_t handle, zx_rights_t rights, zx_handle_t *out);
zx_status_t zx_handle_replace(zx_handle_t handle, zx_rights_t rights, zx_handle_t *out);

zx_status_t zx_event_create(uint32_t options, zx_handle_t *out);

#ifdef __GNUC__
#pragma GCC visibility pop
#endif

#endif
