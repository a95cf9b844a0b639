--------------------------------- MODULE Tests ---------------------------------
(* The tests of the pure operators: assumptions that TLC checks.            *)
EXTENDS TestKernel, TestPorts, TestInterrupts, TestSteps

SmallCapacity == [floor |-> 2, k2049 |-> 2, k4097 |-> 3]
==============================================================================
