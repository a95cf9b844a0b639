/*
 * Holds up the threads of a process where they meet: bindcheck builds this on demand and preloads it. It puts itself before
 * the functions of pthreads, of semaphores, and syscall(SYS_futex). What is decided is as in bindcheck.target.perturb.Schedule.
 *
 * It spins and yields, and never sleeps: a thread that is held up is running, whoever looks. It keeps errno, allocates
 * nothing, and takes no lock.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define FILE_VARIABLE "BINDCHECK_PERTURB"
#define ONLY_INSIDE_VARIABLE "BINDCHECK_PERTURB_ONLY_INSIDE"
#define MOST_HOLDS 100
#define NANOS_OF_MICRO 1000
#define NANOS_OF_SECOND 1000000000

#define THREAD_LOCAL static __thread __attribute__((tls_model("initial-exec")))

/* What bindcheck writes into the file; the round is written last, and is 0 where threads are left alone. */
struct schedule {
  _Atomic uint64_t round;
  uint64_t seed;
  uint32_t changes_in;
  uint32_t quiet_micros;
  uint32_t longest_micros;
  uint32_t pinned;
};

static const struct schedule *schedule;
static bool only_inside;
static cpu_set_t all; /* the processors that the process may use */
static cpu_set_t one; /* the first of them */
static _Atomic uint32_t threads;
static _Atomic uint32_t met;
static _Atomic int32_t running; /* the priority of the thread that went on last */
static _Atomic uint64_t round_met; /* the round that these two are of */

/* Of one thread: how far it has come in the round. */
struct walk {
  uint64_t round;
  uint32_t thread;
  uint32_t met;
  uint32_t seen;
  uint32_t holds;
  int32_t priority;
  bool busy;
  bool pinned;
};

THREAD_LOCAL struct walk walk;
THREAD_LOCAL int32_t inside;

/* Where the calling thread says that it is inside a call, for those processes in which nothing else counts. */
int32_t *bindcheck_perturb_inside(void) { return &inside; }

static void find_processors(void) {
  CPU_ZERO(&one);
  if (sched_getaffinity(0, sizeof all, &all) == 0) {
    int first = 0;
    while (first < CPU_SETSIZE - 1 && !CPU_ISSET(first, &all)) {
      first++;
    }
    CPU_SET(first, &one);
  }
}

__attribute__((constructor)) static void open_schedule(void) {
  const char *path = getenv(FILE_VARIABLE);
  int file = path == NULL ? -1 : open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return;
  }
  void *mapped = mmap(NULL, sizeof(struct schedule), PROT_READ, MAP_SHARED, file, 0);
  close(file);
  find_processors();
  only_inside = getenv(ONLY_INSIDE_VARIABLE) != NULL;
  schedule = mapped == MAP_FAILED ? NULL : mapped;
}

static uint64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * NANOS_OF_SECOND + (uint64_t)time.tv_nsec;
}

/* 0 or more, whatever they are: n is 0 for the thread's start. */
static int32_t draw(uint32_t thread, uint32_t n) {
  uint64_t z = schedule->seed + 0x9E3779B97F4A7C15u * (((uint64_t)thread << 32) + n + 1);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return (int32_t)((z ^ (z >> 31)) >> 33);
}

/* Whether a thread that has just begun has it from the one that started it. */
static bool is_born_pinned(void) {
  cpu_set_t mine;
  return sched_getaffinity(0, sizeof mine, &mine) == 0 && CPU_EQUAL(&mine, &one) && !CPU_EQUAL(&all, &one);
}

static void pin(bool to_one) {
  if (walk.pinned != to_one && CPU_COUNT(&one) == 1 && !only_inside) {
    const cpu_set_t *processors = to_one ? &one : &all;
    walk.pinned = sched_setaffinity(0, sizeof *processors, processors) == 0 ? to_one : walk.pinned;
  }
}

static void begin(uint64_t round) {
  if (walk.thread == 0) {
    walk.thread = atomic_fetch_add(&threads, 1) + 1;
    walk.pinned = is_born_pinned();
  }
  walk.round = round;
  walk.met = 0;
  walk.seen = 0;
  walk.holds = 0;
  walk.priority = draw(walk.thread, 0);
  pin(schedule->pinned != 0);
  if (atomic_exchange(&round_met, round) != round) {
    atomic_store(&met, 0);
    atomic_store(&running, INT32_MIN);
  }
}

/* Until no thread of higher priority gets on. */
static void hold(void) {
  uint64_t start = now();
  uint64_t time = start;
  uint64_t since = start;
  uint32_t seen = atomic_load(&met);
  while (walk.priority < atomic_load(&running) && time - since < (uint64_t)schedule->quiet_micros * NANOS_OF_MICRO &&
         time - start < (uint64_t)schedule->longest_micros * NANOS_OF_MICRO) {
    sched_yield();
    time = now();
    uint32_t got = atomic_load(&met);
    if (got != seen) {
      seen = got;
      since = time;
    }
  }
}

static void meet(uint64_t round) {
  if (round != walk.round) {
    begin(round);
  }
  int32_t drawn = draw(walk.thread, ++walk.met);
  if (drawn % (int32_t)schedule->changes_in == 0) {
    walk.priority = -1 - drawn;
  }
  if (atomic_load(&met) != walk.seen && walk.priority < atomic_load(&running) && walk.holds < MOST_HOLDS) {
    walk.holds++;
    hold();
  }
  atomic_store(&running, walk.priority);
  walk.seen = atomic_fetch_add(&met, 1) + 1;
}

