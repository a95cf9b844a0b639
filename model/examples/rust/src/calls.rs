//! A request's call, from JSON and to JSON.

use crate::json::Json;
use crate::kernel::Kernel;
use crate::zx::{Contents, Output, Packet, Reply, Time};

/// The parameters of a request for a call.
pub struct Params(pub Json);

impl Params {
    pub fn thread(&self) -> &str {
        self.text("thread")
    }

    fn text(&self, name: &str) -> &str {
        self.0.get(name).and_then(Json::as_text).expect(name)
    }

    fn u32(&self, name: &str) -> u32 {
        self.0.get(name).and_then(Json::as_number).expect(name) as u32
    }

    // Numbers of 64 bits travel as strings.
    fn u64(&self, name: &str) -> u64 {
        self.text(name).parse().expect(name)
    }

    fn time(&self, name: &str) -> Time {
        self.text(name).parse().expect(name)
    }

    fn null(&self) -> bool {
        self.0.get("null").is_some()
    }

    fn packet(&self) -> Option<Packet> {
        let user = || Packet { key: self.u64("key"), contents: Contents::User { payload: self.u64("payload") } };
        (!self.null()).then(user)
    }
}

type MakeCall = fn(&Kernel, &Params) -> Reply;

pub const CALLS: [(&str, MakeCall); 13] = [
    ("interrupt_create", |kernel, p| kernel.interrupt_create(p.u32("src_obj"), p.u32("options"), p.null())),
    ("interrupt_bind", |kernel, p| kernel.interrupt_bind(p.u32("inth"), p.u32("porth"), p.u64("key"), p.u32("options"))),
    ("interrupt_ack", |kernel, p| kernel.interrupt_ack(p.u32("inth"))),
    ("interrupt_trigger", |kernel, p| kernel.interrupt_trigger(p.u32("inth"), p.u32("options"), p.time("timestamp"))),
    ("interrupt_destroy", |kernel, p| kernel.interrupt_destroy(p.u32("inth"))),
    ("interrupt_wait", |kernel, p| kernel.interrupt_wait(p.thread(), p.u32("inth"), p.null())),
    ("port_create", |kernel, p| kernel.port_create(p.u32("options"), p.null())),
    ("port_queue", |kernel, p| kernel.port_queue(p.u32("porth"), p.packet())),
    ("port_wait", |kernel, p| kernel.port_wait(p.thread(), p.u32("porth"), p.time("deadline"), p.null())),
    ("handle_close", |kernel, p| kernel.handle_close(p.u32("handle"))),
    ("handle_duplicate", |kernel, p| kernel.handle_duplicate(p.u32("handle"), p.u32("rights"), p.null())),
    ("handle_replace", |kernel, p| kernel.handle_replace(p.u32("handle"), p.u32("rights"), p.null())),
    ("event_create", |kernel, p| kernel.event_create(p.u32("options"), p.null())),
];

/// The status, and what the call wrote.
pub fn to_json(reply: Reply) -> Json {
    let ok = ("status", Json::Number(0));
    match reply {
        Err(error) => Json::object([("status", Json::Number(error as i64))]),
        Ok(Output::Nothing) => Json::object([ok]),
        Ok(Output::Handle(handle)) => Json::object([ok, ("handle", Json::Number(handle.into()))]),
        Ok(Output::Timestamp(timestamp)) => Json::object([ok, ("timestamp", Json::text(timestamp.to_string()))]),
        Ok(Output::Packet(packet)) => Json::object([ok, ("packet", packet_to_json(packet))]),
    }
}

fn packet_to_json(Packet { key, contents }: Packet) -> Json {
    let (kind, name, value) = match contents {
        Contents::User { payload } => (0, "payload", payload.to_string()),
        Contents::Interrupt { timestamp } => (7, "timestamp", timestamp.to_string()),
    };
    let (kind, key) = (Json::Number(kind), Json::text(key.to_string()));
    Json::object([("type", kind), ("key", key), ("status", Json::Number(0)), (name, Json::text(value))])
}
