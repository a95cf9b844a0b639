------------------------------ MODULE MCRacesBind ------------------------------
(***************************************************************************)
(* A bind between its lookups and its effect, while the other thread       *)
(* closes, replaces and destroys what it has looked up, and a reader       *)
(* waits.                                                                  *)
(***************************************************************************)
EXTENDS PropertiesPorts

MCPrologue == <<CreatePort(1, Bindable), CreateInterrupt(2)>>

MCAlphabet(k, cs) ==
  {Bind(2, 1, 1), Trigger(2, 1), Destroy(2), Close(1), Close(2), Read(1, "INFINITE")}
  \union When(Live(k, 2) /\ ~Live(k, 3), {Replace(2, {"READ"}, 3)})

MCCapacity == [floor |-> 1, k2049 |-> 1, k4097 |-> 2]
==============================================================================
