/* Uses each function that is preloaded, and prints what came of it. */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/futex.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define ROUNDS 200
#define THREADS 4

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static sem_t semaphore;
static int count;
static int written;

static void *work(void *unused) {
  for (int i = 0; i < ROUNDS; i++) {
    pthread_mutex_lock(&mutex);
    count++;
    pthread_cond_broadcast(&condition);
    pthread_mutex_unlock(&mutex);
    pthread_rwlock_wrlock(&rwlock);
    written++;
    pthread_rwlock_unlock(&rwlock);
    pthread_rwlock_rdlock(&rwlock);
    pthread_rwlock_unlock(&rwlock);
    sem_post(&semaphore);
  }
  return unused;
}

int main(void) {
  pthread_t threads[THREADS];
  struct timespec past = {1, 0};
  int word = 1;
  sem_init(&semaphore, 0, 0);
  for (int t = 0; t < THREADS; t++) {
    pthread_create(&threads[t], NULL, work, NULL);
  }
  pthread_mutex_lock(&mutex);
  while (count < ROUNDS * THREADS) {
    pthread_cond_wait(&condition, &mutex);
  }
  printf("trylock %d\n", pthread_mutex_trylock(&mutex));
  printf("timedwait %d\n", pthread_cond_timedwait(&condition, &mutex, &past) == ETIMEDOUT);
  pthread_mutex_unlock(&mutex);
  for (int t = 0; t < THREADS; t++) {
    pthread_join(threads[t], NULL);
  }
  int taken = 0;
  while (sem_trywait(&semaphore) == 0) {
    taken++;
  }
  printf("sem_trywait %d\n", errno == EAGAIN);
  errno = EDOM;
  pthread_mutex_lock(&mutex);
  pthread_mutex_unlock(&mutex);
  printf("errno kept %d\n", errno == EDOM);
  long waited = syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, 2, NULL, NULL, 0);
  printf("futex %ld %d\n", waited, errno == EAGAIN);
  printf("pid %d\n", syscall(SYS_getpid) == getpid());
  printf("count %d written %d taken %d\n", count, written, taken);
  return 0;
}
