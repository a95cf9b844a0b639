------------------------- MODULE PropertiesHistories -------------------------
(***************************************************************************)
(* Delivery over whole histories: nothing is delivered twice, nothing is   *)
(* invented, nothing is lost; and in what order packets are read.          *)
(*                                                                         *)
(* Every trigger of a history has a timestamp of its own, so that it can   *)
(* be told what became of each.  A history has triggers 1 .. Triggers.     *)
(***************************************************************************)
EXTENDS PropertiesPorts

CONSTANT Triggers

VARIABLES
  made,     \* how many calls of interrupt_trigger have been made
  occurred, \* the triggers that took effect: [source, timestamp, bound, period]
  keys,     \* the keys of the binds that took effect: [source, key]
  sent,     \* the packets that were queued, in order: [source, key, timestamp]
  read,     \* those that were read, in order: [key, timestamp]
  owed      \* interrupt -> its packets queued since its last ack

history == <<made, occurred, keys, sent, read, owed>>

LOCAL ThePort == 1
LOCAL QueueIn(k) == IF ThePort \in DOMAIN k.objects THEN k.objects[ThePort].interrupts ELSE <<>>

(***************************************************************************)
(* What a step adds to the history                                         *)
(***************************************************************************)
LOCAL Sent == Len(QueueIn(kernel')) > Len(QueueIn(kernel))
LOCAL Newest == QueueIn(kernel')[Len(QueueIn(kernel'))]

LOCAL Took(op) ==
  {t \in Threads : /\ EffectOf(t, op)
                   /\ calls'[t].at = "done" /\ Status(t) = "OK"}

(* A period of an interrupt lasts from one of its packets to the next.      *)
LOCAL PeriodOf(o) ==
  LET Mine(packet) == packet.source = o IN Len(SelectSeq(sent, Mine))

LOCAL Record ==
  /\ made' = made + Cardinality({t \in Threads :
               calls[t] = Idle /\ calls'[t] # Idle /\ calls'[t].op = "interrupt_trigger"})
  /\ \A t \in Threads : made' > made /\ calls[t] # calls'[t] => calls'[t].args.timestamp = made'
  /\ occurred' = occurred \union
       {[source |-> Subject(t), timestamp |-> calls[t].args.timestamp,
         bound |-> Bound(Object(Subject(t))), period |-> PeriodOf(Subject(t))]
        : t \in Took("interrupt_trigger")}
  /\ keys' = keys \union
       {[source |-> Subject(t), key |-> calls[t].args.key] : t \in Took("interrupt_bind")}
  /\ sent' = IF Sent THEN Append(sent, Newest) ELSE sent
  /\ read' = IF \E t \in Threads : Reads(t, "INTERRUPT")
               THEN LET packet == calls'[CHOOSE t \in Threads : Reads(t, "INTERRUPT")].reply.packet
                    IN  Append(read, [key |-> packet.key, timestamp |-> packet.timestamp])
               ELSE read
  /\ owed' = [o \in DOMAIN owed |->
                (IF \E t \in Took("interrupt_ack") : Subject(t) = o THEN 0 ELSE owed[o])
                + IF Sent /\ Newest.source = o THEN 1 ELSE 0]

HistoriesInit ==
  /\ Init
  /\ made = 0 /\ occurred = {} /\ keys = {} /\ sent = <<>> /\ read = <<>>
  /\ owed = [o \in OfType(InitialKernel, "interrupt") |-> 0]

HistoriesSpec == HistoriesInit /\ [][Next /\ Record]_<<vars, history>>

(***************************************************************************)
(* What a history must be like                                             *)
(***************************************************************************)
LOCAL Same(x, y) == x.source = y.source /\ x.timestamp = y.timestamp

LOCAL Remembered(x) ==
  x.source \in Interrupts /\ x.timestamp \in Range(Object(x.source).remembered)

(* The packet of a trigger is queued once, and its trigger forgotten.       *)
(* R-packet-delivered R-rearm-pending *)
NothingTwice ==
  \A m \in DOMAIN sent : Given(m = Len(sent),
    /\ \A n \in 1 .. m - 1 : ~Same(sent[m], sent[n])
    /\ ~Remembered(sent[m]))

(* Key and timestamp of a packet are those of the bind and of a trigger.    *)
(* R-packet-key R-packet-timestamp *)
NothingInvented ==
  \A n \in DOMAIN sent : Given(n = Len(sent),
    /\ \E x \in occurred : Same(sent[n], x)
    /\ [source |-> sent[n].source, key |-> sent[n].key] \in keys)

(* After a trigger of a bound interrupt one is delivered or waits for the   *)
(* ack, that one or another; where each is to be, each.                     *)
(* R-packet-delivered R-rearm-needed R-rearm-pending *)
NothingLost ==
  \A x \in occurred :
    Given(x.bound /\ x.source \in Interrupts /\ ~Object(x.source).destroyed,
      LET Mine(packet) == packet.source = x.source
          mine    == SelectSeq(sent, Mine)
          sentIn(y, first) == \E n \in first .. Len(mine) : Same(mine[n], y)
      IN  \/ Remembered(x) \/ sentIn(x, 1)
          \/ /\ variant["C-coalesce"] # {"each"}
             /\ \E y \in occurred :
                  y.source = x.source /\ (Remembered(y) \/ sentIn(y, x.period + 1)))

(* R-rearm-needed R-rearm R-rearm-pending *)
OnePacketAnAck == \A o \in DOMAIN owed : Given(owed[o] > 0, owed[o] = 1)

(* What was read, and then what is unread, is what was queued in that order, *)
(* but for what a destroy removed.                                          *)
(* R-fifo R-port-wait-interrupt *)
ReadInOrder ==
  LET all == read \o QueueIn(kernel)
      place(n) == CHOOSE m \in DOMAIN sent : sent[m].timestamp = all[n].timestamp
  IN  /\ \A n \in DOMAIN all : \E m \in DOMAIN sent :
            sent[m].timestamp = all[n].timestamp /\ sent[m].key = all[n].key
      /\ \A n \in DOMAIN all : Given(n > 1, place(n - 1) < place(n))
==============================================================================
