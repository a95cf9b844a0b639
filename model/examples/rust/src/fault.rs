//! Mistakes that can be switched on, by `--fault NAME`, to see whether they are found.

#[derive(Clone, Copy, PartialEq)]
pub enum Fault {
    KeyIn32Bits,
    PendingLost,
    UserFirst,
    LastInFirstOut,
    UnreadStays,
    WaiterLeft,
    AnyCloseDestroys,
    AnyPort,
    AckAsksNothing,
    PollBlocks,
    RaceTwoPackets,
    RaceLostPacket,
    RaceReadTwice,
}

const FAULTS: [(&str, Fault); 13] = [
    ("key-in-32-bits", Fault::KeyIn32Bits),          // a bind keeps the low half of its key
    ("pending-lost", Fault::PendingLost),            // a trigger that comes before the ack is not remembered
    ("user-first", Fault::UserFirst),                // a reader gets user packets before those of interrupts
    ("last-in-first-out", Fault::LastInFirstOut),    // a reader gets the user packet that came last
    ("unread-stays", Fault::UnreadStays),            // destroy leaves the interrupt's packet in the port
    ("waiter-left", Fault::WaiterLeft),              // destroy does not release the threads that wait
    ("any-close-destroys", Fault::AnyCloseDestroys), // the close of one of two handles destroys the interrupt
    ("any-port", Fault::AnyPort),                    // a port that was created without the option can be bound to
    ("ack-asks-nothing", Fault::AckAsksNothing),     // an ack does not look at the handle's rights
    ("poll-blocks", Fault::PollBlocks),              // a reader blocks though its deadline has passed
    // These need calls that overlap.
    ("race-two-packets", Fault::RaceTwoPackets), // two triggers may both find the interrupt armed
    ("race-lost-packet", Fault::RaceLostPacket), // a packet may come between a reader's look and its wait
    ("race-read-twice", Fault::RaceReadTwice),   // two readers may get the same packet
];

/// The fault that the arguments of the program ask for.
pub fn from_arguments(arguments: impl Iterator<Item = String>) -> Result<Option<Fault>, String> {
    let all: Vec<String> = arguments.collect();
    match &all[..] {
        [] => Ok(None),
        [option, name] if option == "--fault" => named(name).map(Some),
        _ => Err("usage: zxkernel [--fault NAME]".to_string()),
    }
}

fn named(wanted: &str) -> Result<Fault, String> {
    let found = FAULTS.iter().find(|(name, _)| *name == wanted).map(|(_, fault)| *fault);
    found.ok_or_else(|| format!("there is no fault {wanted}, but {}", FAULTS.map(|(name, _)| name).join(", ")))
}
