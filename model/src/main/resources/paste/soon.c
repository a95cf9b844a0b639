
static inline zx_time_t soon(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * INT64_C(1000000000) + now.tv_nsec + INT64_C(1000000) * SETTLE_MS * FINITE_SETTLES;
}
