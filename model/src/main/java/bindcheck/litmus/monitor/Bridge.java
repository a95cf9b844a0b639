package bindcheck.litmus.monitor;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A method that calls another one, which is not rewritten, with the same parameters and the number
 * of its site as the last; tells {@link Hooks} of each object before, and of what came out.
 */
record Bridge(int opcode, String owner, String method, String type, boolean ofInterface) {
  private boolean isStatic() {
    return opcode == Opcodes.INVOKESTATIC;
  }

  private Type[] operands() {
    Type[] arguments = Type.getArgumentTypes(type);
    if (isStatic()) {
      return arguments;
    }
    Type[] all = new Type[arguments.length + 1];
    all[0] = Type.getObjectType(owner);
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return all;
  }

  /** Its descriptor. */
  String descriptor() {
    Type[] operands = operands();
    Type[] all = new Type[operands.length + 1];
    System.arraycopy(operands, 0, all, 0, operands.length);
    all[operands.length] = Type.INT_TYPE;
    return Type.getMethodDescriptor(Type.getReturnType(type), all);
  }

  /** Writes it. */
  void write(MethodVisitor code) {
    code.visitCode();
    Type[] operands = operands();
    int site = 0;
    for (Type each : operands) {
      site += each.getSize();
    }
    int local = 0;
    for (Type each : operands) {
      if (isReference(each)) {
        code.visitVarInsn(Opcodes.ALOAD, local);
        code.visitVarInsn(Opcodes.ILOAD, site);
        MethodRewriter.hook(code, "use", "(Ljava/lang/Object;I)V");
      }
      local += each.getSize();
    }
    local = 0;
    for (Type each : operands) {
      code.visitVarInsn(each.getOpcode(Opcodes.ILOAD), local);
      local += each.getSize();
    }
    code.visitMethodInsn(opcode, owner, method, type, ofInterface);
    Type result = Type.getReturnType(type);
    if (isReference(result) && !isStatic()) {
      code.visitInsn(Opcodes.DUP);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      MethodRewriter.hook(code, "came", "(Ljava/lang/Object;Ljava/lang/Object;)V");
    }
    MethodRewriter.saw(code, result);
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    code.visitMaxs(0, 0); // computed
    code.visitEnd();
  }

  private static boolean isReference(Type type) {
    return type.getSort() == Type.ARRAY || type.getSort() == Type.OBJECT;
  }
}
