/*
 * A kernel with events, ports and interrupts, under one lock.
 *
 * Nothing is ever left for a sleeping thread to find: who triggers an interrupt or queues a packet gives it to the thread that
 * has slept longest, and wakes it with its result in hand.
 *
 * Where the documents leave a choice, this kernel: delivers a trigger that came before the bind, at the bind; is armed by the bind;
 * keeps the first of several triggers; lets several threads wait for an interrupt; unbinds an interrupt that is destroyed, and asks
 * for ZX_RIGHT_WRITE to do so; releases the readers of a port that is closed; keeps a handle that could not be replaced; checks a
 * handle's type before its rights.
 */
#ifndef KERNEL_H
#define KERNEL_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#include "zx.h"

/* Every function below is called with the kernel locked, but for lock itself. */
void lock(void);
zx_status_t unlock(zx_status_t status); /* returns the status */

/* Memory of zeroes; the process ends where there is none. */
void *allocate(size_t size);

/* ---- objects ---- */

enum type { EVENT, PORT, INTERRUPT };

struct object {
  enum type type;
  unsigned handles;
  unsigned references; /* by handles, by sleepers, and to a port by bindings */
};

void retain(struct object *object);
void release(struct object *object); /* may free it */

/* Gives up the lock for a moment: what a fault does in the middle of a call. The caller goes on using the object. */
void let_others_run(struct object *object);

/* The object's last handle is gone. */
void port_closed(struct object *port);
void interrupt_closed(struct object *interrupt);

/* The object's last reference is gone. */
void port_free(struct object *port);

/* ---- handles ---- */

zx_status_t handle_find(zx_handle_t handle, enum type type, zx_rights_t rights, struct object **out);
zx_handle_t handle_add(struct object *object, zx_rights_t rights);
bool handle_exists(zx_handle_t handle);
void handles_clear(void);

/* ---- sleepers ---- */

struct sleeper {
  struct sleeper *next;
  struct object *on;
  pthread_t thread;
  pthread_cond_t woken;
  zx_time_t deadline;
  bool awake;
  zx_status_t status; /* what the call gives */
  union {
    zx_time_t timestamp;
    zx_port_packet_t packet;
  };
};

/* Sleeps until it is woken, or until the deadline with ZX_ERR_TIMED_OUT. */
void sleep_on(struct sleeper *self, struct object *object, zx_time_t deadline);

/* The thread that has slept longest on the object, or NULL. */
struct sleeper *sleeper_on(const struct object *object);

void wake(struct sleeper *sleeper, zx_status_t status);
void wake_all(const struct object *object, zx_status_t status);

/* Whether the deadline has passed. */
bool has_passed(zx_time_t deadline);

/* Whether the thread sleeps, and nobody has woken it. */
bool is_asleep(pthread_t thread);

/* ---- ports ---- */

bool port_is_bindable(const struct object *port);

/* Gives the packet to a reader or queues it; the source of a user packet is NULL. */
void port_deliver(struct object *port, const struct object *source, const zx_port_packet_t *packet);

/* Drops the unread packets of the source, and returns how many. */
unsigned port_drop(struct object *port, const struct object *source);

#endif
