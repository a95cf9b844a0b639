/* As much of JSON as a line of the protocol needs. The text is taken to be well-formed. */
#ifndef JSON_H
#define JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The text of the object's member, at its value, or NULL where there is none. */
const char *json_member(const char *object, const char *name);

/* The member's number, which may stand in quotes; 0 where there is none. Signed numbers come as their two's complement. */
uint64_t json_number(const char *object, const char *name);

/* The numbers of the member's array, each of which may stand in quotes; those that are not there are left alone. */
void json_numbers(const char *object, const char *name, uint64_t *numbers, size_t count);

/* Whether the member is there and true. */
bool json_true(const char *object, const char *name);

/* Copies the member's string as it is written, without its quotes; false where it is missing, no string, or too long. */
bool json_string(const char *object, const char *name, char *out, size_t size);

#endif
