/*
 * Interrupts, ports and handles in one thread. A call runs to its end before another begins, but for one that blocks: it
 * stands in a line, and whoever brings about what it waits for answers it. Numbers of 64 bits are BigInts.
 *
 * Where the documents leave a choice, this kernel: keeps the last of several triggers; has a trigger that came before the bind
 * wait for an ack; takes one thread at a time that waits for an interrupt; looks at a handle's rights before its type; has a
 * destroyed interrupt stay bound; leaves the readers of a closed port alone; closes a handle that could not be replaced.
 *
 * FAULTS are mistakes that can be switched on.
 */
const OK = 0, INVALID_ARGS = -10, BAD_HANDLE = -11, WRONG_TYPE = -12, BAD_STATE = -20, TIMED_OUT = -21;
const SHOULD_WAIT = -22, CANCELED = -23, NOT_FOUND = -25, ALREADY_BOUND = -27, ACCESS_DENIED = -30;

const DUPLICATE = 1 << 0, TRANSFER = 1 << 1, READ = 1 << 2, WRITE = 1 << 3, SIGNAL = 1 << 12, WAIT = 1 << 14, INSPECT = 1 << 15;
const SAME_RIGHTS = 2 ** 31;
const RIGHTS_OF_PORT = TRANSFER | DUPLICATE | INSPECT | READ | WRITE;
const RIGHTS_OF_OTHERS = RIGHTS_OF_PORT | WAIT | SIGNAL;

const VIRTUAL = 0x10, BIND_TO_INTERRUPT = 1;
const USER = 0, INTERRUPT = 7;
const INFINITE = 2n ** 63n - 1n;
const CAPACITY = 1234; // user packets in a port

export const FAULTS = {
  "ack-forgets": "an ack arms the interrupt, and drops the trigger that is remembered",
  "key-in-a-double": "a key becomes a number of JavaScript, which has 53 bits",
  "zero-is-none": "a trigger with timestamp 0 is remembered, and taken for none",
  "one-queue": "packets of interrupts stand behind those of users that came before",
  "unread-stays": "destroy leaves the interrupt's packet in the port",
  "wait-peeks": "a wait leaves the trigger that it returns",
  "duplicate-adds-rights": "a duplicate has the rights of the old handle beside those asked for",
  "replace-keeps-old": "a handle that was replaced can still be used",
  "expired-in-line": "a reader whose deadline has passed stays in line, and is given a packet",
  "race-two-binds": "two binds at once may both find the interrupt unbound",
  "race-lost-packet": "a packet that comes between a reader's look and its wait does not wake it",
  "race-sent-when-destroyed": "a trigger may find the interrupt live, and send when it is destroyed",
};

/** Gives way to whatever has come meanwhile. */
export const later = () => new Promise(setImmediate);

/** A call ends with this status, and has changed nothing. */
export class Refused extends Error {
  constructor(status) {
    super(`status ${status}`);
    this.status = status;
  }
}

function refuseIf(condition, status) {
  if (condition) {
    throw new Refused(status);
  }
}

class Event {
  rights = RIGHTS_OF_OTHERS;
}

class Port {
  rights = RIGHTS_OF_PORT;
  users = []; // packets
  interrupts = []; // packets, each with its source
  readers = [];

  constructor(bindable) {
    this.bindable = bindable;
  }
}

class Interrupt {
  rights = RIGHTS_OF_OTHERS;
  binding = null; // its port and key
  destroyed = false;
  armed = true;
  sent = false; // a packet, since the last ack
  pending = undefined; // the timestamp of the trigger that is remembered
  waiters = [];
}

export class Kernel {
  #fault;
  #handles = new Map(); // handle -> its object and rights
  #lastHandle = 0;
  #blocked = new Map(); // thread -> its place in a line

  constructor(fault) {
    this.#fault = fault;
  }

  // What a driver asks beside the calls

  isBlocked(thread) {
    return this.#blocked.has(thread);
  }

  /** The deadline of that thread's call passes, if it is blocked in one that has a deadline. */
  expire(thread) {
    const caller = this.#blocked.get(thread);
    if (caller?.deadline < INFINITE) {
      this.#answer(caller, { status: TIMED_OUT });
      if (this.#fault === "expired-in-line") {
        caller.line.push({ ...caller, thread: undefined });
      }
    }
  }

