"""Interrupts, ports and handles under one lock, with replies handed to whoever waits.

A blocked thread does not look for what it waits for: the thread that brings it about answers it, and it returns with that
answer. So the kernel knows at any moment who is blocked. Where the document leaves a choice, this often chooses otherwise than
the reference implementation does. FAULTS are mistakes that can be switched on.
"""

import collections
import threading
import time

OK, INVALID_ARGS, BAD_HANDLE, WRONG_TYPE, BAD_STATE = 0, -10, -11, -12, -20
TIMED_OUT, SHOULD_WAIT, CANCELED, NOT_FOUND, ALREADY_BOUND, ACCESS_DENIED = -21, -22, -23, -25, -27, -30

DUPLICATE, READ, WRITE, SIGNAL, WAIT, SAME_RIGHTS = 1 << 0, 1 << 2, 1 << 3, 1 << 12, 1 << 14, 1 << 31
VIRTUAL, BIND_TO_INTERRUPT = 0x10, 1
USER, INTERRUPT = 0, 7
CAPACITY = 1500

FAULTS = {
    "ack-loses-trigger": "an ack arms the interrupt, and forgets the trigger that came before",
    "user-first": "a reader gets user packets before those of interrupts",
    "trigger-lost": "a trigger after an early ack is lost while the packet before it is unread",
    "destroy-leaves-packet": "a destroyed interrupt's packet stays in the port",
    "reader-sleeps-on": "an interrupt's packet does not wake a reader",
    "negative-time-is-zero": "a packet's timestamp is 0 where it should be negative",
    "key-of-refused-bind": "a bind that is refused, as there is one, leaves its key",
    "bind-beside-waiter": "an interrupt can be bound while a thread waits for it",
    "one-memory": "all interrupts share one remembered trigger",
    "destroy-always-ok": "a destroy is OK although the packet was read and not acked",
    "destroy-by-key": "destroy takes the packets of other interrupts with that key, too",
    "destroy-leaves-waiter": "destroy does not release the threads that wait for the interrupt",
    "close-destroys-nothing": "the close of an interrupt's last handle does not destroy it",
    "refused-duplicate-holds": "a duplicate that is refused leaves a handle that nobody knows",
    "duplicate-gives-all": "a duplicate has all rights, whatever was asked for",
    "ack-asks-for-signal": "an ack needs the right to signal instead of the right to write",
    "last-in-first-out": "a reader gets the user packet that came last",
    "race-two-packets": "two triggers at once may both find the interrupt armed",
    "race-lost-packet": "a packet that comes between a reader's look and its wait does not wake it",
    "race-two-binds": "two binds at once may both find the interrupt unbound",
}


class Refused(Exception):
    """A call ends with this status, and has changed nothing."""


class Event:
    rights = 0xD00F


class Port:
    rights = 0x800F

    def __init__(self, bindable):
        self.bindable = bindable
        self.packets = collections.deque()  # of users
        self.interrupts = collections.deque()  # of interrupts, as (interrupt, packet)
        self.readers = collections.deque()


class Interrupt:
    rights = 0xD00F

    def __init__(self):
        self.port = None
        self.key = 0
        self.armed = True
        self.sent = False  # a packet was sent since the last ack
        self.pending = []  # the timestamp of a trigger that waits for an ack, a wait or a bind
        self.waiters = collections.deque()
        self.destroyed = False


class Waiter:
    """A thread in a call that blocks, in line with others."""

    def __init__(self, lock, line, deadline=None):
        self.thread = threading.current_thread().name
        self.condition = threading.Condition(lock)
        self.line = line
        self.deadline = deadline
        self.reply = None


