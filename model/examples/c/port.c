/* Ports: a queue of interrupt packets that goes before a queue of user packets, and readers. */
#include <stdlib.h>

#include "fault.h"
#include "kernel.h"

/* How many user packets a port holds; packets of interrupts do not count. */
#define CAPACITY 2049

#define RIGHTS_OF_PORT \
  (ZX_RIGHT_TRANSFER | ZX_RIGHT_DUPLICATE | ZX_RIGHT_INSPECT | ZX_RIGHT_READ | ZX_RIGHT_WRITE)

struct node {
  struct node *next;
  const struct object *source; /* NULL in a user packet */
  zx_port_packet_t packet;
};

struct queue {
  struct node *first;
  struct node **end;
};

/* While a reader sleeps both queues are empty. */
struct port {
  struct object object;
  bool bindable;
  unsigned user_packets;
  int count; /* of COUNT_HELD: the packets counted, less the readers that wait for one */
  struct queue interrupts;
  struct queue users;
};

static struct port *port_of(struct object *object) { return (struct port *)object; }

bool port_is_bindable(const struct object *port) { return ((const struct port *)port)->bindable; }

static void append(struct queue *queue, const struct object *source, const zx_port_packet_t *packet) {
  struct node *node = allocate(sizeof *node);
  node->source = source;
  node->packet = *packet;
  *queue->end = node;
  queue->end = &node->next;
}

static void remove_at(struct queue *queue, struct node **link) {
  struct node *node = *link;
  *link = node->next;
  if (node->next == NULL) {
    queue->end = link;
  }
  free(node);
}

static void clear(struct queue *queue) {
  while (queue->first != NULL) {
    remove_at(queue, &queue->first);
  }
}

void port_deliver(struct object *object, const struct object *source, const zx_port_packet_t *packet) {
  struct port *port = port_of(object);
  struct sleeper *reader = sleeper_on(object);
  if (reader != NULL && FAULT != COUNT_HELD) {
    reader->packet = *packet;
    wake(reader, ZX_OK);
  } else if (source != NULL) {
    append(&port->interrupts, source, packet);
  } else {
    append(&port->users, NULL, packet);
    port->user_packets++;
  }
  if (FAULT == COUNT_HELD && ++port->count <= 0 && reader != NULL) {
    wake(reader, ZX_OK);
  }
}

unsigned port_drop(struct object *object, const struct object *source) {
  struct queue *queue = &port_of(object)->interrupts;
  unsigned dropped = 0;
  for (struct node **link = &queue->first; *link != NULL;) {
    if ((*link)->source == source) {
      remove_at(queue, link);
      dropped++;
    } else {
      link = &(*link)->next;
    }
  }
  return dropped;
}

/* Takes the first packet, if there is one. */
static bool take(struct port *port, zx_port_packet_t *out) {
  struct queue *first = FAULT == USER_FIRST ? &port->users : &port->interrupts;
  struct queue *second = FAULT == USER_FIRST ? &port->interrupts : &port->users;
  struct queue *queue = first->first != NULL ? first : second;
  if (queue->first == NULL) {
    return false;
  }
  *out = queue->first->packet;
  if (FAULT == READ_TWICE) {
    let_others_run(&port->object);
  }
  if (queue->first != NULL) {
    remove_at(queue, &queue->first);
    if (queue == &port->users) {
      port->user_packets--;
    }
  }
  return true;
}

/* What a reader does that waits for a count, and looks again once woken. */
static zx_status_t read_by_count(struct object *object, zx_time_t deadline, zx_port_packet_t *out) {
  struct port *port = port_of(object);
  zx_port_packet_t packet;
  while (!take(port, &packet)) {
    if (has_passed(deadline)) {
      return ZX_ERR_TIMED_OUT;
    }
    let_others_run(object);
    if (--port->count < 0) {
      struct sleeper self = {0};
      sleep_on(&self, object, deadline);
      if (self.status == ZX_ERR_TIMED_OUT) {
        port->count++;
      }
      if (self.status != ZX_OK) {
        return self.status;
      }
    }
  }
  *out = packet;
  return ZX_OK;
}

static zx_status_t read_packet(struct object *object, zx_time_t deadline, zx_port_packet_t *out) {
  zx_port_packet_t packet;
  if (take(port_of(object), &packet)) {
    *out = packet;
    return ZX_OK;
  }
  if (has_passed(deadline)) {
    return ZX_ERR_TIMED_OUT;
  }
  if (FAULT == LOST_WAKEUP) {
    let_others_run(object);
  }
  struct sleeper self = {0};
  sleep_on(&self, object, FAULT == NO_DEADLINE ? ZX_TIME_INFINITE : deadline);
  if (self.status == ZX_OK || FAULT == OUT_IS_WRITTEN) {
    *out = self.packet;
  }
  return self.status;
}

zx_status_t zx_port_wait(zx_handle_t porth, zx_time_t deadline, zx_port_packet_t *packet) {
  lock();
  struct object *port;
  zx_status_t status = handle_find(porth, PORT, ZX_RIGHT_READ, &port);
  if (status == ZX_OK && packet == NULL) {
    status = ZX_ERR_INVALID_ARGS;
  } else if (status == ZX_OK) {
    retain(port);
    status = (FAULT == COUNT_HELD ? read_by_count : read_packet)(port, deadline, packet);
    release(port);
  }
  return unlock(status);
}

zx_status_t zx_port_queue(zx_handle_t porth, const zx_port_packet_t *packet) {
  lock();
  struct object *port;
  zx_status_t status = handle_find(porth, PORT, ZX_RIGHT_WRITE, &port);
  if (status != ZX_OK) {
    return unlock(status);
  }
  if (packet == NULL) {
    return unlock(ZX_ERR_INVALID_ARGS);
  }
  if (port_of(port)->user_packets == CAPACITY) {
    return unlock(ZX_ERR_SHOULD_WAIT);
  }
  zx_port_packet_t copy = *packet;
  copy.type = ZX_PKT_TYPE_USER;
  port_deliver(port, NULL, &copy);
  return unlock(ZX_OK);
}

zx_status_t zx_port_create(uint32_t options, zx_handle_t *out) {
  if ((options != 0 && options != ZX_PORT_BIND_TO_INTERRUPT) || out == NULL) {
    return ZX_ERR_INVALID_ARGS;
  }
  lock();
  struct port *port = allocate(sizeof *port);
  port->object.type = PORT;
  port->bindable = options == ZX_PORT_BIND_TO_INTERRUPT;
  port->interrupts.end = &port->interrupts.first;
  port->users.end = &port->users.first;
  *out = handle_add(&port->object, RIGHTS_OF_PORT);
  return unlock(ZX_OK);
}

void port_closed(struct object *port) {
  clear(&port_of(port)->users);
  wake_all(port, ZX_ERR_CANCELED);
}

void port_free(struct object *port) {
  clear(&port_of(port)->interrupts);
  clear(&port_of(port)->users);
  free(port);
}
