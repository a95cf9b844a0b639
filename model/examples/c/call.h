/* A request's call, from JSON and to JSON. */
#ifndef CALL_H
#define CALL_H

#include <stdbool.h>
#include <stddef.h>

#define RESULT_SIZE 256

/* The names of all calls, as a list in JSON. */
extern const char calls_in_json[];

/* Makes the call of that name on this thread, and writes its result; false where there is no such call. */
bool make_call(const char *method, const char *params, char result[RESULT_SIZE]);

#endif
