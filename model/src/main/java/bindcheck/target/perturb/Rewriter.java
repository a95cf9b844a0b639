package bindcheck.target.perturb;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts a call of {@link Points} wherever the code of a class may meet other threads: before and
 * after what takes or leaves a monitor, waits, notifies or calls java.util.concurrent, and before
 * it uses fields of its own that may change, or collections. What the class does stays the same.
 */
public final class Rewriter extends ClassVisitor {
  private static final int API = Opcodes.ASM9;
  private static final String IN_MONITOR = "$inMonitor";

  private String name;
  private final Set<String> finals = new HashSet<>();

  private Rewriter(ClassVisitor next) {
    super(API, next);
  }

  /** The class with points. */
  public static byte[] rewrite(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Rewriter(writer), 0);
    return writer.toByteArray();
  }

  @Override
  public void visit(
      int version, int access, String className, String generic, String parent, String[] all) {
    name = className;
    super.visit(version, access, className, generic, parent, all);
  }

  @Override
  public FieldVisitor visitField(
      int access, String field, String type, String generic, Object value) {
    if ((access & Opcodes.ACC_FINAL) != 0) {
      finals.add(field);
    }
    return super.visitField(access, field, type, generic, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String type, String generic, String[] exceptions) {
    if (!SynchronizedMethod.is(access)) {
      return points(access, method, type, generic, exceptions);
    }
    SynchronizedMethod split =
        new SynchronizedMethod(name, false, access, method, type, method + IN_MONITOR);
    visitOuter(split, super.visitMethod(split.outerAccess(), method, type, generic, exceptions));
    return points(split.innerAccess(), split.inner(), type, null, exceptions);
  }

  private static void visitOuter(SynchronizedMethod split, MethodVisitor code) {
    code.visitCode();
    PointsOfMethod.meeting(code);
    split.callInner(code);
    PointsOfMethod.meeting(code);
    split.returnIt(code);
    code.visitMaxs(0, 0); // computed
    code.visitEnd();
  }

  private MethodVisitor points(
      int access, String method, String type, String generic, String[] exceptions) {
    MethodVisitor next = super.visitMethod(access, method, type, generic, exceptions);
    return new PointsOfMethod(next, field -> !method.startsWith("<") && !finals.contains(field));
  }
}
