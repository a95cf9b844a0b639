------------------------------ MODULE MCRacesWait ------------------------------
(***************************************************************************)
(* A thread in interrupt_wait, whose interrupt loses its handles, is       *)
(* destroyed or is bound by two others at once.                            *)
(***************************************************************************)
EXTENDS PropertiesPorts

MCPrologue ==
  <<CreatePort(1, Bindable), CreateInterrupt(2), Duplicate(2, {"SIGNAL"}, 3)>>

MCAlphabet(k, cs) ==
  {Wait(2), Bind(2, 1, 1), Destroy(3), Close(2), Close(3)}
  \union When(MayTrigger(k, 3), {Trigger(3, 1)})

MCCapacity == [floor |-> 1, k2049 |-> 1, k4097 |-> 2]
==============================================================================
