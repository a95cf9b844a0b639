"""Lets bindcheck drive kernel.py: JSON-RPC 2.0 on standard input and output, as model/PROTOCOL.md says.

    bindcheck check --target "process:python3 model/examples/python/kernel_adapter.py [--fault NAME]"
"""

import argparse
import json
import queue
import sys
import threading

import kernel

CALLS = [
    "interrupt_create", "interrupt_bind", "interrupt_ack", "interrupt_trigger", "interrupt_destroy", "interrupt_wait",
    "port_create", "port_queue", "port_wait", "handle_close", "handle_duplicate", "handle_replace", "event_create",
]
WIDE = ("key", "payload", "timestamp", "deadline")  # numbers of 64 bits, which travel as strings


def convert(wide, value):
    return [wide(word) for word in value] if isinstance(value, list) else wide(value)  # a payload is four words


def from_wire(params):
    return {name: convert(int, value) if name in WIDE else value for name, value in params.items()}


def to_wire(result):
    if isinstance(result, dict):
        return {name: convert(str, value) if name in WIDE else to_wire(value) for name, value in result.items()}
    return result


class Adapter:
    def __init__(self, fault):
        self.fault = fault
        self.writing = threading.Lock()
        self.kernel = None
        self.threads = {}

    def serve(self, lines):
        for line in lines:
            request = json.loads(line)
            number, method, params = request["id"], request["method"], request["params"]
            if method in CALLS:
                self.begin(number, method, params)
            else:
                self.respond(number, getattr(self, method)(**params))
            if method == "shutdown":
                return

    def respond(self, number, result):
        line = json.dumps({"jsonrpc": "2.0", "id": number, "result": result}) + "\n"
        with self.writing:
            sys.stdout.write(line)
            sys.stdout.flush()

    def initialize(self, protocol):
        name = "kernel.py" + (f" with {self.fault}" if self.fault else "")
        features = ["blocked", "expire", "expire-anytime", "abandon", "packets"]
        return {"protocol": 1, "name": name, "calls": CALLS, "features": features}

    def reset(self):
        self.kernel = kernel.Kernel(self.fault)
        for calls in self.threads.values():
            calls.put(None)
        self.threads = {}
        return {}

    def blocked(self):
        return {"threads": self.kernel.blocked()}

    def expire(self, thread):
        self.kernel.expire(thread)
        return {}

    def shutdown(self):
        return {}

    def begin(self, number, method, params):
        """Hands a call to the thread that is to make it."""
        thread = params.pop("thread")
        if thread not in self.threads:
            self.threads[thread] = queue.SimpleQueue()
            arguments = (self.kernel, self.threads[thread])
            threading.Thread(target=self.make_calls, args=arguments, name=thread, daemon=True).start()
        self.kernel.begin()
        self.threads[thread].put((number, method, params))

    def make_calls(self, target, calls):
        """What each thread does: one call after the other, each answered when it returns."""
        for number, method, params in iter(calls.get, None):
            try:
                result = getattr(target, method)(**from_wire(params))
            except kernel.Refused as refused:
                result = {"status": refused.args[0]}
            self.respond(number, to_wire(result))
            target.end()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fault", choices=sorted(kernel.FAULTS))
    Adapter(parser.parse_args().fault).serve(sys.stdin)
