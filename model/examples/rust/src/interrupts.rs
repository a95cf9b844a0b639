//! Interrupts: triggered by a call, read by a wait or, once bound, through a port.

use crate::fault::Fault;
use crate::kernel::{Id, Kernel, Object, State};
use crate::zx::*;

const RIGHTS_OF_INTERRUPT: Rights = TRANSFER | DUPLICATE | WAIT | INSPECT | READ | WRITE | SIGNAL;

#[derive(Clone, Copy)]
struct Binding {
    port: Id,
    key: u64,
}

#[derive(Default)]
pub struct Interrupt {
    destroyed: bool,
    binding: Option<Binding>,
    awaits_ack: bool,      // a packet has been sent since the last ack
    pending: Option<Time>, // of the trigger that is remembered
    waiters: Vec<String>,  // threads
}

impl State {
    fn interrupt(&mut self, id: Id) -> &mut Interrupt {
        let Object::Interrupt(interrupt) = &mut self.objects[id] else { unreachable!("it was found as an interrupt") };
        interrupt
    }

    fn find_interrupt(&self, handle: Handle, rights: Rights) -> Result<Id, Error> {
        self.find(handle, |object| matches!(object, Object::Interrupt(_)), rights)
    }

    fn deliver(&mut self, id: Id, binding: Binding, timestamp: Time) {
        self.interrupt(id).awaits_ack = true;
        self.send(binding.port, id, Packet { key: binding.key, contents: Contents::Interrupt { timestamp } });
    }

    fn remember(&mut self, id: Id, timestamp: Time) {
        self.interrupt(id).pending.get_or_insert(timestamp);
    }

    fn release_waiters(&mut self, id: Id, reply: fn(Time) -> Reply, timestamp: Time) -> bool {
        let waiters = std::mem::take(&mut self.interrupt(id).waiters);
        waiters.iter().for_each(|thread| self.answer(thread, reply(timestamp)));
        !waiters.is_empty()
    }

    /// Destroys it, if nobody did.
    pub fn destroy(&mut self, id: Id) {
        let interrupt = self.interrupt(id);
        interrupt.destroyed = true;
        interrupt.pending = None;
        if let Some(binding) = interrupt.binding.take() {
            self.remove_unread(binding.port, id);
        }
        if !self.has(Fault::WaiterLeft) {
            self.release_waiters(id, |_| Err(Error::Canceled), 0);
        }
    }
}

impl Kernel {
    pub fn interrupt_create(&self, src_obj: Handle, options: u32, null: bool) -> Reply {
        let mut state = self.lock();
        if options & VIRTUAL == 0 {
            state.entry(src_obj)?;
            return Err(Error::WrongType); // it would have to be a resource, and there are none
        }
        if options != VIRTUAL || null {
            return Err(Error::InvalidArgs);
        }
        state.create(Object::Interrupt(Interrupt::default()), RIGHTS_OF_INTERRUPT)
    }

    pub fn interrupt_bind(&self, inth: Handle, porth: Handle, key: u64, options: u32) -> Reply {
        let mut state = self.lock();
        let id = state.find_interrupt(inth, READ)?;
        let port = state.find_port(porth, WRITE)?;
        let any_port = state.has(Fault::AnyPort);
        let key = if state.has(Fault::KeyIn32Bits) { key & 0xffff_ffff } else { key };
        if options != 0 || !(state.port(port).bindable || any_port) {
            return Err(Error::InvalidArgs);
        }
        let interrupt = state.interrupt(id);
        if interrupt.destroyed {
            return Err(Error::Canceled);
        }
        if interrupt.binding.is_some() {
            return Err(Error::AlreadyBound);
        }
        if !interrupt.waiters.is_empty() {
            return Err(Error::BadState);
        }
        interrupt.binding = Some(Binding { port, key });
        interrupt.pending = None;
        Ok(Output::Nothing)
    }

    pub fn interrupt_ack(&self, inth: Handle) -> Reply {
        let mut state = self.lock();
        let rights = if state.has(Fault::AckAsksNothing) { 0 } else { WRITE };
        let id = state.find_interrupt(inth, rights)?;
        let interrupt = state.interrupt(id);
        if interrupt.destroyed {
            return Err(Error::Canceled);
        }
        let Some(binding) = interrupt.binding.filter(|_| interrupt.awaits_ack) else { return Err(Error::BadState) };
        interrupt.awaits_ack = false;
        if let Some(timestamp) = interrupt.pending.take() {
            state.deliver(id, binding, timestamp);
        }
        Ok(Output::Nothing)
    }

    pub fn interrupt_trigger(&self, inth: Handle, options: u32, timestamp: Time) -> Reply {
        let mut state = self.lock();
        let id = state.find_interrupt(inth, SIGNAL)?;
        if options != 0 {
            return Err(Error::InvalidArgs);
        }
        let interrupt = state.interrupt(id);
        if interrupt.destroyed {
            return Err(Error::Canceled);
        }
        match (interrupt.binding, interrupt.awaits_ack) {
            (Some(binding), false) => {
                if state.has(Fault::RaceTwoPackets) {
                    state = self.let_others_run(state);
                }
                state.deliver(id, binding, timestamp);
            }
            (Some(_), true) if state.has(Fault::PendingLost) => {}
            (Some(_), true) => state.remember(id, timestamp),
            (None, _) => {
                if !state.release_waiters(id, |timestamp| Ok(Output::Timestamp(timestamp)), timestamp) {
                    state.remember(id, timestamp);
                }
            }
        }
        Ok(Output::Nothing)
    }

    pub fn interrupt_wait(&self, thread: &str, inth: Handle, null: bool) -> Reply {
        let mut state = self.lock();
        let id = state.find_interrupt(inth, WAIT)?;
        let interrupt = state.interrupt(id);
        if interrupt.destroyed {
            return Err(Error::Canceled);
        }
        if interrupt.binding.is_some() {
            return Err(Error::BadState);
        }
        let waited = match interrupt.pending.take() {
            Some(timestamp) => Output::Timestamp(timestamp),
            None => {
                interrupt.waiters.push(thread.to_string());
                self.block(state, thread, INFINITE)?
            }
        };
        Ok(if null { Output::Nothing } else { waited })
    }

    pub fn interrupt_destroy(&self, inth: Handle) -> Reply {
        let mut state = self.lock();
        let id = state.find_interrupt(inth, WRITE)?;
        let interrupt = state.interrupt(id);
        if interrupt.destroyed {
            return Err(Error::NotFound);
        }
        let awaited = interrupt.binding.filter(|_| interrupt.awaits_ack);
        let was_read = awaited.is_some_and(|binding| !state.remove_unread(binding.port, id));
        state.destroy(id);
        if was_read {
            Err(Error::NotFound)
        } else {
            Ok(Output::Nothing)
        }
    }
}
