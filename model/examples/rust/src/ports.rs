//! Ports: a queue of interrupt packets that goes before a queue of user packets, and readers.

use std::collections::VecDeque;

use crate::fault::Fault;
use crate::kernel::{Id, Kernel, Object, State};
use crate::zx::*;

const RIGHTS_OF_PORT: Rights = TRANSFER | DUPLICATE | INSPECT | READ | WRITE;

/// How many user packets a port holds.
const CAPACITY: usize = 4097;

pub struct Port {
    pub bindable: bool,
    users: VecDeque<Packet>,
    interrupts: VecDeque<(Id, Packet)>, // with the interrupt that sent each
    readers: VecDeque<String>,          // threads; none while there is a packet
}

impl Port {
    /// The packet that comes next.
    fn first(&self, fault: Option<Fault>) -> Option<Packet> {
        let interrupt = self.interrupts.front().map(|(_, packet)| *packet);
        let user = if fault == Some(Fault::LastInFirstOut) { self.users.back() } else { self.users.front() }.copied();
        if fault == Some(Fault::UserFirst) {
            user.or(interrupt)
        } else {
            interrupt.or(user)
        }
    }

    /// Takes away the packet that comes next and has such contents.
    fn remove(&mut self, contents: Contents, fault: Option<Fault>) {
        match contents {
            Contents::Interrupt { .. } => self.interrupts.pop_front().map(|(_, packet)| packet),
            Contents::User { .. } if fault == Some(Fault::LastInFirstOut) => self.users.pop_back(),
            Contents::User { .. } => self.users.pop_front(),
        };
    }
}

impl State {
    pub fn port(&mut self, id: Id) -> &mut Port {
        let Object::Port(port) = &mut self.objects[id] else { unreachable!("it was found as a port") };
        port
    }

    pub fn find_port(&self, handle: Handle, rights: Rights) -> Result<Id, Error> {
        self.find(handle, |object| matches!(object, Object::Port(_)), rights)
    }

    /// Gives the packet of an interrupt to a reader, or queues it.
    pub fn send(&mut self, port: Id, source: Id, packet: Packet) {
        if !self.hand(port, packet) {
            self.port(port).interrupts.push_back((source, packet));
        }
    }

    /// Whether there is a reader, which has the packet then.
    fn hand(&mut self, port: Id, packet: Packet) -> bool {
        let reader = self.port(port).readers.pop_front();
        if let Some(thread) = &reader {
            self.answer(thread, Ok(Output::Packet(packet)));
        }
        reader.is_some()
    }

    /// Takes the unread packets of the interrupt out of the port; whether there were any.
    pub fn remove_unread(&mut self, port: Id, source: Id) -> bool {
        let stays = self.has(Fault::UnreadStays);
        let queue = &mut self.port(port).interrupts;
        let found = queue.iter().any(|(other, _)| *other == source);
        queue.retain(|(other, _)| *other != source || stays);
        found
    }

    pub fn release_readers(&mut self, port: Id) {
        while let Some(thread) = self.port(port).readers.pop_front() {
            self.answer(&thread, Err(Error::Canceled));
        }
    }

    /// The thread reads no more.
    pub fn leave_line(&mut self, thread: &str) {
        for object in &mut self.objects {
            if let Object::Port(port) = object {
                port.readers.retain(|reader| reader != thread);
            }
        }
    }
}

impl Kernel {
    pub fn port_create(&self, options: u32, null: bool) -> Reply {
        if options & !BIND_TO_INTERRUPT != 0 || null {
            return Err(Error::InvalidArgs);
        }
        let port = Port {
            bindable: options == BIND_TO_INTERRUPT,
            users: VecDeque::new(),
            interrupts: VecDeque::new(),
            readers: VecDeque::new(),
        };
        self.lock().create(Object::Port(port), RIGHTS_OF_PORT)
    }

    /// A packet that is `None` is a null pointer.
    pub fn port_queue(&self, porth: Handle, packet: Option<Packet>) -> Reply {
        let mut state = self.lock();
        let port = state.find_port(porth, WRITE)?;
        let packet = packet.ok_or(Error::InvalidArgs)?;
        if state.port(port).users.len() == CAPACITY {
            return Err(Error::ShouldWait);
        }
        if !state.hand(port, packet) {
            state.port(port).users.push_back(packet);
        }
        Ok(Output::Nothing)
    }

    pub fn port_wait(&self, thread: &str, porth: Handle, deadline: Time, null: bool) -> Reply {
        let mut state = self.lock();
        let fault = state.fault;
        let port = state.find_port(porth, READ)?;
        if null {
            return Err(Error::InvalidArgs);
        }
        if let Some(packet) = state.port(port).first(fault) {
            if fault == Some(Fault::RaceReadTwice) {
                state = self.let_others_run(state);
            }
            state.port(port).remove(packet.contents, fault);
            return Ok(Output::Packet(packet));
        }
        if deadline <= 0 && fault != Some(Fault::PollBlocks) {
            return Err(Error::TimedOut);
        }
        if fault == Some(Fault::RaceLostPacket) {
            state = self.let_others_run(state);
        }
        state.port(port).readers.push_back(thread.to_string());
        self.block(state, thread, deadline)
    }
}
