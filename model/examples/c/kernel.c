/* The lock, the lifetime of objects, and the threads that sleep. */
#include "kernel.h"

#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bindcheck.h"

#define NS_PER_S INT64_C(1000000000)

static pthread_mutex_t the_lock = PTHREAD_MUTEX_INITIALIZER;

/* Every sleeping thread, the longest asleep first. */
static struct sleeper *sleepers;

void lock(void) { pthread_mutex_lock(&the_lock); }

zx_status_t unlock(zx_status_t status) {
  pthread_mutex_unlock(&the_lock);
  return status;
}

void *allocate(size_t size) {
  void *memory = calloc(1, size);
  if (memory == NULL) {
    fputs("kernel: out of memory\n", stderr);
    abort();
  }
  return memory;
}

void retain(struct object *object) { object->references++; }

void release(struct object *object) {
  if (--object->references > 0) {
    return;
  }
  if (object->type == PORT) {
    port_free(object);
  } else {
    free(object);
  }
}

void let_others_run(struct object *object) {
  retain(object);
  unlock(ZX_OK);
  sched_yield();
  lock();
  release(object);
}

static void enqueue(struct sleeper *self) {
  struct sleeper **end = &sleepers;
  while (*end != NULL) {
    end = &(*end)->next;
  }
  *end = self;
}

static void dequeue(struct sleeper *sleeper) {
  struct sleeper **link = &sleepers;
  while (*link != sleeper) {
    link = &(*link)->next;
  }
  *link = sleeper->next;
}

bool has_passed(zx_time_t deadline) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (zx_time_t)now.tv_sec * NS_PER_S + now.tv_nsec >= deadline;
}

static void condition_of_monotonic_time(pthread_cond_t *condition) {
  pthread_condattr_t attributes;
  pthread_condattr_init(&attributes);
  pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
  pthread_cond_init(condition, &attributes);
  pthread_condattr_destroy(&attributes);
}

/* Returns whether the deadline has passed. */
static bool doze(struct sleeper *self) {
  if (self->deadline == ZX_TIME_INFINITE) {
    pthread_cond_wait(&self->woken, &the_lock);
    return false;
  }
  struct timespec until = {.tv_sec = (time_t)(self->deadline / NS_PER_S), .tv_nsec = (long)(self->deadline % NS_PER_S)};
  return pthread_cond_timedwait(&self->woken, &the_lock, &until) == ETIMEDOUT;
}

void sleep_on(struct sleeper *self, struct object *object, zx_time_t deadline) {
  self->on = object;
  self->deadline = deadline;
  self->thread = pthread_self();
  condition_of_monotonic_time(&self->woken);
  retain(object);
  enqueue(self);
  while (!self->awake) {
    if (doze(self) && !self->awake) {
      wake(self, ZX_ERR_TIMED_OUT);
    }
  }
  release(object);
  pthread_cond_destroy(&self->woken);
}

struct sleeper *sleeper_on(const struct object *object) {
  struct sleeper *sleeper = sleepers;
  while (sleeper != NULL && sleeper->on != object) {
    sleeper = sleeper->next;
  }
  return sleeper;
}

void wake(struct sleeper *sleeper, zx_status_t status) {
  dequeue(sleeper);
  sleeper->awake = true;
  sleeper->status = status;
  pthread_cond_signal(&sleeper->woken);
}

void wake_all(const struct object *object, zx_status_t status) {
  struct sleeper *sleeper;
  while ((sleeper = sleeper_on(object)) != NULL) {
    wake(sleeper, status);
  }
}

static struct sleeper *sleeper_of(pthread_t thread) {
  struct sleeper *sleeper = sleepers;
  while (sleeper != NULL && !pthread_equal(sleeper->thread, thread)) {
    sleeper = sleeper->next;
  }
  return sleeper;
}

bool is_asleep(pthread_t thread) { return sleeper_of(thread) != NULL; }

void bindcheck_expire(pthread_t thread) {
  lock();
  struct sleeper *sleeper = sleeper_of(thread);
  if (sleeper != NULL && sleeper->deadline != ZX_TIME_INFINITE) {
    wake(sleeper, ZX_ERR_TIMED_OUT);
  }
  unlock(ZX_OK);
}

void bindcheck_reset(void) {
  lock();
  handles_clear();
  unlock(ZX_OK);
}
