/* Interrupts: triggered by a call, read by a wait or, once bound, through a port. */
#include <stdlib.h>

#include "fault.h"
#include "kernel.h"

#define RIGHTS_OF_INTERRUPT                                                                                             \
  (ZX_RIGHT_TRANSFER | ZX_RIGHT_DUPLICATE | ZX_RIGHT_WAIT | ZX_RIGHT_INSPECT | ZX_RIGHT_READ | ZX_RIGHT_WRITE | \
   ZX_RIGHT_SIGNAL)

struct interrupt {
  struct object object;
  bool destroyed;
  struct object *port; /* NULL while unbound */
  uint64_t key;
  bool awaits_ack; /* a packet has gone out since the last ack */
  bool triggered;  /* a trigger is remembered */
  zx_time_t timestamp; /* of the trigger that is remembered */
  struct {
    bool waiting;   /* a thread counts as waiting */
    bool signalled; /* a signal came while no thread slept */
  } event;     /* of SLEEPS_ON */
  bool stale;  /* of CLOSE_SPARES: the bind forgot a trigger, and none has come since */
};

static zx_status_t find(zx_handle_t handle, zx_rights_t rights, struct interrupt **out) {
  struct object *object = NULL;
  zx_status_t status = handle_find(handle, INTERRUPT, rights, &object);
  *out = (struct interrupt *)object;
  return status;
}

/* Sends the packet of a trigger to the port. */
static void deliver(struct interrupt *interrupt, zx_time_t timestamp) {
  zx_port_packet_t packet = {.key = interrupt->key, .type = ZX_PKT_TYPE_INTERRUPT, .status = ZX_OK};
  packet.interrupt.timestamp = timestamp;
  interrupt->awaits_ack = true;
  port_deliver(interrupt->port, &interrupt->object, &packet);
}

static void remember(struct interrupt *interrupt, zx_time_t timestamp) {
  if (!interrupt->triggered) {
    interrupt->timestamp = timestamp;
  }
  interrupt->triggered = FAULT != ZERO_IS_NONE || interrupt->timestamp != 0;
}

zx_status_t zx_interrupt_create(zx_handle_t src_obj, uint32_t src_num, uint32_t options, zx_handle_t *out) {
  (void)src_num;
  lock();
  if ((options & ZX_INTERRUPT_VIRTUAL) == 0) { /* for hardware a resource is needed, and there is none */
    return unlock(handle_exists(src_obj) ? ZX_ERR_WRONG_TYPE : ZX_ERR_BAD_HANDLE);
  }
  if (options != ZX_INTERRUPT_VIRTUAL || out == NULL) {
    return unlock(ZX_ERR_INVALID_ARGS);
  }
  struct interrupt *interrupt = allocate(sizeof *interrupt);
  interrupt->object.type = INTERRUPT;
  *out = handle_add(&interrupt->object, RIGHTS_OF_INTERRUPT);
  return unlock(ZX_OK);
}

static zx_status_t bind(struct interrupt *interrupt, struct object *port, uint64_t key) {
  if (!port_is_bindable(port)) {
    return ZX_ERR_WRONG_TYPE;
  }
  if (interrupt->destroyed) {
    return ZX_ERR_CANCELED;
  }
  if (interrupt->port != NULL) {
    if (FAULT == REFUSED_KEY) {
      interrupt->key = key;
    }
    return ZX_ERR_ALREADY_BOUND;
  }
  if (FAULT == SLEEPS_ON ? interrupt->event.waiting : sleeper_on(&interrupt->object) != NULL) {
    return ZX_ERR_BAD_STATE;
  }
  retain(port);
  interrupt->port = port;
  interrupt->key = FAULT == KEY_IN_32_BITS ? (uint32_t)key : key;
  if (interrupt->triggered) {
    interrupt->triggered = false;
    interrupt->stale = FAULT == CLOSE_SPARES;
    if (!interrupt->stale) {
      deliver(interrupt, interrupt->timestamp);
    }
  }
  return ZX_OK;
}

zx_status_t zx_interrupt_bind(zx_handle_t inth, zx_handle_t porth, uint64_t key, uint32_t options) {
  if (options != 0) {
    return ZX_ERR_INVALID_ARGS;
  }
  lock();
  struct interrupt *interrupt;
  struct object *port;
  zx_status_t status = find(inth, ZX_RIGHT_READ, &interrupt);
  if (status == ZX_OK) {
    status = handle_find(porth, PORT, ZX_RIGHT_WRITE, &port);
  }
  if (status == ZX_OK) {
    status = bind(interrupt, port, key);
  }
  return unlock(status);
}

/* Wakes one sleeper, or lets the next one on its way to sleep pass. */
static void signal_event(struct interrupt *interrupt) {
  struct sleeper *waiter = sleeper_on(&interrupt->object);
  interrupt->event.waiting = false;
  interrupt->event.signalled = waiter == NULL;
  if (waiter != NULL) {
    wake(waiter, ZX_OK);
  }
}

