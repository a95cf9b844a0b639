package bindcheck.target.perturb;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A synchronized method made of two: an outer one of its name, which takes no monitor, and an inner
 * one with its code; so that something can be done before the monitor is taken, or in its place.
 *
 * @param inner the name of the inner one
 */
public record SynchronizedMethod(
    String owner, boolean isInterface, int access, String method, String type, String inner) {
  /** Whether a method of that access takes a monitor that the code of a class can tell. */
  public static boolean is(int access) {
    return (access & Opcodes.ACC_SYNCHRONIZED) != 0 && (access & Opcodes.ACC_NATIVE) == 0;
  }

  public boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  public int outerAccess() {
    return access & ~Opcodes.ACC_SYNCHRONIZED;
  }

  /** That of the inner one, which is nobody else's; as synchronized as the method was. */
  public int innerAccess() {
    int visible = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;
    return (access & ~visible) | Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;
  }

  /** In the outer one: calls the inner one with the same arguments. */
  public void callInner(MethodVisitor code) {
    int local = 0;
    if (!isStatic()) {
      code.visitVarInsn(Opcodes.ALOAD, local++);
    }
    for (Type argument : Type.getArgumentTypes(type)) {
      code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), local);
      local += argument.getSize();
    }
    int call = isStatic() ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL;
    code.visitMethodInsn(call, owner, inner, type, isInterface);
  }

  /** In the outer one: returns what the inner one has returned. */
  public void returnIt(MethodVisitor code) {
    code.visitInsn(Type.getReturnType(type).getOpcode(Opcodes.IRETURN));
  }
}
