/*
 * The kernel as a program for `bindcheck check --target process:...`: requests come on standard input, one a line, and each
 * thread that a request names is a thread of this process. A call is answered by its thread when it returns.
 */
#include <inttypes.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bindcheck.h"
#include "call.h"
#include "json.h"
#include "kernel.h"

#define NAME_SIZE 128
#define LINE_SIZE 4096

struct worker {
  struct worker *next;
  char name[NAME_SIZE];
  pthread_t thread;
  pthread_mutex_t mutex;
  pthread_cond_t handed;
  bool busy; /* from when it is handed a request until its call has returned */
  char request[LINE_SIZE];
};

static struct worker *workers;

static void answer(uint64_t id, const char *result) {
  flockfile(stdout);
  printf("{\"jsonrpc\":\"2.0\",\"id\":%" PRIu64 ",\"result\":%s}\n", id, result);
  fflush(stdout);
  funlockfile(stdout);
}

static void refuse(uint64_t id) {
  flockfile(stdout);
  printf("{\"jsonrpc\":\"2.0\",\"id\":%" PRIu64 ",\"error\":{\"code\":-32601,\"message\":\"no such method\"}}\n", id);
  fflush(stdout);
  funlockfile(stdout);
}

static void *work(void *argument) {
  struct worker *self = argument;
  pthread_mutex_lock(&self->mutex);
  for (;;) {
    while (!self->busy) {
      pthread_cond_wait(&self->handed, &self->mutex);
    }
    pthread_mutex_unlock(&self->mutex);
    char method[NAME_SIZE];
    char result[RESULT_SIZE];
    uint64_t id = json_number(self->request, "id");
    bool made = json_string(self->request, "method", method, sizeof method) &&
                make_call(method, json_member(self->request, "params"), result);
    pthread_mutex_lock(&self->mutex);
    self->busy = false; /* before the answer, which may bring the next request */
    pthread_mutex_unlock(&self->mutex);
    if (made) {
      answer(id, result);
    } else {
      refuse(id);
    }
    pthread_mutex_lock(&self->mutex);
  }
  return NULL;
}

static struct worker *worker_of(const char *name) {
  struct worker *worker = workers;
  while (worker != NULL && strcmp(worker->name, name) != 0) {
    worker = worker->next;
  }
  return worker;
}

static struct worker *start(const char *name) {
  struct worker *worker = allocate(sizeof *worker);
  snprintf(worker->name, sizeof worker->name, "%s", name);
  pthread_mutex_init(&worker->mutex, NULL);
  pthread_cond_init(&worker->handed, NULL);
  worker->next = workers;
  workers = worker;
  if (pthread_create(&worker->thread, NULL, work, worker) != 0) {
    fputs("adapter: no more threads\n", stderr);
    exit(EXIT_FAILURE);
  }
  return worker;
}

static void hand(struct worker *worker, const char *request) {
  pthread_mutex_lock(&worker->mutex);
  strcpy(worker->request, request);
  worker->busy = true;
  pthread_cond_signal(&worker->handed);
  pthread_mutex_unlock(&worker->mutex);
}

static bool is_busy(struct worker *worker) {
  pthread_mutex_lock(&worker->mutex);
  bool busy = worker->busy;
  pthread_mutex_unlock(&worker->mutex);
  return busy;
}

/* Appends the names of the threads that sleep at this moment; returns whether all the others have returned. */
static bool look(char *names, size_t size) {
  bool quiet = true;
  size_t length = 0;
  names[0] = '\0';
  lock();
  for (struct worker *worker = workers; worker != NULL; worker = worker->next) {
    if (is_asleep(worker->thread)) {
      length += (size_t)snprintf(names + length, size - length, "%s\"%s\"", length > 0 ? "," : "", worker->name);
    } else if (is_busy(worker)) {
      quiet = false;
    }
  }
  unlock(ZX_OK);
  return quiet;
}

/* Waits until each thread sleeps or has returned: a call that does neither is for the driver to give up. */
static void answer_blocked(uint64_t id) {
  char names[LINE_SIZE];
  while (!look(names, sizeof names)) {
    sched_yield();
  }
  char result[LINE_SIZE + 16];
  snprintf(result, sizeof result, "{\"threads\":[%s]}", names);
  answer(id, result);
}

/* Does not wait for the thread: one that does not sleep, or not yet, is left alone. */
static void expire(const char *name) {
  struct worker *worker = worker_of(name);
  if (worker != NULL) {
    bindcheck_expire(worker->thread);
  }
}

/* A fresh kernel, and no call in progress. */
static void reset(void) {
  bindcheck_reset();
  for (struct worker *worker = workers; worker != NULL; worker = worker->next) {
    while (is_busy(worker)) {
      bindcheck_reset();
      sched_yield();
    }
  }
}

static void respond(const char *request) {
  char method[NAME_SIZE] = "";
  char thread[NAME_SIZE];
  uint64_t id = json_number(request, "id");
  const char *params = json_member(request, "params");
  json_string(request, "method", method, sizeof method);
  bool for_thread = json_string(params, "thread", thread, sizeof thread);
  if (strcmp(method, "initialize") == 0) {
    char result[LINE_SIZE];
    snprintf(result, sizeof result,
             "{\"protocol\":1,\"name\":\"example in C\",\"calls\":%s,\"features\":[\"blocked\",\"expire\",\"expire-anytime\",\"abandon\",\"packets\"]}",
             calls_in_json);
    answer(id, result);
  } else if (strcmp(method, "reset") == 0) {
    reset();
    answer(id, "{}");
  } else if (strcmp(method, "blocked") == 0) {
    answer_blocked(id);
  } else if (strcmp(method, "expire") == 0 && for_thread) {
    expire(thread);
    answer(id, "{}");
  } else if (strcmp(method, "shutdown") == 0) {
    answer(id, "{}");
    exit(EXIT_SUCCESS);
  } else if (for_thread) {
    struct worker *worker = worker_of(thread);
    hand(worker != NULL ? worker : start(thread), request);
  } else {
    refuse(id);
  }
}

int main(void) {
  char request[LINE_SIZE];
  while (fgets(request, sizeof request, stdin) != NULL) {
    if (strchr(request, '\n') == NULL) {
      fputs("adapter: a request is too long\n", stderr);
      return EXIT_FAILURE;
    }
    respond(request);
  }
  return EXIT_SUCCESS;
}
