package bindcheck.zoo;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles texts to classes, without a file. */
final class InMemoryCompiler {
  private static final List<String> OPTIONS = List.of("-proc:none", "-implicit:none");

  private InMemoryCompiler() {}

  /** One source file. */
  static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String fileName, String text) {
      super(URI.create("text:///" + fileName), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /**
   * The classes, by name.
   *
   * @throws IllegalStateException if the sources do not compile
   */
  static Map<String, byte[]> compile(List<Source> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Memory memory = new Memory(compiler.getStandardFileManager(null, null, null));
    StringWriter errors = new StringWriter();
    if (!compiler.getTask(errors, memory, null, OPTIONS, null, sources).call()) {
      throw new IllegalStateException("the changed sources do not compile:\n" + errors);
    }
    return memory.bytes();
  }

  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

    Memory(JavaFileManager platform) {
      super(platform);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      classes.put(className, bytes);
      return new SimpleJavaFileObject(URI.create("class:///" + className), kind) {
        @Override
        public OutputStream openOutputStream() {
          return bytes;
        }
      };
    }

    Map<String, byte[]> bytes() {
      Map<String, byte[]> bytes = new HashMap<>();
      classes.forEach((name, stream) -> bytes.put(name, stream.toByteArray()));
      return bytes;
    }
  }
}
