//! A kernel with events, ports and interrupts: one mutex, and a condition for each thread that is blocked.
//!
//! A blocked thread looks for nothing: whoever brings about what it waits for leaves the reply for it and wakes it. So the kernel
//! knows at any moment who is blocked.
//!
//! Where the documents leave a choice, this kernel: keeps the first of several triggers; forgets a trigger that came before the
//! bind; lets several threads wait for an interrupt, all of which one trigger releases; looks at a handle's type before its
//! rights; refuses to ack what is armed; unbinds an interrupt that is destroyed, and asks for WRITE to do so; releases the
//! readers of a port that is closed; keeps a handle that could not be replaced.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;

use crate::fault::Fault;
use crate::handles::Entry;
use crate::interrupts::Interrupt;
use crate::ports::Port;
use crate::zx::{Error, Handle, Reply, Time, INFINITE};

/// The place of an object among all that were ever made.
pub type Id = usize;

pub enum Object {
    Event,
    Port(Port),
    Interrupt(Interrupt),
}

struct Sleeper {
    deadline: Time,
    woken: Arc<Condvar>,
}

pub struct State {
    pub fault: Option<Fault>,
    pub objects: Vec<Object>,
    pub handles: BTreeMap<Handle, Entry>,
    pub last_handle: Handle,
    running: usize, // calls that have begun, and neither returned nor blocked
    sleepers: BTreeMap<String, Sleeper>,
    replies: HashMap<String, Reply>, // of threads that were woken
}

pub struct Kernel {
    state: Mutex<State>,
    quiet: Condvar,
}

pub type Locked<'a> = MutexGuard<'a, State>;

impl Kernel {
    pub fn new(fault: Option<Fault>) -> Kernel {
        let state = State {
            fault,
            objects: Vec::new(),
            handles: BTreeMap::new(),
            last_handle: 0,
            running: 0,
            sleepers: BTreeMap::new(),
            replies: HashMap::new(),
        };
        Kernel { state: Mutex::new(state), quiet: Condvar::new() }
    }

    pub fn lock(&self) -> Locked<'_> {
        self.state.lock().expect("no call panics")
    }

    /// Gives up the lock for a moment: what a fault does in the middle of a call.
    pub fn let_others_run<'a>(&'a self, state: Locked<'a>) -> Locked<'a> {
        drop(state);
        thread::yield_now();
        self.lock()
    }

    /// Blocks the thread, which stands in some line, until it is answered.
    pub fn block(&self, mut state: Locked, thread: &str, deadline: Time) -> Reply {
        let woken = Arc::new(Condvar::new());
        state.sleepers.insert(thread.to_string(), Sleeper { deadline, woken: Arc::clone(&woken) });
        self.stop_running(&mut state);
        let mut state = woken.wait_while(state, |state| !state.replies.contains_key(thread)).expect("no call panics");
        state.replies.remove(thread).expect("it was waited for")
    }

    fn stop_running(&self, state: &mut State) {
        state.running -= 1;
        self.quiet.notify_all();
    }
}

/// What a driver asks beside the calls.
impl Kernel {
    /// A call is about to be made.
    pub fn begin(&self) {
        self.lock().running += 1;
    }

    /// That call has returned.
    pub fn end(&self) {
        self.stop_running(&mut self.lock());
    }

    /// Waits until no call runs, and names the threads that are blocked.
    pub fn blocked(&self) -> Vec<String> {
        let state = self.quiet.wait_while(self.lock(), |state| state.running > 0).expect("no call panics");
        state.sleepers.keys().cloned().collect()
    }

    /// The deadline of that thread's call passes, if it is blocked in one that has a deadline.
    pub fn expire(&self, thread: &str) {
        let mut state = self.lock();
        if state.sleepers.get(thread).is_some_and(|sleeper| sleeper.deadline < INFINITE) {
            state.leave_line(thread);
            state.answer(thread, Err(Error::TimedOut));
        }
    }

    /// All blocked calls return.
    pub fn release_all(&self) {
        let mut state = self.lock();
        let threads: Vec<String> = state.sleepers.keys().cloned().collect();
        threads.iter().for_each(|thread| state.answer(thread, Err(Error::Canceled)));
    }
}

impl State {
    pub fn has(&self, fault: Fault) -> bool {
        self.fault == Some(fault)
    }

    /// Wakes a blocked thread, which has left its line.
    pub fn answer(&mut self, thread: &str, reply: Reply) {
        let sleeper = self.sleepers.remove(thread).expect("it is blocked");
        self.running += 1;
        self.replies.insert(thread.to_string(), reply);
        sleeper.woken.notify_one();
    }
}
