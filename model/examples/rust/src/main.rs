//! Lets bindcheck drive the kernel: JSON-RPC 2.0 on standard input and output, as model/PROTOCOL.md says.
//!
//!     bindcheck check --target "process:model/examples/rust/target/debug/zxkernel [--fault NAME]"
//!
//! Each thread that a request names is a thread of this process; a call is answered by its thread when it returns.

mod calls;
mod fault;
mod handles;
mod interrupts;
mod json;
mod kernel;
mod ports;
mod zx;

use std::collections::HashMap;
use std::error::Error;
use std::sync::mpsc::{channel, Receiver, Sender};
use std::sync::Arc;
use std::{env, io, thread};

use calls::{Params, CALLS};
use fault::Fault;
use json::Json;
use kernel::Kernel;

const FEATURES: [&str; 4] = ["blocked", "expire", "expire-anytime", "abandon"];

struct Request {
    id: i64,
    method: String,
    params: Params,
}

fn request(line: &str) -> Result<Request, Box<dyn Error>> {
    let json = Json::parse(line)?;
    let id = json.get("id").and_then(Json::as_number).ok_or("a request without id")?;
    let method = json.get("method").and_then(Json::as_text).ok_or("a request without method")?;
    let params = json.get("params").ok_or("a request without params")?;
    Ok(Request { id, method: method.to_string(), params: Params(params.clone()) })
}

fn respond(id: i64, result: Json) {
    println!("{}", Json::object([("jsonrpc", Json::text("2.0")), ("id", Json::Number(id)), ("result", result)]));
}

fn texts<T: Into<String>>(all: impl IntoIterator<Item = T>) -> Json {
    Json::List(all.into_iter().map(Json::text).collect())
}

/// What each thread does: one call after the other, each answered when it returns.
fn make_calls(kernel: &Kernel, requests: Receiver<Request>) {
    for Request { id, method, params } in requests {
        let (_, make_call) = CALLS.iter().find(|(name, _)| *name == method).expect("it is a call");
        respond(id, calls::to_json(make_call(kernel, &params)));
        kernel.end();
    }
}

struct Adapter {
    fault: Option<Fault>,
    kernel: Arc<Kernel>,
    threads: HashMap<String, Sender<Request>>,
}

impl Adapter {
    fn initialize() -> Json {
        let (calls, features) = (texts(CALLS.map(|(name, _)| name)), texts(FEATURES));
        let name = Json::text("example in Rust");
        Json::object([("protocol", Json::Number(1)), ("name", name), ("calls", calls), ("features", features)])
    }

    /// Threads of the kernel before this one return from their calls, and end.
    fn reset(&mut self) {
        self.kernel.release_all();
        self.kernel = Arc::new(Kernel::new(self.fault));
        self.threads.clear();
    }

    /// Hands a call to the thread that is to make it.
    fn begin(&mut self, request: Request) {
        let start = || {
            let (sender, requests) = channel();
            let kernel = Arc::clone(&self.kernel);
            thread::spawn(move || make_calls(&kernel, requests));
            sender
        };
        self.kernel.begin();
        let thread = self.threads.entry(request.params.thread().to_string()).or_insert_with(start);
        thread.send(request).expect("the thread lives as long as its sender");
    }

    fn serve(&mut self, request: Request) {
        let result = match request.method.as_str() {
            "initialize" => Adapter::initialize(),
            "reset" => {
                self.reset();
                Json::object([])
            }
            "blocked" => Json::object([("threads", texts(self.kernel.blocked()))]),
            "expire" => {
                self.kernel.expire(request.params.thread());
                Json::object([])
            }
            "shutdown" => Json::object([]),
            _ => return self.begin(request),
        };
        respond(request.id, result);
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let fault = fault::from_arguments(env::args().skip(1))?;
    let mut adapter = Adapter { fault, kernel: Arc::new(Kernel::new(fault)), threads: HashMap::new() };
    for line in io::stdin().lines() {
        let request = request(&line?)?;
        let is_last = request.method == "shutdown";
        adapter.serve(request);
        if is_last {
            break;
        }
    }
    Ok(())
}
