package bindcheck.target.perturb;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A synchronized method made of two: an outer one of its name, which takes no monitor, and an inner
 * one with its code, which does; so that a thread can be held up before it takes it.
 */
record SynchronizedMethod(String owner, int access, String method, String type) {
  int outerAccess() {
    return access & ~Opcodes.ACC_SYNCHRONIZED;
  }

  int innerAccess() {
    int visible = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;
    return (access & ~visible) | Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;
  }

  String innerName() {
    return method + "$inMonitor";
  }

  /** Writes the outer one. */
  void visitOuter(MethodVisitor code) {
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    code.visitCode();
    PointsOfMethod.meeting(code);
    int local = 0;
    if (!isStatic) {
      code.visitVarInsn(Opcodes.ALOAD, local++);
    }
    for (Type argument : Type.getArgumentTypes(type)) {
      code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), local);
      local += argument.getSize();
    }
    int call = isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL;
    code.visitMethodInsn(call, owner, innerName(), type, false);
    PointsOfMethod.meeting(code);
    code.visitInsn(Type.getReturnType(type).getOpcode(Opcodes.IRETURN));
    code.visitMaxs(0, 0); // computed
    code.visitEnd();
  }
}