/* A place where the calling thread meets others. */
static void point(void) {
  if (schedule == NULL || walk.busy || (only_inside && inside == 0)) {
    return;
  }
  int error = errno;
  walk.busy = true;
  uint64_t round = atomic_load_explicit(&schedule->round, memory_order_acquire);
  if (round != 0) {
    meet(round);
  } else {
    pin(false);
  }
  walk.busy = false;
  errno = error;
}

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

/* There are two forms of these where glibc is older than its threads; the first, which programs no longer use, is the default. */
static void *next_of_conditions(const char *name) {
#ifdef __GLIBC__
  void *found = dlvsym(RTLD_NEXT, name, "GLIBC_2.3.2");
  return found != NULL ? found : next(name);
#else
  return next(name);
#endif
}

/* Defines a function that has a point before and after the one of that name behind it. */
#define WITH_POINTS(FIND, NAME, PARAMETERS, ARGUMENTS) \
  int NAME PARAMETERS {                                \
    static int(*_Atomic behind) PARAMETERS;            \
    int(*function) PARAMETERS = behind;                \
    if (function == NULL) {                            \
      function = (int(*) PARAMETERS)(uintptr_t)FIND(#NAME);       \
      behind = function;                               \
    }                                                  \
    point();                                           \
    int result = function ARGUMENTS;                   \
    point();                                           \
    return result;                                     \
  }

typedef const struct timespec *deadline_t;

WITH_POINTS(next, pthread_mutex_lock, (pthread_mutex_t * mutex), (mutex))
WITH_POINTS(next, pthread_mutex_trylock, (pthread_mutex_t * mutex), (mutex))
WITH_POINTS(next, pthread_mutex_timedlock, (pthread_mutex_t * mutex, deadline_t end), (mutex, end))
WITH_POINTS(next, pthread_mutex_unlock, (pthread_mutex_t * mutex), (mutex))
WITH_POINTS(next, pthread_spin_lock, (pthread_spinlock_t * lock), (lock))
WITH_POINTS(next, pthread_spin_trylock, (pthread_spinlock_t * lock), (lock))
WITH_POINTS(next, pthread_spin_unlock, (pthread_spinlock_t * lock), (lock))
WITH_POINTS(next, pthread_rwlock_rdlock, (pthread_rwlock_t * lock), (lock))
WITH_POINTS(next, pthread_rwlock_wrlock, (pthread_rwlock_t * lock), (lock))
WITH_POINTS(next, pthread_rwlock_tryrdlock, (pthread_rwlock_t * lock), (lock))
WITH_POINTS(next, pthread_rwlock_trywrlock, (pthread_rwlock_t * lock), (lock))
WITH_POINTS(next, pthread_rwlock_unlock, (pthread_rwlock_t * lock), (lock))
WITH_POINTS(next_of_conditions, pthread_cond_wait, (pthread_cond_t * condition, pthread_mutex_t *mutex), (condition, mutex))
WITH_POINTS(next_of_conditions, pthread_cond_timedwait, (pthread_cond_t * condition, pthread_mutex_t *mutex, deadline_t end),
            (condition, mutex, end))
WITH_POINTS(next_of_conditions, pthread_cond_signal, (pthread_cond_t * condition), (condition))
WITH_POINTS(next_of_conditions, pthread_cond_broadcast, (pthread_cond_t * condition), (condition))
WITH_POINTS(next, sem_wait, (sem_t * semaphore), (semaphore))
WITH_POINTS(next, sem_trywait, (sem_t * semaphore), (semaphore))
WITH_POINTS(next, sem_timedwait, (sem_t * semaphore, deadline_t end), (semaphore, end))
WITH_POINTS(next, sem_post, (sem_t * semaphore), (semaphore))
#if defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 30)
WITH_POINTS(next, pthread_cond_clockwait, (pthread_cond_t * condition, pthread_mutex_t *mutex, clockid_t clock, deadline_t end),
            (condition, mutex, clock, end))
WITH_POINTS(next, pthread_mutex_clocklock, (pthread_mutex_t * mutex, clockid_t clock, deadline_t end), (mutex, clock, end))
WITH_POINTS(next, sem_clockwait, (sem_t * semaphore, clockid_t clock, deadline_t end), (semaphore, clock, end))
#endif

/* As many arguments as any call has are passed on, wherever they came from. */
long syscall(long number, ...) {
  static long (*_Atomic behind)(long, ...);
  long (*function)(long, ...) = behind;
  if (function == NULL) {
    function = (long (*)(long, ...))(uintptr_t)next("syscall");
    behind = function;
  }
  long a[6];
  va_list arguments;
  va_start(arguments, number);
  for (int i = 0; i < 6; i++) {
    a[i] = va_arg(arguments, long);
  }
  va_end(arguments);
  bool meets = number == SYS_futex;
  if (meets) {
    point();
  }
  long result = function(number, a[0], a[1], a[2], a[3], a[4], a[5]);
  if (meets) {
    point();
  }
  return result;
}
