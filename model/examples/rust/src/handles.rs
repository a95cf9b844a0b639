//! The handle table, the calls on any handle, and events, which are nothing but a type.

use crate::fault::Fault;
use crate::kernel::{Id, Kernel, Object, State};
use crate::zx::*;

const RIGHTS_OF_EVENT: Rights = TRANSFER | DUPLICATE | WAIT | INSPECT | READ | WRITE | SIGNAL;

#[derive(Clone, Copy)]
pub struct Entry {
    pub object: Id,
    rights: Rights,
}

impl Entry {
    /// The rights of a handle that is to have these of it.
    fn fewer(&self, rights: Rights, null: bool) -> Result<Rights, Error> {
        let fewer = if rights == SAME_RIGHTS { self.rights } else { rights };
        if null || fewer & !self.rights != 0 {
            Err(Error::InvalidArgs)
        } else {
            Ok(fewer)
        }
    }
}

impl State {
    pub fn create(&mut self, object: Object, rights: Rights) -> Reply {
        self.objects.push(object);
        self.add(Entry { object: self.objects.len() - 1, rights })
    }

    fn add(&mut self, entry: Entry) -> Reply {
        self.last_handle += 1;
        self.handles.insert(self.last_handle, entry);
        Ok(Output::Handle(self.last_handle))
    }

    pub fn entry(&self, handle: Handle) -> Result<Entry, Error> {
        self.handles.get(&handle).copied().ok_or(Error::BadHandle)
    }

    /// The object of a handle, if it has that type, and the handle these rights.
    pub fn find(&self, handle: Handle, is_type: fn(&Object) -> bool, rights: Rights) -> Result<Id, Error> {
        let entry = self.entry(handle)?;
        if !is_type(&self.objects[entry.object]) {
            Err(Error::WrongType)
        } else if rights & !entry.rights != 0 {
            Err(Error::AccessDenied)
        } else {
            Ok(entry.object)
        }
    }

    fn close(&mut self, handle: Handle) {
        let Some(Entry { object, .. }) = self.handles.remove(&handle) else { return };
        let is_last = self.handles.values().all(|entry| entry.object != object);
        match self.objects[object] {
            Object::Port(_) if is_last => self.release_readers(object),
            Object::Interrupt(_) if is_last || self.has(Fault::AnyCloseDestroys) => self.destroy(object),
            _ => {}
        }
    }
}

impl Kernel {
    pub fn handle_close(&self, handle: Handle) -> Reply {
        let mut state = self.lock();
        if handle != INVALID {
            state.entry(handle)?;
            state.close(handle);
        }
        Ok(Output::Nothing)
    }

    pub fn handle_duplicate(&self, handle: Handle, rights: Rights, null: bool) -> Reply {
        let mut state = self.lock();
        let entry = state.entry(handle)?;
        if entry.rights & DUPLICATE == 0 {
            return Err(Error::AccessDenied);
        }
        let rights = entry.fewer(rights, null)?;
        state.add(Entry { rights, ..entry })
    }

    pub fn handle_replace(&self, handle: Handle, rights: Rights, null: bool) -> Reply {
        let mut state = self.lock();
        let entry = state.entry(handle)?;
        let rights = entry.fewer(rights, null)?;
        let made = state.add(Entry { rights, ..entry });
        state.handles.remove(&handle);
        made
    }

    pub fn event_create(&self, options: u32, null: bool) -> Reply {
        if options != 0 || null {
            return Err(Error::InvalidArgs);
        }
        self.lock().create(Object::Event, RIGHTS_OF_EVENT)
    }
}
