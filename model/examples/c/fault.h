/*
 * Faults that can be built in on purpose, to see whether they are found: `make FAULT=USER_FIRST`, say.
 */
#ifndef FAULT_H
#define FAULT_H

enum fault {
  NONE,
  ACK_FORGETS,    /* an ack drops the trigger that is remembered */
  USER_FIRST,     /* a port's user packets go before those of interrupts */
  KEY_IN_32_BITS, /* a bind keeps the low half of its key */
  ZERO_IS_NONE,   /* a remembered trigger with timestamp 0 is taken for none */
  PACKET_STAYS,   /* destroy leaves the packets of the interrupt in the port */
  NO_REARM,       /* a trigger delivers whether or not the last one was acked */
  TABLE_LEAK,     /* replace leaves the old handle in the table */
  WAIT_LEAVES,    /* a wait leaves the remembered trigger that it returns */
  REFUSED_KEY,    /* a bind that is refused, as there is one, leaves its key */
  CLOSE_DESTROYS, /* the close of one of two handles destroys the interrupt */
  OLD_RIGHTS,     /* replace gives the rights of the old handle */
  NO_DEADLINE,    /* a port's readers sleep past their deadlines */
  ANY_OPTIONS,    /* a trigger does not look at its options */
  OUT_IS_WRITTEN, /* a read that times out writes a packet all the same: as a library */
  /* These need calls that overlap. */
  READ_TWICE,     /* two readers can get the same packet */
  LOST_WAKEUP,    /* a packet can come between a reader's look and its sleep */
  TRIGGERED_TWICE, /* two triggers can both find the interrupt armed */
  /* These too: races of the kernel of 2018. */
  SLEEPS_ON,  /* a waiter that a trigger released can sleep on, if another takes the trigger before it sleeps */
  COUNT_HELD, /* a reader whose deadline has passed holds its part of a count until it runs: another can sleep beside a packet */
  CLOSE_SPARES /* an interrupt whose bind forgot a trigger outlives its handles: a trigger on its way still queues a packet */
};

#ifndef FAULT
#define FAULT NONE
#endif

#endif
