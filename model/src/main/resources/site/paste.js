/* A script as a test to be pasted into an implementation's own tests. */
const PASTE = (() => {
  const T = TLA;

  const cNumber = {
    HANDLE: arg => arg === 0 ? "ZX_HANDLE_INVALID" : arg.name,
    U32: arg => SCRIPT.unsigned(arg) + "u",
    U64: arg => `UINT64_C(${SCRIPT.unsigned(arg)})`,
    I64: arg => arg === -(2n ** 63n) ? "INT64_MIN" : `INT64_C(${SCRIPT.signed(arg)})`,
    TIME: arg => ({PAST: "INT64_C(0)", FINITE: "soon()", INFINITE: "ZX_TIME_INFINITE"})[arg],
  };

  /** The number that has these bits. */
  function mask(op, kind, names) {
    const bits = NOTATION.constants[op.name][kind];
    return T.values(names).reduce((all, name) =>
        all | (name in bits ? BigInt(bits[name]) : 1n << BigInt(name.slice("BIT".length))), 0n) + "u";
  }

  const status = name => name === "OK" ? "ZX_OK" : /^[A-Z]/.test(name) ? "ZX_ERR_" + name : name;

  /** The status and the four words of what port_queue was given. */
  function packet(payload) {
    if (typeof payload !== "string") return ["OK", [SCRIPT.unsigned(payload), "0", "0", "0"]];
    const [name, words] = JSON.parse(payload);
    return [name, words[0] === "[" ? words.slice(1, -1).split(", ") : [words, "0", "0", "0"]];
  }
  const words = all => "(uint64_t[4]){" + all.map(word => `UINT64_C(${word})`).join(", ") + "}";

  function cFunction(line, n) {
    const op = SCRIPT.ops.get(line.op);
    const given = op.parameters.map(({name, kind}) => cNumber[kind]
        ? cNumber[kind](typeof line.args[name] === "string" && kind !== "TIME" ? 0 : line.args[name]) : mask(op, kind, line.args[name]));
    let before = "";
    if (op.packet) {
      if (!line.args.null) {
        const [name, all] = packet(line.args.payload);
        before = `  zx_port_packet_t in;\n  memset(&in, 0, sizeof(in));\n  in.key = ${given[1]};\n`
            + `  in.status = ${status(name)};\n  memcpy(in.user.u64, ${words(all)}, 32);\n`;
      }
      given.length = 1;
    }
    if (op.pointer) {
      const to = {port_queue: "&in", port_wait: `&r[${n}].packet`, interrupt_wait: `&r[${n}].timestamp`};
      given.push(line.args.null ? "NULL" : to[op.name] ?? `&r[${n}].handle`);
    }
    return `\n// ${line.text}\nstatic void* call${n}(void* unused) {\n  (void)unused;\n${before}`
        + `  r[${n}].status = zx_${op.name}(${given.join(", ")});\n`
        + (line.name === undefined ? "" : `  ${line.name} = r[${n}].handle;\n`)
        + `  atomic_store(&r[${n}].done, true);\n  return NULL;\n}\n`;
  }

  /** What is true where this was seen; latest: thread -> the number of its call. */
  function condition(seen, latest) {
    const parts = [];
    for (const [thread, reply] of seen.replies) {
      const n = latest.get(thread);
      parts.push(`returned(${n}, ${status(T.apply(reply, "status"))})`);
      if (T.has(reply, "timestamp")) parts.push(`waited(${n}, ${cNumber.I64(T.apply(reply, "timestamp"))})`);
      if (T.has(reply, "packet")) {
        const read = T.apply(reply, "packet");
        const key = cNumber.U64(T.apply(read, "key"));
        if (T.apply(read, "type") === "INTERRUPT") {
          parts.push(`interrupt_packet(${n}, ${key}, ${cNumber.I64(T.apply(read, "timestamp"))})`);
        } else {
          const [name, all] = packet(T.apply(read, "payload"));
          parts.push(`user_packet(${n}, ${key}, ${status(name)}, ${words(all)})`);
        }
      }
    }
    seen.blocked.forEach(thread => parts.push(`blocked(${latest.get(thread)})`));
    return "(" + (parts.join(" && ") || "true") + ")";
  }

  /** A test in C of the last line, as a variant allows it. */
  function c(variant, steps) {
    const latest = new Map();
    const made = steps.map(({line}, n) => {
      if (line.op === "expire") return `  for (int i = 0; i < 15; i++) settle();  // ${line.text}`;
      latest.set(line.thread, n);
      return `  make(call${n});`;
    });
    const names = [...new Set(steps.flatMap(({line}) => line.name ?? []))].sort();
    const {allowed} = steps[steps.length - 1];
    return `// What ${variant} allows at the last call.\n`
        + "// cc -pthread, with the library that offers the calls and its headers.\n"
        + TEMPLATES.head + `static reply_t r[${steps.length}];\n`
        + names.map(name => `static zx_handle_t ${name};\n`).join("") + TEMPLATES.soon
        + steps.map(({line}, n) => line.op === "expire" ? "" : cFunction(line, n)).join("") + TEMPLATES.main
        + "int main(void) {\n" + made.join("\n") + "\n  bool allowed =\n      "
        + allowed.map(one => condition(one.seen, latest)).join(" ||\n      ") + ";\n"
        + '  puts(allowed ? "PASS" : "FAIL");\n  return allowed ? 0 : 1;\n}\n';
  }

  /** A JUnit test that plays the script on an implementation, and has the specification judge it. */
  function junit(variant, script) {
    const lines = script.trimEnd().split("\n").map(line => "          " + line.replaceAll("\\", "\\\\").replaceAll('"', '\\"'));
    return `import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.api.Bindcheck;
import bindcheck.api.Implementation;
import bindcheck.script.Script;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every step is one that the document allows. */
class AllowedTest {
  private static final String SCRIPT =
      """
${lines.join("\n")}
      """;

  @Test
  void doesWhatIsAllowed() {
    try (Implementation mine = Bindcheck.open("java:my.Kernel")) {
      Script script = Script.parse("script", SCRIPT);
      assertEquals(Optional.empty(), Bindcheck.play(mine, script));
    }
  }
}
`;
  }

  return {c, junit};
})();
