package bindcheck.target;

import bindcheck.call.Op;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The calls that an implementation in Java has not: a method that never returns, and makes nothing
 * but an {@link UnsupportedOperationException}. That is read off its code, for to ask would be to
 * run it.
 */
final class MissingCalls {
  private static final String UNSUPPORTED =
      Type.getInternalName(UnsupportedOperationException.class);

  private MissingCalls() {}

  /** Those of a class, its own methods or inherited. */
  static Set<Op> of(Class<?> type) {
    Set<Op> missing = EnumSet.noneOf(Op.class);
    for (Method call : Syscalls.class.getMethods()) {
      Arrays.stream(Op.values())
          .filter(op -> methodName(op).equals(call.getName()))
          .filter(op -> onlyRefuses(implementation(type, call)))
          .forEach(missing::add);
    }
    return missing;
  }

  /** {@code port_wait} is {@code portWait}. */
  private static String methodName(Op op) {
    String words =
        Arrays.stream(op.scriptName().split("_"))
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
    return Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }

  private static Method implementation(Class<?> type, Method call) {
    try {
      return type.getMethod(call.getName(), call.getParameterTypes());
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean onlyRefuses(Method method) {
    Class<?> declaring = method.getDeclaringClass();
    String file = declaring.getName().replace('.', '/') + ".class";
    ClassLoader loader = declaring.getClassLoader();
    try (InputStream code =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(file)
            : loader.getResourceAsStream(file)) {
      if (code == null) {
        return false; // Made at run time: it has what it says it has.
      }
      Body body = new Body();
      String descriptor = Type.getMethodDescriptor(method);
      new ClassReader(code)
          .accept(
              body.of(method.getName(), descriptor),
              ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return body.refuses && !body.returns && !body.doesMore;
    } catch (IOException | IllegalArgumentException cannotBeRead) {
      return false;
    }
  }

  /** What is seen of a method's body. */
  private static final class Body extends MethodVisitor {
    private boolean refuses;
    private boolean returns;
    private boolean doesMore;

    Body() {
      super(Opcodes.ASM9);
    }

    ClassVisitor of(String name, String descriptor) {
      return new ClassVisitor(Opcodes.ASM9) {
        @Override
        public MethodVisitor visitMethod(
            int access, String method, String type, String signature, String[] exceptions) {
          return method.equals(name) && type.equals(descriptor) ? Body.this : null;
        }
      };
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      boolean isRefusal = opcode == Opcodes.NEW && type.equals(UNSUPPORTED);
      refuses |= isRefusal;
      doesMore |= !isRefusal;
    }

    @Override
    public void visitInsn(int opcode) {
      returns |= opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
    }
  }
}
