"""The example's adapter, which cannot say what is blocked, with a thread whose waits take a while."""

import sys
import threading
import time

sys.path.insert(0, "examples/python")
import kernel
import kernel_adapter

at_once = kernel.Kernel.interrupt_wait


def slowly(self, **arguments):
    if threading.current_thread().name == "T3":
        time.sleep(float(sys.argv[1]))
    return at_once(self, **arguments)


class Unseeing(kernel_adapter.Adapter):
    def initialize(self, protocol):
        result = super().initialize(protocol)
        result["features"] = [feature for feature in result["features"] if feature != "blocked"]
        return result


kernel.Kernel.interrupt_wait = slowly
Unseeing(None).serve(sys.stdin)
