----------------------------- MODULE MCInduction -----------------------------
(***************************************************************************)
(* Induction in the small: one step of every call from every kernel within *)
(* bounds of which the invariants hold, reachable or not.  The objects are *)
(* there from the start; where the table of handles does not vary, the     *)
(* handle of an object has its number.                                     *)
(***************************************************************************)
EXTENDS Induction

CONSTANTS
  Operations,       \* the calls that are made
  Bounds,           \* one of those below
  Invariant(_),     \* what holds of a kernel
  Counting(_, _)    \* what holds of a kernel and of what has come to pass

(***************************************************************************)
(* Bounds                                                                  *)
(*                                                                         *)
(* ports, interrupts     the numbers of the objects                        *)
(* threads               those that may wait; one of them makes the call   *)
(* keys, times           of packets and triggers; a payload is a time      *)
(* rights                what a handle may have                            *)
(* packets, queued, remembered, released, stale                            *)
(*                       how many there may be in a port of users and of   *)
(*                       interrupts, and in an interrupt                   *)
(* readers, waiters      how many may sleep, have been woken, be counted   *)
(* signals               whether a signal came while nobody slept          *)
(* late                  what may have no handle any more while a call is  *)
(*                       in progress that has looked it up                 *)
(* variants              names of Variants, or "every", or "any order"     *)
(***************************************************************************)
Small ==
  [ports |-> {1}, interrupts |-> {2}, threads |-> {"t"}, keys |-> {2}, times |-> {1},
   rights |-> {DefaultRights.interrupt, {"DUPLICATE"}},
   packets |-> 1, queued |-> 2, remembered |-> 1, released |-> 0, stale |-> 0,
   readers |-> {0}, waiters |-> {0}, signals |-> {FALSE}, late |-> {}, variants |-> {"every"}]

TwoInterrupts ==
  [Small EXCEPT !.interrupts = {2, 3}, !.packets = 0, !.rights = {DefaultRights.interrupt}]
Values == [Small EXCEPT !.keys = {1, 2}, !.times = {0, 1}, !.remembered = 2]
Waiters ==
  [Small EXCEPT !.released = 1, !.stale = 1, !.waiters = {0, 1}, !.signals = BOOLEAN]
Readers == [Small EXCEPT !.readers = {0, 1}]
Late == [Small EXCEPT !.late = {1, 2}]
EachVariant == [Small EXCEPT !.variants = {"any order"} \union DOMAIN Variants]

VARIABLES
  kernel, call, variant,
  counts,           \* what has come to pass: see Past
  stepped           \* whether the step was taken

vars == <<kernel, call, variant, counts, stepped>>

Objects == Bounds.ports \union Bounds.interrupts
Thread == CHOOSE t \in Bounds.threads : TRUE

UpTo(S, n) == UNION {[1 .. m -> S] : m \in 0 .. n}

VariantOf(name) ==
  CASE name = "every"     -> Every
    [] name = "any order" -> [Every EXCEPT !["C-error-order"] = {"any"}]
    [] OTHER              -> Variants[name]

(***************************************************************************)
(* Kernels                                                                 *)
(***************************************************************************)
SomePorts ==
  [type: {"port"}, bindable: BOOLEAN,
   packets: UpTo([key: Bounds.keys, payload: Bounds.times], Bounds.packets),
   interrupts: UpTo([source: Bounds.interrupts, key: Bounds.keys, timestamp: Bounds.times],
                    Bounds.queued),
   state: {"open", "silent", "CANCELED"},
   count: Bounds.readers, asleep: Bounds.readers, woken: Bounds.readers]

SomeInterrupts ==
  [type: {"interrupt"}, destroyed: BOOLEAN,
   binding: UpTo([port: Bounds.ports, key: Bounds.keys], 1),
   arm: {"armed", "sent", "early"},
   remembered: UpTo(Bounds.times, Bounds.remembered),
   waiters: SUBSET Bounds.threads,
   released: {S \in SUBSET [thread: Bounds.threads, timestamp: Bounds.times] :
                Cardinality(S) <= Bounds.released},
   stale: UpTo(Bounds.times, Bounds.stale),
   asleep: Bounds.waiters, woken: Bounds.waiters, signalled: Bounds.signals]

HandleTables ==
  UNION {[there -> [object: Objects, rights: Bounds.rights]] : there \in SUBSET Objects}

(* All handles, with all rights, and all but that of one object.            *)
TableOf(objects) == [h \in objects |-> [object |-> h, rights |-> DefaultRights.interrupt]]
Table == TableOf(Objects)
TableWithout(o) == TableOf(Objects \ {o})

(***************************************************************************)
(* Calls in progress                                                       *)
(***************************************************************************)
Names == Objects \union {InvalidHandle}
New == 1 + CHOOSE n \in Objects : \A m \in Objects : m <= n

