package bindcheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.explain.Explained;
import bindcheck.target.Altered;
import bindcheck.target.Targets;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests to be pasted compile, fail on what was rejected, and pass on the reference. */
@Timeout(120)
class PastedTest {
  /** What a C compiler must know of the calls. */
  private static final String HEADER =
      """
      #include <stdint.h>
      typedef uint32_t zx_handle_t;
      typedef int32_t zx_status_t;
      typedef int64_t zx_time_t;
      typedef struct {
        uint64_t key;
        uint32_t type;
        zx_status_t status;
        union {
          struct { uint64_t u64[4]; } user;
          struct { zx_time_t timestamp; } interrupt;
        };
      } zx_port_packet_t;
      #define ZX_OK 0
      #define ZX_ERR_TIMED_OUT (-21)
      #define ZX_ERR_BAD_STATE (-20)
      #define ZX_HANDLE_INVALID 0u
      #define ZX_TIME_INFINITE INT64_MAX
      #define ZX_PKT_TYPE_USER 0u
      #define ZX_PKT_TYPE_INTERRUPT 7u
      zx_status_t zx_interrupt_create(zx_handle_t, uint32_t, uint32_t, zx_handle_t*);
      zx_status_t zx_interrupt_bind(zx_handle_t, zx_handle_t, uint64_t, uint32_t);
      zx_status_t zx_interrupt_ack(zx_handle_t);
      zx_status_t zx_interrupt_trigger(zx_handle_t, uint32_t, zx_time_t);
      zx_status_t zx_interrupt_wait(zx_handle_t, zx_time_t*);
      zx_status_t zx_port_create(uint32_t, zx_handle_t*);
      zx_status_t zx_port_queue(zx_handle_t, const zx_port_packet_t*);
      zx_status_t zx_port_wait(zx_handle_t, zx_time_t, zx_port_packet_t*);
      """;

  /** Its readers are told that time is up. */
  public static final class TimesOut extends Altered {
    @Override
    public int portWait(int porth, long deadline, bindcheck.target.Packet out) {
      return Status.TIMED_OUT.code();
    }
  }

  @TempDir private Path folder;

  /** A packet that does not come, with a user packet and a deadline beside it. */
  private static Explained timedOut() {
    return Seen.explained(
        Seen.BOUND + "port_queue(p, 0xffffffffffffffff, 3)\nT1: port_wait(p, FINITE)\n",
        Seen.OK,
        Seen.OK,
        Seen.OK,
        Seen.OK,
        Seen.of("T1", Reply.of(Status.TIMED_OUT)));
  }

  /** A wait that gives the wrong time. */
  private static Explained wrongTime() {
    return Seen.explained(
        """
        i = interrupt_create(INVALID, 0, VIRTUAL)
        interrupt_trigger(i, 0, 0x8000)
        T1: interrupt_wait(i)
        """,
        Seen.OK,
        Seen.OK,
        Seen.of("T1", Reply.ok(new Reply.Timestamp(5))));
  }

  /** A port that is not made. */
  private static Explained noPort() {
    return Seen.explained("p = port_create(0)\n", Seen.main(Status.NO_MEMORY));
  }

  private static final Explained TIMED_OUT = timedOut();
  private static final List<Explained> REJECTIONS =
      List.of(Seen.lostWakeUp(), TIMED_OUT, wrongTime(), noPort());

  static Stream<Explained> rejections() {
    return REJECTIONS.stream();
  }

  private Method compiled(Explained explained, String target) throws Exception {
    String name = JavaTest.className(explained);
    Path source = folder.resolve(name + ".java");
    Files.writeString(source, JavaTest.of(explained, target));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
      boolean compiles =
          compiler
              .getTask(errors, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      assertTrue(compiles, () -> errors + "\n" + JavaTest.of(explained, target));
    }
    URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
    return loader.loadClass(name).getDeclaredMethod("doesWhatIsAllowed");
  }

  private static void run(Method test) throws Throwable {
    Object instance;
    var constructor = test.getDeclaringClass().getDeclaredConstructor();
    constructor.setAccessible(true);
    test.setAccessible(true);
    instance = constructor.newInstance();
    try {
      test.invoke(instance);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @ParameterizedTest
  @MethodSource("rejections")
  void theJavaTestPassesOnTheReference(Explained explained) throws Throwable {
    Method test = compiled(explained, Targets.DEFAULT);
    Throwable thrown = null;
    try {
      run(test);
    } catch (AssertionError failed) {
      thrown = failed;
    }
    assertNull(thrown);
  }

  @Test
  void theJavaTestFailsOnWhatWasRejected() throws Throwable {
    Method test = compiled(TIMED_OUT, "java:" + TimesOut.class.getName());
    String message = assertThrows(AssertionError.class, () -> run(test)).getMessage();
    assertTrue(message.startsWith("T1: TIMED_OUT, not [T1: OK packet(USER"), message);
  }

  @ParameterizedTest
  @MethodSource("rejections")
  void theTestInCCompiles(Explained explained) throws Exception {
    assumeTrue(hasCompiler(), "skipped: no C compiler (cc)");
    Files.writeString(folder.resolve("zx.h"), HEADER);
    Path source = folder.resolve("pasted.c");
    Files.writeString(source, CTest.of(explained));
    Process cc =
        new ProcessBuilder("cc", "-std=gnu11", "-Wall", "-Wextra", "-Werror", "-c", "pasted.c")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(cc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, cc.waitFor(), () -> printed + "\n" + CTest.of(explained));
  }

  private static boolean hasCompiler() throws InterruptedException {
    try {
      return new ProcessBuilder("cc", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException none) {
      return false;
    }
  }
}
