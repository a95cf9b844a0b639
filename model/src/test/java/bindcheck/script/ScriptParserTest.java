package bindcheck.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bindcheck.call.Argument;
import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Statement;
import bindcheck.file.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptParserTest {
  private static final String WALK =
      """
      # A reader gets the packet of a trigger.
      p = port_create(BIND_TO_INTERRUPT)

      i = interrupt_create(INVALID, 0, VIRTUAL)   # comment
      interrupt_bind(i,p,0xFFFFFFFFFFFFFFFF,0)
      T1: port_wait(p, FINITE)
      T2:port_wait ( p , INFINITE , NULL )
      q = handle_duplicate(p, READ | WRITE|0x8000)
      interrupt_trigger(i, 0, -1)
      port_queue(p, NULL)
      expire(T1)
      """;

  private static Call call(Op op, Object... arguments) {
    Argument[] all = new Argument[arguments.length];
    for (int i = 0; i < all.length; i++) {
      all[i] =
          arguments[i] instanceof String name
              ? new Argument.Handle(name)
              : new Argument.Number(((Number) arguments[i]).longValue());
    }
    return Call.of(op, all);
  }

  @Test
  void readsEveryForm() {
    List<Line> expected =
        List.of(
            new Line("main", Optional.of("p"), call(Op.PORT_CREATE, 1), 2),
            new Line("main", Optional.of("i"), call(Op.INTERRUPT_CREATE, 0, 0, 0x10), 4),
            Line.of("main", call(Op.INTERRUPT_BIND, "i", "p", -1L, 0), 5),
            Line.of("T1", call(Op.PORT_WAIT, "p", 1L << 62), 6),
            Line.of(
                "T2",
                new Call(
                    Op.PORT_WAIT,
                    List.of(new Argument.Handle("p"), new Argument.Number(Long.MAX_VALUE)),
                    true),
                7),
            new Line("main", Optional.of("q"), call(Op.HANDLE_DUPLICATE, "p", 0x800C), 8),
            Line.of("main", call(Op.INTERRUPT_TRIGGER, "i", 0, -1), 9),
            Line.of("main", new Call(Op.PORT_QUEUE, List.of(new Argument.Handle("p")), true), 10),
            Line.of(new Statement.Expire("T1"), 11));
    Script script = Script.parse("walk", WALK);
    assertEquals(expected, script.lines());
    assertEquals(
        expected.stream().map(Line::number).toList(),
        script.lines().stream().map(Line::number).toList());
  }

  @Test
  void printsByName() {
    assertEquals(
        """
        p = port_create(BIND_TO_INTERRUPT)
        i = interrupt_create(INVALID, 0, VIRTUAL)
        interrupt_bind(i, p, 18446744073709551615, 0)
        T1: port_wait(p, FINITE)
        T2: port_wait(p, INFINITE, NULL)
        q = handle_duplicate(p, INSPECT|READ|WRITE)
        interrupt_trigger(i, 0, -1)
        port_queue(p, NULL)
        expire(T1)
        """,
        Script.parse("walk", WALK).toString());
  }

  /** Each line stands after {@code p = port_create(0)}; the error is expected in line 2. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "port_crate(0) ~ a call, found 'port_crate' (did you mean port_create?)",
        "zx_interrupt_ak(p) ~ a call, found 'zx_interrupt_ak' (did you mean interrupt_ack?)",
        "frobnicate(0) ~ a call, found 'frobnicate'",
        "? ~ a call, found '?'",
        "T1: ~ a call, found the end of the line",
        "port_wait p ~ '(' after port_wait, found 'p'",
        "port_wait(p ~ ',' or ')', found the end of the line",
        "handle_close(p) p ~ the end of the line, found 'p'",
        "port_wait(p) ~ 2 arguments as in port_wait(porth, deadline), found 1",
        "handle_close() ~ 1 argument as in handle_close(handle), found 0",
        "port_queue(p, 1, 2, NULL)"
            + " ~ 1 argument before NULL as in port_queue(porth, NULL), found 3",
        "handle_close(p, NULL) ~ 1 argument as in handle_close(handle), found 2",
        "handle_close(q)" + " ~ handle to be a handle that an earlier line assigns (p), found 'q'",
        "handle_close(7) ~ handle to be the name of a handle, its value as 0x2a, or INVALID, found '7'",
        "handle_close(p|p) ~ handle to be the name of a handle, its value as 0x2a, or INVALID, found 'p|p'",
        "q = handle_close(p)"
            + " ~ no name before handle_close(handle), which returns no handle, found 'q ='",
        "q = port_create(0, NULL)"
            + " ~ no name before port_create(options, NULL), which returns no handle, found 'q ='",
        "NULL = port_create(0) ~ a name for the handle, found 'NULL'",
        "7 = port_create(0) ~ a name for the handle, found '7'",
        "1T: port_create(0) ~ the name of a thread, found '1T'",
        "port_queue(p, 18446744073709551616, 0) ~ key to be a number"
            + " from 0 to 18446744073709551615, found '18446744073709551616'",
        "port_queue(p, 0x10000000000000000, 0) ~ key to be a number"
            + " from 0 to 18446744073709551615, found '0x10000000000000000'",
        "port_queue(p, -1, 0) ~ key to be a number from 0 to 18446744073709551615, found '-1'",
        "port_queue(p, 1x, 0) ~ key to be a number from 0 to 18446744073709551615, found '1x'",
        "interrupt_create(p, 4294967296, 0)"
            + " ~ src_num to be a number from 0 to 4294967295, found '4294967296'",
        "interrupt_trigger(p, 0, 9223372036854775808) ~ timestamp to be a number"
            + " from -9223372036854775808 to 9223372036854775807, found '9223372036854775808'",
        "port_wait(p, FOREVER) ~ deadline to be a number from -9223372036854775808 to"
            + " 9223372036854775807, or one of FINITE, INFINITE, PAST, found 'FOREVER'",
        "port_create(VIRTUAL) ~ options to be a number from 0 to 4294967295,"
            + " or names joined by '|' of BIND_TO_INTERRUPT, found 'VIRTUAL'",
        "port_create(1|) ~ an argument, found ')'",
        "port_wait(p,) ~ an argument, found ')'",
        "expire(T1) ~ a thread that has made a call (main), found 'T1'",
        "expire(main) ~ a thread with a finite deadline in progress,"
            + " found main after port_create(0)",
        "expire(1) ~ the name of a thread, found '1'",
        "T1: expire(T1) ~ a call by T1, found 'expire', which no thread calls",
      })
  void saysWhatIsWrong(String line, String message) {
    InputException wrong =
        assertThrows(
            InputException.class,
            () -> Script.parse("a.script", "p = port_create(0)\n" + line + "\n"));
    assertEquals("a.script:2: expected " + message, wrong.getMessage());
  }

  @Test
  void expiresOnceAndOnlyTheFinite() {
    String start = "p = port_create(0)\nT: port_wait(p, FINITE)\nexpire(T)\n";
    assertEquals(3, Script.parse("s", start).lines().size());
    assertThrows(InputException.class, () -> Script.parse("s", start + "expire(T)"));
    for (String call :
        List.of(
            "port_wait(INVALID, INFINITE)",
            "port_wait(INVALID, PAST)",
            "interrupt_wait(INVALID)")) {
      InputException wrong =
          assertThrows(InputException.class, () -> Script.parse("s", "T: " + call + "\nexpire(T)"));
      assertEquals(
          "s:2: expected a thread with a finite deadline in progress, found T after " + call,
          wrong.getMessage());
    }
  }

  @Test
  void saysThatThereAreNoCalls() {
    for (String text : List.of("", "\n\n", "# nothing\n  # at all")) {
      InputException wrong =
          assertThrows(InputException.class, () -> Script.parse("a.script", text));
      assertEquals("a.script: expected at least one call, found no calls", wrong.getMessage());
    }
  }

  @Test
  void saysWhyAFileCannotBeRead(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("missing");
    Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xC3, (byte) 0x28});
    Path script = Files.writeString(folder.resolve("script"), "port_create(0)\r\n");
    assertEquals(1, Script.read(script).lines().size());
    assertFails(missing, "expected a script, found no such file");
    assertFails(bytes, "expected text in UTF-8, found other bytes");
    assertFails(folder, "expected a script, found a folder");
  }

  private static void assertFails(Path file, String message) {
    InputException wrong = assertThrows(InputException.class, () -> Script.read(file));
    assertEquals(file + ": " + message, wrong.getMessage());
  }
}
