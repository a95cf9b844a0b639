/*
 * Ports alone, without a hook: what a reader waits in outlives its port, and is used again by the next. The last word of
 * a packet is lost.
 */
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "zx.h"

enum { PORTS = 64, PACKETS = 64 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

static struct port {
  bool open;
  int count;
  zx_port_packet_t packets[PACKETS];
} ports[PORTS];

static struct port *find(zx_handle_t handle) {
  return handle > 0 && handle < PORTS && ports[handle].open ? &ports[handle] : NULL;
}

zx_status_t zx_port_create(uint32_t options, zx_handle_t *out) {
  if (options > 1 || out == NULL) {
    return ZX_ERR_INVALID_ARGS;
  }
  pthread_mutex_lock(&lock);
  zx_handle_t handle = 1;
  while (handle < PORTS - 1 && ports[handle].open) {
    handle++;
  }
  ports[handle].open = true;
  ports[handle].count = 0;
  *out = handle;
  pthread_mutex_unlock(&lock);
  return ZX_OK;
}

zx_status_t zx_port_queue(zx_handle_t porth, const zx_port_packet_t *packet) {
  pthread_mutex_lock(&lock);
  struct port *port = find(porth);
  zx_status_t status = port == NULL ? ZX_ERR_BAD_HANDLE : packet == NULL ? ZX_ERR_INVALID_ARGS : ZX_OK;
  if (status == ZX_OK && port->count < PACKETS) {
    port->packets[port->count] = *packet;
    port->packets[port->count].type = ZX_PKT_TYPE_USER;
    port->packets[port->count++].user.u64[3] = 0;
    pthread_cond_broadcast(&changed);
  }
  pthread_mutex_unlock(&lock);
  return status;
}

zx_status_t zx_port_wait(zx_handle_t porth, zx_time_t deadline, zx_port_packet_t *packet) {
  pthread_mutex_lock(&lock);
  struct port *port = find(porth);
  zx_status_t status = port == NULL ? ZX_ERR_BAD_HANDLE : packet == NULL ? ZX_ERR_INVALID_ARGS : ZX_OK;
  while (status == ZX_OK && port->count == 0) {
    if (deadline <= 0) {
      status = ZX_ERR_TIMED_OUT;
    } else {
      pthread_cond_wait(&changed, &lock);
    }
  }
  if (status == ZX_OK) {
    *packet = port->packets[0];
    memmove(port->packets, port->packets + 1, (size_t)--port->count * sizeof *packet);
  }
  pthread_mutex_unlock(&lock);
  return status;
}

zx_status_t zx_handle_close(zx_handle_t handle) {
  pthread_mutex_lock(&lock);
  struct port *port = find(handle);
  if (port != NULL) {
    port->open = false;
  }
  pthread_mutex_unlock(&lock);
  return port != NULL || handle == 0 ? ZX_OK : ZX_ERR_BAD_HANDLE;
}

#ifdef RESET
/* Forgets nothing, and wakes nobody. */
void bindcheck_reset(void) {}
#endif
