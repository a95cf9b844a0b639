/* A script as a test to be pasted into an implementation's own tests. */
const PASTE = (() => {
  const T = TLA;

  /** A name of a handle may mean something else in C. */
  const cName = name => name.length === 1 && name !== "r" || /\d$/.test(name) ? name : name + "_handle";

  const cNumber = {
    HANDLE: arg => arg === 0 ? "ZX_HANDLE_INVALID" : cName(arg.name),
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
        + (line.name === undefined ? "" : `  ${cName(line.name)} = r[${n}].handle;\n`)
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

  /** A test in C of every line, as a variant allows it. */
  function c(variant, steps) {
    const latest = new Map();
    const made = steps.map(({line, allowed}, n) => {
      if (line.op !== "expire") latest.set(line.thread, n);
      const how = line.op === "expire" ? "for (int i = 0; i < FINITE_SETTLES + 5; i++) settle();" : `make(call${n});`;
      const holds = allowed.map(one => condition(one.seen, latest)).join(" ||\n      ");
      return `  ${how}  // ${line.text}\n  if (!(${holds})) return failed(${line.number});\n`;
    });
    const names = [...new Set(steps.flatMap(({line}) => line.name ? cName(line.name) : []))].sort();
    return `// What ${variant} allows at each line, whatever of that was seen before.\n`
        + "// cc -pthread, with the library that offers the calls and its headers.\n"
        + TEMPLATES.head + `enum { FINITE_SETTLES = ${steps.length + 10} };  // how long a finite deadline lasts\n\n`
        + `static reply_t r[${steps.length}];\n`
        + names.map(name => `static zx_handle_t ${name};\n`).join("") + TEMPLATES.soon
        + steps.map(({line}, n) => line.op === "expire" ? "" : cFunction(line, n)).join("") + TEMPLATES.main
        + "static int failed(int line) {\n  printf(\"FAIL at line %d\\n\", line);\n  return 1;\n}\n\n"
        + "int main(void) {\n" + made.join("") + '  puts("PASS");\n  return 0;\n}\n';
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

/** Every step is one that the document allows. Needs bindcheck.jar; name your target instead, java: or library: or process:. */
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