static zx_status_t trigger(struct interrupt *interrupt, zx_time_t timestamp) {
  if (FAULT == CLOSE_SPARES) {
    let_others_run(&interrupt->object);
  }
  if (interrupt->destroyed) {
    return ZX_ERR_CANCELED;
  }
  interrupt->stale = false;
  if (interrupt->port != NULL) {
    bool armed = !interrupt->awaits_ack || FAULT == NO_REARM;
    if (FAULT == TRIGGERED_TWICE) {
      let_others_run(&interrupt->object);
    }
    if (armed && interrupt->port != NULL) {
      deliver(interrupt, timestamp);
    } else {
      remember(interrupt, timestamp);
    }
    return ZX_OK;
  }
  if (FAULT == SLEEPS_ON) {
    remember(interrupt, timestamp);
    signal_event(interrupt);
    return ZX_OK;
  }
  struct sleeper *waiter = sleeper_on(&interrupt->object);
  if (waiter != NULL) {
    waiter->timestamp = timestamp;
    wake(waiter, ZX_OK);
  } else {
    remember(interrupt, timestamp);
  }
  return ZX_OK;
}

zx_status_t zx_interrupt_trigger(zx_handle_t inth, uint32_t options, zx_time_t timestamp) {
  if (options != 0 && FAULT != ANY_OPTIONS) {
    return ZX_ERR_INVALID_ARGS;
  }
  lock();
  struct interrupt *interrupt;
  zx_status_t status = find(inth, ZX_RIGHT_SIGNAL, &interrupt);
  if (status == ZX_OK) {
    retain(&interrupt->object);
    status = trigger(interrupt, timestamp);
    release(&interrupt->object);
  }
  return unlock(status);
}

static zx_status_t ack(struct interrupt *interrupt) {
  if (interrupt->port == NULL) {
    return ZX_ERR_BAD_STATE;
  }
  bool pending = interrupt->triggered && FAULT != ACK_FORGETS;
  interrupt->triggered = false;
  interrupt->awaits_ack = false;
  if (pending) {
    deliver(interrupt, interrupt->timestamp);
  }
  return ZX_OK;
}

zx_status_t zx_interrupt_ack(zx_handle_t inth) {
  lock();
  struct interrupt *interrupt;
  zx_status_t status = find(inth, ZX_RIGHT_WRITE, &interrupt);
  return unlock(status == ZX_OK ? ack(interrupt) : status);
}

/* What a waiter does that is woken to look again. */
static zx_status_t wait_by_event(struct interrupt *interrupt, zx_time_t *out) {
  for (;;) {
    if (interrupt->port != NULL) {
      return ZX_ERR_BAD_STATE;
    }
    if (interrupt->destroyed) {
      return ZX_ERR_CANCELED;
    }
    if (interrupt->triggered) {
      interrupt->triggered = false;
      interrupt->event.signalled = false;
      if (out != NULL) {
        *out = interrupt->timestamp;
      }
      return ZX_OK;
    }
    if (interrupt->event.waiting) {
      return ZX_ERR_BAD_STATE;
    }
    interrupt->event.waiting = true;
    let_others_run(&interrupt->object);
    if (interrupt->event.signalled) {
      interrupt->event.signalled = false;
    } else {
      struct sleeper self = {0};
      sleep_on(&self, &interrupt->object, ZX_TIME_INFINITE);
    }
  }
}

static zx_status_t wait_for(struct interrupt *interrupt, zx_time_t *out) {
  if (interrupt->port != NULL) {
    return ZX_ERR_BAD_STATE;
  }
  if (interrupt->destroyed) {
    return ZX_ERR_CANCELED;
  }
  struct sleeper self = {.timestamp = interrupt->timestamp};
  if (!interrupt->triggered) {
    sleep_on(&self, &interrupt->object, ZX_TIME_INFINITE);
  } else {
    interrupt->triggered = FAULT == WAIT_LEAVES;
  }
  if (self.status == ZX_OK && out != NULL) {
    *out = self.timestamp;
  }
  return self.status;
}

zx_status_t zx_interrupt_wait(zx_handle_t inth, zx_time_t *out_timestamp) {
  lock();
  struct interrupt *interrupt;
  zx_status_t status = find(inth, ZX_RIGHT_WAIT, &interrupt);
  if (status == ZX_OK && FAULT == SLEEPS_ON) {
    retain(&interrupt->object);
    status = wait_by_event(interrupt, out_timestamp);
    release(&interrupt->object);
  } else if (status == ZX_OK) {
    status = wait_for(interrupt, out_timestamp);
  }
  return unlock(status);
}

static zx_status_t destroy(struct interrupt *interrupt) {
  if (interrupt->destroyed) {
    return ZX_OK;
  }
  interrupt->destroyed = true;
  interrupt->triggered = false;
  if (FAULT == SLEEPS_ON) {
    signal_event(interrupt);
  } else {
    wake_all(&interrupt->object, ZX_ERR_CANCELED);
  }
  if (interrupt->port == NULL) {
    return ZX_OK;
  }
  bool unread = FAULT == PACKET_STAYS || port_drop(interrupt->port, &interrupt->object) > 0;
  release(interrupt->port);
  interrupt->port = NULL;
  return interrupt->awaits_ack && !unread ? ZX_ERR_NOT_FOUND : ZX_OK;
}

zx_status_t zx_interrupt_destroy(zx_handle_t inth) {
  lock();
  struct interrupt *interrupt;
  zx_status_t status = find(inth, ZX_RIGHT_WRITE, &interrupt);
  return unlock(status == ZX_OK ? destroy(interrupt) : status);
}

void interrupt_closed(struct object *object) {
  struct interrupt *interrupt = (struct interrupt *)object;
  if (!interrupt->stale) {
    destroy(interrupt);
  }
}
