------------------------------- MODULE MCHandles -------------------------------
(***************************************************************************)
(* Two threads create, close, duplicate and replace: the handle table, and *)
(* the objects that live by it.                                            *)
(***************************************************************************)
EXTENDS PropertiesPorts

MCPrologue == <<CreateInterrupt(1)>>

(* A new handle has a value that neither a handle nor a call has.           *)
Unused(k, cs, h) ==
  /\ ~Live(k, h)
  /\ \A t \in DOMAIN cs : cs[t].at # "done" /\ "out" \in DOMAIN cs[t].args => cs[t].args.out # h

MCAlphabet(k, cs) ==
  {s \in {CreatePort(2, {}), CreateEvent(2), CreateInterrupt(2), Duplicate(1, {"READ"}, 3),
          Duplicate(3, {"READ"}, 2), Duplicate(1, {"EXECUTE"}, 2),
          Replace(1, {"READ", "DUPLICATE"}, 3), Replace(3, {"WRITE"}, 2)} :
      Unused(k, cs, s.args.out)}
  \union {Close(h) : h \in 0 .. 3}

MCCapacity == [floor |-> 1, k2049 |-> 1, k4097 |-> 2]
==============================================================================