  // Blocking

  #block(line, thread, deadline = INFINITE) {
    return new Promise((settle) => {
      const caller = { line, thread, deadline, settle };
      line.push(caller);
      this.#blocked.set(thread, caller);
    });
  }

  #answer(caller, reply) {
    caller.line.splice(caller.line.indexOf(caller), 1);
    this.#blocked.delete(caller.thread);
    caller.settle(reply);
  }

  // Handles

  #add(object, rights) {
    this.#lastHandle += 1;
    this.#handles.set(this.#lastHandle, { object, rights });
    return { status: OK, handle: this.#lastHandle };
  }

  #made(object, fits, isNull) {
    refuseIf(!fits || isNull, INVALID_ARGS);
    return this.#add(object, object.rights);
  }

  #entry(handle) {
    refuseIf(!this.#handles.has(handle), BAD_HANDLE);
    return this.#handles.get(handle);
  }

  #find(handle, type, right = 0) {
    const { object, rights } = this.#entry(handle);
    refuseIf(right & ~rights, ACCESS_DENIED);
    refuseIf(!(object instanceof type), WRONG_TYPE);
    return object;
  }

  #close(handle) {
    const { object } = this.#entry(handle);
    this.#handles.delete(handle);
    const isLast = [...this.#handles.values()].every((entry) => entry.object !== object);
    if (isLast && object instanceof Interrupt) {
      this.#destroy(object);
    }
  }

  handle_close({ handle }) {
    if (handle !== 0) {
      this.#close(handle);
    }
    return { status: OK };
  }

  handle_duplicate({ handle, rights, null: isNull }) {
    const old = this.#entry(handle);
    refuseIf(!(old.rights & DUPLICATE), ACCESS_DENIED);
    const fewer = this.#fewer(old, rights, isNull);
    return this.#add(old.object, this.#fault === "duplicate-adds-rights" ? fewer | old.rights : fewer);
  }

  handle_replace({ handle, rights, null: isNull }) {
    const old = this.#entry(handle);
    try {
      return this.#add(old.object, this.#fewer(old, rights, isNull));
    } finally {
      if (this.#fault !== "replace-keeps-old") {
        this.#close(handle);
      }
    }
  }

  #fewer(old, rights, isNull) {
    refuseIf(isNull || (rights !== SAME_RIGHTS && rights & ~old.rights), INVALID_ARGS);
    return rights === SAME_RIGHTS ? old.rights : rights;
  }

  event_create({ options, null: isNull }) {
    return this.#made(new Event(), options === 0, isNull);
  }

  // Ports

  port_create({ options, null: isNull }) {
    return this.#made(new Port(options === BIND_TO_INTERRUPT), options === 0 || options === BIND_TO_INTERRUPT, isNull);
  }

  port_queue({ porth, key, payload, status, null: isNull }) {
    const port = this.#find(porth, Port, WRITE);
    refuseIf(isNull, INVALID_ARGS);
    refuseIf(port.users.length >= CAPACITY, SHOULD_WAIT);
    this.#put(port, port.users, { packet: { type: USER, key, status, payload } });
    return { status: OK };
  }

  #put(port, queue, entry) {
    if (port.readers.length > 0) {
      this.#answer(port.readers[0], { status: OK, packet: entry.packet });
    } else {
      queue.push(entry);
    }
  }

  async port_wait({ porth, deadline, null: isNull }, thread) {
    const port = this.#find(porth, Port, READ);
    refuseIf(isNull, INVALID_ARGS);
    const first = port.interrupts.shift() ?? port.users.shift();
    if (first) {
      return { status: OK, packet: first.packet };
    }
    refuseIf(deadline <= 0n, TIMED_OUT);
    if (this.#fault === "race-lost-packet") {
      await later();
    }
    return this.#block(port.readers, thread, deadline);
  }

  // Interrupts

  interrupt_create({ src_obj, options, null: isNull }) {
    if (!(options & VIRTUAL)) {
      this.#entry(src_obj);
      throw new Refused(WRONG_TYPE); // it would have to be a resource, and there are none
    }
    return this.#made(new Interrupt(), options === VIRTUAL, isNull);
  }

  async interrupt_bind({ inth, porth, key, options }) {
    refuseIf(options !== 0, INVALID_ARGS);
    const interrupt = this.#find(inth, Interrupt, READ);
    const port = this.#find(porth, Port, WRITE);
    refuseIf(!port.bindable, BAD_STATE);
    refuseIf(interrupt.destroyed, CANCELED);
    refuseIf(interrupt.binding, ALREADY_BOUND);
    refuseIf(interrupt.waiters.length > 0, BAD_STATE);
    if (this.#fault === "race-two-binds") {
      await later();
    }
    const kept = this.#fault === "key-in-a-double" ? BigInt.asUintN(64, BigInt(Number(key))) : key;
    interrupt.binding = { port, key: kept };
    interrupt.armed = !this.#hasPending(interrupt);
    return { status: OK };
  }

  interrupt_ack({ inth }) {
    const interrupt = this.#find(inth, Interrupt, WRITE);
    refuseIf(interrupt.destroyed, CANCELED);
    refuseIf(!interrupt.binding, BAD_STATE);
    interrupt.armed = true;
    interrupt.sent = false;
    if (this.#hasPending(interrupt) && this.#fault !== "ack-forgets") {
      this.#send(interrupt, interrupt.pending);
    }
    interrupt.pending = undefined;
    return { status: OK };
  }

  async interrupt_trigger({ inth, options, timestamp }) {
    const interrupt = this.#find(inth, Interrupt, SIGNAL);
    refuseIf(options !== 0, INVALID_ARGS);
    refuseIf(interrupt.destroyed, CANCELED);
    if (this.#fault === "race-sent-when-destroyed") {
      await later();
    }
    if (interrupt.binding && interrupt.armed) {
      this.#send(interrupt, timestamp);
    } else if (interrupt.waiters.length > 0) {
      this.#answer(interrupt.waiters[0], { status: OK, timestamp });
    } else {
      interrupt.pending = timestamp;
    }
    return { status: OK };
  }

  #hasPending({ pending }) {
    return this.#fault === "zero-is-none" ? Boolean(pending) : pending !== undefined;
  }

  #send(interrupt, timestamp) {
    const { port, key } = interrupt.binding;
    const queue = this.#fault === "one-queue" ? port.users : port.interrupts;
    interrupt.armed = false;
    interrupt.sent = true;
    this.#put(port, queue, { source: interrupt, packet: { type: INTERRUPT, key, status: OK, timestamp } });
  }

  async interrupt_wait({ inth, null: isNull }, thread) {
    const interrupt = this.#find(inth, Interrupt, WAIT);
    refuseIf(interrupt.destroyed, CANCELED);
    refuseIf(interrupt.binding || interrupt.waiters.length > 0, BAD_STATE);
    const { status, timestamp } = this.#hasPending(interrupt) ? this.#take(interrupt) : await this.#block(interrupt.waiters, thread);
    return status !== OK || isNull ? { status } : { status, timestamp };
  }

  #take(interrupt) {
    const timestamp = interrupt.pending;
    if (this.#fault !== "wait-peeks") {
      interrupt.pending = undefined;
    }
    return { status: OK, timestamp };
  }

  interrupt_destroy({ inth }) {
    const interrupt = this.#find(inth, Interrupt);
    return { status: interrupt.destroyed ? OK : this.#destroy(interrupt) };
  }

  /** The status says whether a packet was read and not acked. */
  #destroy(interrupt) {
    interrupt.destroyed = true;
    interrupt.pending = undefined;
    [...interrupt.waiters].forEach((waiter) => this.#answer(waiter, { status: CANCELED }));
    const wasUnread = interrupt.binding !== null && this.#removeUnread(interrupt);
    return interrupt.sent && !wasUnread ? NOT_FOUND : OK;
  }

  /** Whether there was an unread packet of the interrupt. */
  #removeUnread(interrupt) {
    const { port } = interrupt.binding;
    const others = port.interrupts.filter((entry) => entry.source !== interrupt);
    const found = others.length < port.interrupts.length;
    if (this.#fault !== "unread-stays") {
      port.interrupts = others;
    }
    return found;
  }
}
