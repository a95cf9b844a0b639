-------------------------------- MODULE MCRaces --------------------------------
(***************************************************************************)
(* Races of handles: one thread closes, duplicates, replaces and destroys  *)
(* while another is between the lookup and the effect of its calls.        *)
(***************************************************************************)
EXTENDS PropertiesPorts

MCPrologue ==
  <<CreatePort(1, Bindable), CreateInterrupt(2), Bind(2, 1, 1), Duplicate(2, {"SAME_RIGHTS"}, 3)>>

(* A new handle has a value that neither a handle nor a call has.           *)
Unused(k, cs, h) ==
  /\ ~Live(k, h)
  /\ \A t \in DOMAIN cs : cs[t].at # "done" /\ "out" \in DOMAIN cs[t].args => cs[t].args.out # h

MCAlphabet(k, cs) ==
  {s \in {Ack(2), Destroy(3), Close(1), Close(2), Close(3),
          Replace(3, {"SIGNAL"}, 4), Duplicate(2, {"WRITE"}, 3)} :
      s.op \in {"handle_duplicate", "handle_replace"} => Unused(k, cs, s.args.out)}
  \union {Trigger(h, 1) : h \in {g \in {2, 4} : MayTrigger(k, g)}}

MCCapacity == [floor |-> 1, k2049 |-> 1, k4097 |-> 2]
==============================================================================