Arguments(op, handles) ==
  CASE op = "interrupt_create" ->
         [src_obj: handles, src_num: {0}, options: {{}, {"VIRTUAL"}, {"VIRTUAL", "WAKE_VECTOR"}},
          out: {New}, null: BOOLEAN]
    [] op = "port_create" ->
         [options: {{}, {"BIND_TO_INTERRUPT"}}, out: {New}, null: BOOLEAN]
    [] op = "event_create" -> [options: {{}}, out: {New}, null: BOOLEAN]
    [] op = "interrupt_bind" ->
         [inth: handles, porth: handles, key: Bounds.keys, options: {{}, {"UNBIND"}}]
    [] op = "interrupt_unbind" ->
         [inth: handles, porth: handles, key: Bounds.keys, options: {{"UNBIND"}}]
    [] op \in {"interrupt_ack", "interrupt_destroy"} -> [inth: handles]
    [] op = "interrupt_trigger" -> [inth: handles, options: {{}}, timestamp: Bounds.times]
    [] op = "interrupt_wait" -> [inth: handles, null: BOOLEAN]
    [] op = "port_queue" ->
         [porth: handles, key: Bounds.keys, payload: Bounds.times, null: BOOLEAN]
    [] op = "port_wait" ->
         [porth: handles, deadline: {"PAST", "FINITE", "PASSED"}, null: BOOLEAN]
    [] op = "handle_close" -> [handle: handles]
    [] op \in {"handle_duplicate", "handle_replace"} ->
         [handle: handles, rights: Bounds.rights \union {{"SAME_RIGHTS"}}, out: {New},
          null: BOOLEAN]

OfHandles == {"handle_close", "handle_duplicate", "handle_replace"}

(* What comes after the lookups reads no handle.                            *)
Handles(op, at) ==
  IF at = "entry" \/ (at = "effect" /\ op \in OfHandles) THEN Names ELSE {InvalidHandle}

Places(op) ==
  CASE op = "port_wait"      -> {"entry", "effect", "waiting", "dozing", "asleep", "lapsed"}
    [] op = "interrupt_wait" -> {"entry", "effect", "waiting", "dozing", "asleep"}
    [] op \in {"handle_close", "handle_replace"} -> {"effect", "closing"}
    [] op \in {"handle_duplicate", "port_create", "event_create"} -> {"effect"}
    [] OTHER -> {"entry", "effect"}

(* So many lookups have been made as there are where it has come to.        *)
Reached(c) ==
  LET looked == Len(c.objects)
      all    == Len(Lookups(c))
  IN  CASE c.at = "entry"  -> looked < all
        [] c.at = "effect" -> looked = all
        [] OTHER           -> looked = 1 /\ c.faults = <<>>

Calls ==
  UNION {
    UNION {
      {c \in [op: {op}, at: {at}, args: Arguments(op, Handles(op, at)),
              objects: UpTo(Names, 2),
              faults: {<<>>, <<Fault("ACCESS_DENIED", {})>>}] : Reached(c)}
      : at \in Places(op)}
    : op \in Operations}

(* Those that read the table of handles, which varies for them; what the    *)
(* objects hold varies for the others.                                      *)
OfTable == {c \in Calls : c.at = "entry" \/ (c.at = "effect" /\ Lookups(c) = <<>>)}
Closing == {c \in Calls : c.at = "closing"}
OfObjects == Calls \ (OfTable \union Closing)

Plain(k) ==
  /\ \A o \in Bounds.interrupts :
       LET i == k.objects[o]
       IN  /\ i.arm = "armed" /\ i.remembered = <<>> /\ i.waiters = {}
           /\ i.released = {} /\ i.stale = <<>>
  /\ \A p \in Bounds.ports : k.objects[p].packets = <<>> /\ k.objects[p].state = "open"

(***************************************************************************)
(* One step                                                                *)
(***************************************************************************)
CountsOf(k) ==
  {g \in [sent: [Bounds.interrupts -> 0 .. 1], acked: [Bounds.interrupts -> {0}],
          closing: SUBSET {o \in Objects : Unreferenced(k, o)},
          left: SUBSET (Bounds.late \intersect Bounds.interrupts)] :
     /\ Counting(k, g)
     /\ \A i \in Bounds.interrupts : ~Bound(k.objects[i]) => g.sent[i] = 0}

CallsBeside(k) ==
  LET is(objects) == \E o \in objects : k.handles = TableWithout(o)
  IN  When(Plain(k), OfTable)
        \union When(k.handles = Table \/ is(Bounds.late), OfObjects)
        \union {c \in Closing : is({c.objects[1]})}

Init ==
  /\ \E ports \in [Bounds.ports -> SomePorts],
        interrupts \in [Bounds.interrupts -> SomeInterrupts] :
       LET With(handles) == [EmptyKernel EXCEPT !.objects = ports @@ interrupts,
                                                !.handles = handles]
       IN  /\ Invariant(With(Table))
           /\ \E handles \in {Table} \union {TableWithout(o) : o \in Objects}
                               \union When(Plain(With(Table)), HandleTables) :
                kernel = With(handles)
  /\ counts \in CountsOf(kernel)
  /\ call \in {c \in CallsBeside(kernel) :
               Fits(kernel, c) /\ Possible(kernel, c) /\ Tells(c, counts)}
  /\ Invariant(kernel)
  /\ variant \in {VariantOf(name) : name \in Bounds.variants}
  /\ stepped = FALSE

Next ==
  /\ ~stepped
  /\ stepped' = TRUE
  /\ \E r \in Steps(variant, kernel, Thread, call) :
       /\ kernel' = r.kernel
       /\ call' = r.call
       /\ counts' = Past(kernel, call, r, counts)
  /\ UNCHANGED variant

Spec == Init /\ [][Next]_vars

FewPackets == [floor |-> 1, k2049 |-> 1, k4097 |-> 2]
==============================================================================
