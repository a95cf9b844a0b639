package bindcheck.target.perturb;

import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Puts points into the code of one method. A point takes nothing and leaves nothing. */
final class PointsOfMethod extends MethodVisitor {
  private static final String POINTS = Points.class.getName().replace('.', '/');
  private static final String COLLECTIONS = "java/util/";
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";
  private static final Set<String> OF_MONITORS = Set.of("wait", "notify", "notifyAll");

  private final Predicate<String> mayChange;

  /** Of a method in whose class a field of a name may change while threads use it, or not. */
  PointsOfMethod(MethodVisitor next, Predicate<String> mayChange) {
    super(Opcodes.ASM9, next);
    this.mayChange = mayChange;
  }

  /** Writes the call of a point. */
  static void meeting(MethodVisitor code) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, POINTS, "meeting", "()V", false);
  }

  private void data() {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, POINTS, "data", "()V", false);
  }

  @Override
  public void visitInsn(int opcode) {
    boolean isMonitor = opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT;
    if (isMonitor) {
      meeting(mv);
    }
    super.visitInsn(opcode);
    if (isMonitor) {
      meeting(mv);
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String method, String type, boolean isInterface) {
    boolean meets = meets(owner, method, type);
    if (meets) {
      meeting(mv);
    } else if (owner.startsWith(COLLECTIONS) && owner.lastIndexOf('/') < COLLECTIONS.length()) {
      data();
    }
    super.visitMethodInsn(opcode, owner, method, type, isInterface);
    if (meets) {
      meeting(mv);
    }
  }

  private static boolean meets(String owner, String method, String type) {
    if (method.equals("<init>")) {
      return false;
    }
    return owner.startsWith(CONCURRENT)
        || owner.equals(VAR_HANDLE)
        || (OF_MONITORS.contains(method) && type.matches("\\(J?I?\\)V"));
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String field, String type) {
    if (mayChange.test(field)) {
      data();
    }
    super.visitFieldInsn(opcode, owner, field, type);
  }
}
