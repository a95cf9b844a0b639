#include "json.h"

#include <stdlib.h>
#include <string.h>

static const char *skip_space(const char *text) { return text + strspn(text, " \t\r\n"); }

/* Past a string, whose opening quote is at text. */
static const char *skip_string(const char *text) {
  for (text++; *text != '"' && *text != '\0'; text++) {
    if (*text == '\\' && text[1] != '\0') {
      text++;
    }
  }
  return *text == '"' ? text + 1 : text;
}

/* Past any value. */
static const char *skip_value(const char *text) {
  int depth = 0;
  do {
    if (*text == '"') {
      text = skip_string(text);
      continue;
    }
    if (*text == '{' || *text == '[') {
      depth++;
    } else if (*text == '}' || *text == ']') {
      depth--;
    }
    text++;
  } while (*text != '\0' && (depth > 0 || strchr(",}]", *text) == NULL));
  return text;
}

const char *json_member(const char *object, const char *name) {
  size_t length = strlen(name);
  if (object == NULL || *object != '{') {
    return NULL;
  }
  const char *text = skip_space(object + 1);
  while (*text == '"') {
    bool found = strncmp(text + 1, name, length) == 0 && text[1 + length] == '"';
    text = skip_space(skip_string(text));
    if (*text == ':') {
      text = skip_space(text + 1);
    }
    if (found) {
      return text;
    }
    text = skip_space(skip_value(text));
    if (*text == ',') {
      text = skip_space(text + 1);
    }
  }
  return NULL;
}

static uint64_t number(const char *value) {
  return strtoull(value + (*value == '"'), NULL, 10); /* which negates in two's complement */
}

uint64_t json_number(const char *object, const char *name) {
  const char *value = json_member(object, name);
  return value == NULL ? 0 : number(value);
}

void json_numbers(const char *object, const char *name, uint64_t *numbers, size_t count) {
  const char *value = json_member(object, name);
  for (size_t i = 0; i < count && value != NULL && *value != ']' && *value != '\0'; i++) {
    value = skip_space(value + 1); /* past the bracket, or the comma */
    numbers[i] = number(value);
    value = skip_space(skip_value(value));
  }
}

bool json_true(const char *object, const char *name) {
  const char *value = json_member(object, name);
  return value != NULL && strncmp(value, "true", 4) == 0;
}

bool json_string(const char *object, const char *name, char *out, size_t size) {
  const char *value = json_member(object, name);
  if (value == NULL || *value != '"') {
    return false;
  }
  size_t length = (size_t)(skip_string(value) - value) - 2;
  if (length >= size) {
    return false;
  }
  memcpy(out, value + 1, length);
  out[length] = '\0';
  return true;
}
