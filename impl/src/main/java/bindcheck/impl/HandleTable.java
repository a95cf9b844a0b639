package bindcheck.impl;

import java.util.HashMap;
import java.util.Map;

/**
 * The handles of a process: {@code handles} of the specification's kernel (spec/Kernel.tla). Each
 * method is one atomic step. Nothing blocks in here and no other lock is taken; where the last
 * handle of an object goes, the object is returned, and it is the caller who tells it.
 */
final class HandleTable {
  private static final class Handle {
    final KernelObject object;
    final int rights;

    Handle(KernelObject object, int rights) {
      this.object = object;
      this.rights = rights;
    }
  }

  private final Map<Integer, Handle> table = new HashMap<>();
  private int lastValue;

  /**
   * Makes the first handle to an object that was created (R-create, R-port-create, R-event).
   *
   * @return its value: not 0, and no other handle's
   */
  synchronized int add(KernelObject object, int rights) {
    int value = put(object, rights);
    assert invariant();
    return value;
  }

  /**
   * Looks up a handle; the first error of several is given (C-error-order=rights-first).
   *
   * @return OK with the object; or without it BAD_HANDLE if there is no such handle, else
   *     ACCESS_DENIED if it lacks one of {@code rights}, else WRONG_TYPE if its object is not of
   *     {@code type}
   */
  synchronized <T extends KernelObject> Found<T> find(int value, int rights, Class<T> type) {
    Handle handle = table.get(value);
    if (handle == null) {
      return new Found<>(Status.BAD_HANDLE, null);
    }
    if (!Rights.include(handle.rights, rights)) {
      return new Found<>(Status.ACCESS_DENIED, null);
    }
    if (!type.isInstance(handle.object)) {
      return new Found<>(Status.WRONG_TYPE, null);
    }
    return new Found<>(Status.OK, type.cast(handle.object));
  }

  /**
   * Removes a handle (R-close).
   *
   * @return OK, with the object if this was its last handle; or BAD_HANDLE if there is no such
   *     handle (R-close-bad-handle)
   */
  synchronized Found<KernelObject> remove(int value) {
    if (!table.containsKey(value)) {
      return new Found<>(Status.BAD_HANDLE, null);
    }
    KernelObject released = drop(value);
    assert invariant();
    return new Found<>(Status.OK, released);
  }

  /**
   * Makes a second handle to an object (R-duplicate).
   *
   * @return OK; or without a change BAD_HANDLE (R-duplicate-bad-handle), else ACCESS_DENIED without
   *     the right to duplicate (R-duplicate-access-denied), else INVALID_ARGS if {@code rights} are
   *     more than the handle has, or if {@code out} is null (R-duplicate-invalid-args)
   */
  synchronized int duplicate(int value, int rights, int[] out) {
    Handle source = table.get(value);
    if (source == null) {
      return Status.BAD_HANDLE;
    }
    if (!Rights.include(source.rights, Rights.DUPLICATE)) {
      return Status.ACCESS_DENIED;
    }
    if (!grants(source, rights) || out == null) {
      return Status.INVALID_ARGS;
    }
    out[0] = put(source.object, granted(source, rights));
    assert invariant();
    return Status.OK;
  }

  /**
   * Puts a new handle in the place of one (R-replace). The old one is gone even if the new one is
   * refused (C-failed-replace=closes).
   *
   * @return OK; or BAD_HANDLE (R-replace-bad-handle); or INVALID_ARGS if {@code rights} are more
   *     than the handle has, or if {@code out} is null (R-replace-invalid-args), with the object if
   *     this was its last handle
   */
  synchronized Found<KernelObject> replace(int value, int rights, int[] out) {
    Handle source = table.get(value);
    if (source == null) {
      return new Found<>(Status.BAD_HANDLE, null);
    }
    int status = Status.INVALID_ARGS;
    if (grants(source, rights) && out != null) {
      out[0] = put(source.object, granted(source, rights));
      status = Status.OK;
    }
    KernelObject released = drop(value);
    assert invariant();
    return new Found<>(status, released);
  }

  private static boolean grants(Handle source, int rights) {
    return rights == Rights.SAME_RIGHTS || Rights.include(source.rights, rights);
  }

  private static int granted(Handle source, int rights) {
    return rights == Rights.SAME_RIGHTS ? source.rights : rights;
  }

  private int put(KernelObject object, int rights) {
    do {
      lastValue++;
    } while (lastValue == Kernel.HANDLE_INVALID || table.containsKey(lastValue));
    table.put(lastValue, new Handle(object, rights));
    object.handles++;
    return lastValue;
  }

  /** Returns the object if this was its last handle, else null. */
  private KernelObject drop(int value) {
    KernelObject object = table.remove(value).object;
    object.handles--;
    return object.handles == 0 ? object : null;
  }

  private boolean invariant() {
    assert !table.containsKey(Kernel.HANDLE_INVALID);
    for (Handle handle : table.values()) {
      assert handle.object.handles > 0;
    }
    return true;
  }
}
