-------------------------------- MODULE MCRaces --------------------------------
(***************************************************************************)
(* Races of handles: one thread closes, duplicates, replaces and destroys  *)
(* while another is between the lookup and the effect of its calls, and a  *)
(* third waits.                                                            *)
(***************************************************************************)
EXTENDS PropertiesPorts

MCPrologue ==
  <<CreatePort(1, Bindable), CreateInterrupt(2), Bind(2, 1, 1), Duplicate(2, {"SAME_RIGHTS"}, 3)>>

MCAlphabet(k, cs) ==
  {s \in {Ack(2), Destroy(3), Close(1), Close(2), Close(3), Read(1, "INFINITE"),
          Replace(3, {"SIGNAL"}, 4), Duplicate(2, {"WRITE"}, 3)} :
      /\ s.op = "handle_duplicate" => ~Live(k, 3)
      /\ s.op = "handle_replace" => ~Live(k, 4)}
  \union {Trigger(h, 1) : h \in {g \in {2, 4} : MayTrigger(k, g)}}

MCCapacity == [floor |-> 1, k2049 |-> 1, k4097 |-> 2]
==============================================================================
