/*
 * Lets bindcheck drive kernel.mjs: JSON-RPC 2.0 on standard input and output, as model/PROTOCOL.md says.
 *
 *     bindcheck check --target "process:node model/examples/node/adapter.mjs [--fault NAME]"
 *
 * There is one thread: a call that blocks is a promise, and its response is sent when that is fulfilled.
 */
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

import { FAULTS, Kernel, Refused, later } from "./kernel.mjs";

const CALLS = [
  "interrupt_create", "interrupt_bind", "interrupt_ack", "interrupt_trigger", "interrupt_destroy", "interrupt_wait",
  "port_create", "port_queue", "port_wait", "handle_close", "handle_duplicate", "handle_replace", "event_create",
];
const FEATURES = ["blocked", "expire", "expire-anytime", "abandon", "packets"];
const WIDE = new Set(["key", "payload", "timestamp", "deadline"]); // numbers of 64 bits, which travel as strings

function wide(value) {
  return Array.isArray(value) ? value.map(BigInt) : BigInt(value); // a payload is four words
}

function fromWire(params) {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, WIDE.has(name) ? wide(value) : value]));
}

function respond(id, result) {
  const response = { jsonrpc: "2.0", id, result };
  process.stdout.write(JSON.stringify(response, (_, value) => (typeof value === "bigint" ? String(value) : value)) + "\n");
}

/** What the driver asks beside the calls, by method. */
class Adapter {
  constructor(fault) {
    this.fault = fault;
  }

  initialize() {
    const name = "kernel.mjs" + (this.fault ? ` with ${this.fault}` : "");
    return { protocol: 1, name, calls: CALLS, features: FEATURES };
  }

  reset() {
    this.kernel = new Kernel(this.fault);
    this.callers = new Set(); // the threads that have a call in progress
    return {};
  }

  async blocked() {
    const { kernel, callers } = this;
    while ([...callers].some((thread) => !kernel.isBlocked(thread))) {
      await later();
    }
    return { threads: [...callers] };
  }

  expire({ thread }) {
    this.kernel.expire(thread);
    return {};
  }

  shutdown() {
    lines.close();
    return {};
  }

  async call(method, { thread, ...params }) {
    const { kernel, callers } = this;
    callers.add(thread);
    try {
      return await kernel[method](fromWire(params), thread);
    } catch (refused) {
      if (!(refused instanceof Refused)) {
        throw refused;
      }
      return { status: refused.status };
    } finally {
      callers.delete(thread);
    }
  }

  async serve({ id, method, params }) {
    respond(id, await (CALLS.includes(method) ? this.call(method, params) : this[method](params)));
  }
}

const { fault } = parseArgs({ options: { fault: { type: "string" } } }).values;
if (fault !== undefined && !(fault in FAULTS)) {
  console.error(`adapter: there is no fault ${fault}, but ${Object.keys(FAULTS).join(", ")}`);
  process.exit(2);
}
const adapter = new Adapter(fault);
const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => adapter.serve(JSON.parse(line)));