class Kernel:
    def __init__(self, fault=None):
        self.fault = fault
        self.lock = threading.Lock()
        self.quiet = threading.Condition(self.lock)
        self.running = 0  # calls that have begun, and neither returned nor blocked
        self.waiting = {}
        self.handles = {}
        self.last_handle = 0
        self.memory = []  # of one-memory

    # What a driver asks beside the calls

    def begin(self):
        """A call is about to be made."""
        with self.lock:
            self.running += 1

    def end(self):
        """That call has returned."""
        with self.lock:
            self._stop_running()

    def blocked(self):
        """Waits until no call runs, and names the threads that are blocked."""
        with self.lock:
            while self.running:
                self.quiet.wait()
            return sorted(self.waiting)

    def expire(self, thread):
        """The deadline of that thread's call passes."""
        with self.lock:
            waiter = self.waiting.get(thread)
            if waiter and waiter.deadline == "finite":
                self._answer(waiter, {"status": TIMED_OUT})

    # Blocking

    def _stop_running(self):
        self.running -= 1
        if not self.running:
            self.quiet.notify_all()

    def _block(self, line, deadline=None):
        waiter = Waiter(self.lock, line, deadline)
        line.append(waiter)
        self.waiting[waiter.thread] = waiter
        self._stop_running()
        while waiter.reply is None:
            waiter.condition.wait()
        return waiter.reply

    def _answer(self, waiter, reply):
        waiter.line.remove(waiter)
        del self.waiting[waiter.thread]
        self.running += 1
        waiter.reply = reply
        waiter.condition.notify()

    # Handles

    def _new(self, made, rights):
        self.last_handle += 1
        self.handles[self.last_handle] = (made, rights)
        return {"status": OK, "handle": self.last_handle}

    def _find(self, handle, kind, right):
        if handle not in self.handles:
            raise Refused(BAD_HANDLE)
        found, rights = self.handles[handle]
        if not isinstance(found, kind):
            raise Refused(WRONG_TYPE)
        if right & ~rights:
            raise Refused(ACCESS_DENIED)
        return found

    def _forget(self, handle):
        found, _ = self.handles.pop(handle)
        if all(other is not found for other, _ in self.handles.values()):
            if isinstance(found, Interrupt) and self.fault != "close-destroys-nothing":
                self._destroy(found)
            elif isinstance(found, Port):
                for reader in list(found.readers):
                    self._answer(reader, {"status": CANCELED})

    def handle_close(self, handle):
        with self.lock:
            if handle:
                self._find(handle, object, 0)
                self._forget(handle)
            return {"status": OK}

    def handle_duplicate(self, handle, rights, null=False):
        with self.lock:
            found = self._find(handle, object, DUPLICATE)
            fewer = self._fewer(handle, rights, null)
            return self._new(found, found.rights if self.fault == "duplicate-gives-all" else fewer)

    def handle_replace(self, handle, rights, null=False):
        with self.lock:
            found = self._find(handle, object, 0)
            made = self._new(found, self._fewer(handle, rights, null))
            del self.handles[handle]
            return made

    def _fewer(self, handle, rights, null):
        found, old = self.handles[handle]
        if null or (rights != SAME_RIGHTS and rights & ~old):
            if self.fault == "refused-duplicate-holds":
                self._new(found, old)
            raise Refused(INVALID_ARGS)
        return old if rights == SAME_RIGHTS else rights

    def event_create(self, options, null=False):
        with self.lock:
            return self._made(Event(), options == 0, null)

    def _made(self, made, fits, null):
        if null or not fits:
            raise Refused(INVALID_ARGS)
        return self._new(made, made.rights)

    # Ports

    def port_create(self, options, null=False):
        with self.lock:
            return self._made(Port(options == BIND_TO_INTERRUPT), options in (0, BIND_TO_INTERRUPT), null)

    def port_queue(self, porth, key=0, payload=0, status=OK, type=USER, null=False):
        with self.lock:
            port = self._find(porth, Port, WRITE)
            if null:
                raise Refused(INVALID_ARGS)
            if len(port.packets) >= CAPACITY:
                raise Refused(SHOULD_WAIT)
            packet = {"type": USER, "key": key, "status": status, "payload": payload}
            if port.readers:
                self._answer(port.readers[0], {"status": OK, "packet": packet})
            else:
                port.packets.append(packet)
            return {"status": OK}

    def port_wait(self, porth, deadline, null=False):
        with self.lock:
            port = self._find(porth, Port, READ)
            if null:
                raise Refused(INVALID_ARGS)
            packet = self._take(port)
            if packet:
                return {"status": OK, "packet": packet}
            if deadline <= 0:
                raise Refused(TIMED_OUT)
            if self.fault == "race-lost-packet":
                self._let_others_run()
            return self._block(port.readers, "finite" if deadline < 2**63 - 1 else None)

    def _take(self, port):
        if port.interrupts and not (port.packets and self.fault == "user-first"):
            return port.interrupts.popleft()[1]
        if port.packets and self.fault == "last-in-first-out":
            return port.packets.pop()
        return port.packets.popleft() if port.packets else None

    def _let_others_run(self):
        self.lock.release()
        time.sleep(0)
        self.lock.acquire()

    # Interrupts

    def interrupt_create(self, src_obj, src_num, options, null=False):
        with self.lock:
            if not options & VIRTUAL:
                self._find(src_obj, (), 0)  # it would have to be a resource, and there are none
            interrupt = Interrupt()
            if self.fault == "one-memory":
                interrupt.pending = self.memory
            return self._made(interrupt, options == VIRTUAL, null)

    def interrupt_bind(self, inth, porth, key, options):
        with self.lock:
            interrupt = self._find(inth, Interrupt, READ)
            port = self._find(porth, Port, WRITE)
            if interrupt.destroyed:
                raise Refused(CANCELED)
            if interrupt.port:
                if self.fault == "key-of-refused-bind":
                    interrupt.key = key
                raise Refused(ALREADY_BOUND)
            if options:
                raise Refused(INVALID_ARGS)
            if not port.bindable or (interrupt.waiters and self.fault != "bind-beside-waiter"):
                raise Refused(BAD_STATE)
            if self.fault == "race-two-binds":
                self._let_others_run()
            interrupt.port, interrupt.key, interrupt.armed = port, key, True
            self._send_pending(interrupt)
            return {"status": OK}

    def interrupt_ack(self, inth):
        with self.lock:
            interrupt = self._find(inth, Interrupt, SIGNAL if self.fault == "ack-asks-for-signal" else WRITE)
            if interrupt.destroyed:
                raise Refused(CANCELED)
            if not interrupt.port or interrupt.armed:
                raise Refused(BAD_STATE)
            interrupt.armed, interrupt.sent = True, False
            if self.fault == "ack-loses-trigger":
                interrupt.pending.clear()
            self._send_pending(interrupt)
            return {"status": OK}

    def interrupt_trigger(self, inth, options, timestamp):
        with self.lock:
            interrupt = self._find(inth, Interrupt, SIGNAL)
            if options:
                raise Refused(INVALID_ARGS)
            if interrupt.destroyed:
                raise Refused(CANCELED)
            was_armed = interrupt.port and interrupt.armed
            if was_armed and self.fault == "race-two-packets":
                self._let_others_run()
            if was_armed and self.fault == "trigger-lost" and self._unread(interrupt, interrupt.port):
                interrupt.armed = False
            elif was_armed:
                self._send(interrupt, timestamp)
            elif interrupt.waiters:
                self._answer(interrupt.waiters[0], {"status": OK, "timestamp": timestamp})
            else:
                interrupt.pending[:] = [timestamp]
            return {"status": OK}

    def _send_pending(self, interrupt):
        if interrupt.pending:
            self._send(interrupt, interrupt.pending.pop())

    def _send(self, interrupt, timestamp):
        interrupt.armed, interrupt.sent = False, True
        port = interrupt.port
        if self.fault == "negative-time-is-zero":
            timestamp = max(timestamp, 0)
        packet = {"type": INTERRUPT, "key": interrupt.key, "status": OK, "timestamp": timestamp}
        if port.readers and self.fault != "reader-sleeps-on":
            self._answer(port.readers[0], {"status": OK, "packet": packet})
        else:
            port.interrupts.append((interrupt, packet))

    def _unread(self, interrupt, port):
        if self.fault == "destroy-by-key":
            return [entry for entry in port.interrupts if entry[1]["key"] == interrupt.key]
        return [entry for entry in port.interrupts if entry[0] is interrupt]

    def interrupt_wait(self, inth, null=False):
        with self.lock:
            interrupt = self._find(inth, Interrupt, WAIT)
            if interrupt.destroyed:
                raise Refused(CANCELED)
            if interrupt.port:
                raise Refused(BAD_STATE)
            if interrupt.pending:
                reply = {"status": OK, "timestamp": interrupt.pending.pop()}
            else:
                reply = self._block(interrupt.waiters)
            if null:
                reply.pop("timestamp", None)
            return reply

    def interrupt_destroy(self, inth):
        with self.lock:
            interrupt = self._find(inth, Interrupt, WRITE)
            return {"status": NOT_FOUND if interrupt.destroyed else self._destroy(interrupt)}

    def _destroy(self, interrupt):
        """Destroys it, if nobody did; the status says whether a packet was read and not acked."""
        interrupt.destroyed = True
        interrupt.pending.clear()
        if self.fault != "destroy-leaves-waiter":
            for waiter in list(interrupt.waiters):
                self._answer(waiter, {"status": CANCELED})
        port, interrupt.port = interrupt.port, None
        unread = self._unread(interrupt, port) if port else []
        if self.fault != "destroy-leaves-packet":
            for entry in unread:
                port.interrupts.remove(entry)
        is_lost = port and interrupt.sent and not unread
        return NOT_FOUND if is_lost and self.fault != "destroy-always-ok" else OK
