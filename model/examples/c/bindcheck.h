/*
 * What a shared object may export beside the calls, so that bindcheck can do more with it. All of it is optional.
 */
#ifndef BINDCHECK_H
#define BINDCHECK_H

#include <pthread.h>

#ifdef __GNUC__
#pragma GCC visibility push(default)
#endif

/*
 * Makes a fresh kernel: no handle exists afterwards. Where threads are still blocked in calls, those calls must return; it does
 * not matter with what. Without this hook, bindcheck closes the handles that it was given and leaves blocked threads to themselves.
 */
void bindcheck_reset(void);

/*
 * Lets the deadline of the call that the thread is blocked in pass now. Does nothing if the thread is blocked in no call with a
 * deadline. Without this hook, steps in which a deadline passes are skipped.
 */
void bindcheck_expire(pthread_t thread);

#ifdef __GNUC__
#pragma GCC visibility pop
#endif

#endif
