//! The names of Zircon's public interface.

pub type Handle = u32;
pub type Rights = u32;
/// In ns.
pub type Time = i64;

pub const INVALID: Handle = 0;
pub const INFINITE: Time = Time::MAX;

#[derive(Clone, Copy)]
pub enum Error {
    InvalidArgs = -10,
    BadHandle = -11,
    WrongType = -12,
    BadState = -20,
    TimedOut = -21,
    ShouldWait = -22,
    Canceled = -23,
    NotFound = -25,
    AlreadyBound = -27,
    AccessDenied = -30,
}

pub const DUPLICATE: Rights = 1 << 0;
pub const TRANSFER: Rights = 1 << 1;
pub const READ: Rights = 1 << 2;
pub const WRITE: Rights = 1 << 3;
pub const SIGNAL: Rights = 1 << 12;
pub const WAIT: Rights = 1 << 14;
pub const INSPECT: Rights = 1 << 15;
pub const SAME_RIGHTS: Rights = 1 << 31;

/// An option of `interrupt_create`.
pub const VIRTUAL: u32 = 0x10;
/// An option of `port_create`.
pub const BIND_TO_INTERRUPT: u32 = 1;

#[derive(Clone, Copy)]
pub enum Contents {
    User { payload: u64 },
    Interrupt { timestamp: Time },
}

#[derive(Clone, Copy)]
pub struct Packet {
    pub key: u64,
    pub contents: Contents,
}

/// What a call writes when it succeeds.
pub enum Output {
    Nothing,
    Handle(Handle),
    Timestamp(Time),
    Packet(Packet),
}

pub type Reply = Result<Output, Error>;
