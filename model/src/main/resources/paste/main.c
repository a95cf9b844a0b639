
static void settle(void) {
  struct timespec pause = {0, SETTLE_MS * 1000000L};
  nanosleep(&pause, NULL);
}

static void make(void* (*call)(void*)) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, call, NULL) == 0) {
    pthread_detach(thread);
  }
  settle();
}

static inline bool returned(int call, zx_status_t status) {
  return atomic_load(&r[call].done) && r[call].status == status;
}

static inline bool blocked(int call) { return !atomic_load(&r[call].done); }

static inline bool interrupt_packet(int call, uint64_t key, int64_t timestamp) {
  return r[call].packet.type == ZX_PKT_TYPE_INTERRUPT && r[call].packet.key == key &&
         r[call].packet.interrupt.timestamp == timestamp;
}

static inline bool user_packet(int call, uint64_t key, zx_status_t status, const uint64_t words[4]) {
  return r[call].packet.type == ZX_PKT_TYPE_USER && r[call].packet.key == key &&
         r[call].packet.status == status && memcmp(r[call].packet.user.u64, words, 32) == 0;
}

static inline bool waited(int call, int64_t timestamp) { return r[call].timestamp == timestamp; }
