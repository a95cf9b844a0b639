/* The handle table, the calls on any handle, and events, which are nothing but a type. */
#include <stdlib.h>

#include "fault.h"
#include "kernel.h"

/* A handle's value is its place in the table and how often the place has been used before: values come back late. */
#define PLACE_BITS 16
#define PLACES (UINT32_C(1) << PLACE_BITS)
#define USES (UINT32_C(1) << (32 - PLACE_BITS))

#define RIGHTS_OF_EVENT \
  (ZX_RIGHT_TRANSFER | ZX_RIGHT_DUPLICATE | ZX_RIGHT_WAIT | ZX_RIGHT_INSPECT | ZX_RIGHT_READ | \
   ZX_RIGHT_WRITE | ZX_RIGHT_SIGNAL)

struct entry {
  struct object *object; /* NULL where the place is free */
  zx_rights_t rights;
  uint32_t uses;
};

/* Place 0 stays free, so that no handle is ZX_HANDLE_INVALID. */
static struct entry table[PLACES];
static uint32_t last_place;

static struct entry *entry_of(zx_handle_t handle) {
  struct entry *entry = &table[handle % PLACES];
  return entry->object != NULL && entry->uses == handle / PLACES ? entry : NULL;
}

bool handle_exists(zx_handle_t handle) { return entry_of(handle) != NULL; }

zx_status_t handle_find(zx_handle_t handle, enum type type, zx_rights_t rights, struct object **out) {
  struct entry *entry = entry_of(handle);
  if (entry == NULL) {
    return ZX_ERR_BAD_HANDLE;
  }
  if (entry->object->type != type) {
    return ZX_ERR_WRONG_TYPE;
  }
  if ((entry->rights & rights) != rights) {
    return ZX_ERR_ACCESS_DENIED;
  }
  *out = entry->object;
  return ZX_OK;
}

zx_handle_t handle_add(struct object *object, zx_rights_t rights) {
  uint32_t place = last_place;
  do {
    place = place + 1 < PLACES ? place + 1 : 1;
    if (place == last_place) {
      abort(); /* more than 65 000 handles are open */
    }
  } while (table[place].object != NULL);
  last_place = place;
  retain(object);
  object->handles++;
  struct entry *entry = &table[place];
  *entry = (struct entry){.object = object, .rights = rights, .uses = (entry->uses + 1) % USES};
  return entry->uses * PLACES + place;
}

static void close_entry(struct entry *entry) {
  struct object *object = entry->object;
  entry->object = NULL;
  if (--object->handles == 0 && object->type == PORT) {
    port_closed(object);
  } else if ((object->handles == 0 || FAULT == CLOSE_DESTROYS) && object->type == INTERRUPT) {
    interrupt_closed(object);
  }
  release(object);
}

void handles_clear(void) {
  for (uint32_t place = 1; place < PLACES; place++) {
    if (table[place].object != NULL) {
      close_entry(&table[place]);
    }
  }
}

zx_status_t zx_handle_close(zx_handle_t handle) {
  if (handle == ZX_HANDLE_INVALID) {
    return ZX_OK;
  }
  lock();
  struct entry *entry = entry_of(handle);
  if (entry == NULL) {
    return unlock(ZX_ERR_BAD_HANDLE);
  }
  close_entry(entry);
  return unlock(ZX_OK);
}

/* Whether a new handle may have the rights, which become those of the old one where it is to have the same. */
static bool may_have(const struct entry *entry, zx_rights_t *rights) {
  if (*rights == ZX_RIGHT_SAME_RIGHTS) {
    *rights = entry->rights;
  }
  return (*rights & ~entry->rights) == 0;
}

static zx_status_t duplicate(zx_handle_t handle, zx_rights_t rights, zx_handle_t *out) {
  struct entry *entry = entry_of(handle);
  if (entry == NULL) {
    return ZX_ERR_BAD_HANDLE;
  }
  if ((entry->rights & ZX_RIGHT_DUPLICATE) == 0) {
    return ZX_ERR_ACCESS_DENIED;
  }
  if (!may_have(entry, &rights) || out == NULL) {
    return ZX_ERR_INVALID_ARGS;
  }
  *out = handle_add(entry->object, rights);
  return ZX_OK;
}

static zx_status_t replace(zx_handle_t handle, zx_rights_t rights, zx_handle_t *out) {
  struct entry *entry = entry_of(handle);
  if (entry == NULL) {
    return ZX_ERR_BAD_HANDLE;
  }
  if (!may_have(entry, &rights) || out == NULL) {
    return ZX_ERR_INVALID_ARGS;
  }
  /* before the old one goes, which may be the last */
  *out = handle_add(entry->object, FAULT == OLD_RIGHTS ? entry->rights : rights);
  if (FAULT != TABLE_LEAK) {
    close_entry(entry);
  }
  return ZX_OK;
}

zx_status_t zx_handle_duplicate(zx_handle_t handle, zx_rights_t rights, zx_handle_t *out) {
  lock();
  return unlock(duplicate(handle, rights, out));
}

zx_status_t zx_handle_replace(zx_handle_t handle, zx_rights_t rights, zx_handle_t *out) {
  lock();
  return unlock(replace(handle, rights, out));
}

zx_status_t zx_event_create(uint32_t options, zx_handle_t *out) {
  if (options != 0 || out == NULL) {
    return ZX_ERR_INVALID_ARGS;
  }
  lock();
  struct object *event = allocate(sizeof *event);
  event->type = EVENT;
  *out = handle_add(event, RIGHTS_OF_EVENT);
  return unlock(ZX_OK);
}
