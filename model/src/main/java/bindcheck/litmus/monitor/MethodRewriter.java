package bindcheck.litmus.monitor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Has the code of one method call {@link Hooks}. */
final class MethodRewriter extends MethodVisitor {
  private static final String HOOKS = Hooks.class.getName().replace('.', '/');
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String THREAD = "java/lang/Thread";
  private static final String SYSTEM = "java/lang/System";
  private static final String INITIALIZER = "<init>";

  /** The methods of all objects that go to the scheduler, with their types. */
  private static final Map<String, String> OF_OBJECTS =
      Map.of(
          "wait()V", "await",
          "wait(J)V", "await",
          "wait(JI)V", "await",
          "notify()V", "signal",
          "notifyAll()V", "signalAll");

  /** Other methods that do. */
  private static final Map<String, String> OF_THREADS =
      Map.of(
          THREAD + ".holdsLock", "holds",
          THREAD + ".interrupt", "interrupt",
          THREAD + ".interrupted", "interrupted",
          THREAD + ".isInterrupted", "isInterrupted",
          SYSTEM + ".nanoTime", "nanoTime",
          SYSTEM + ".currentTimeMillis", "currentTimeMillis");

  /** Classes of the platform with nothing in their objects that changes. */
  private static final Set<String> PLAIN =
      Set.of(
          "java/lang/Boolean",
          "java/lang/Byte",
          "java/lang/Character",
          "java/lang/Class",
          "java/lang/Double",
          "java/lang/Enum",
          "java/lang/Float",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Math",
          "java/lang/Short",
          "java/lang/String",
          "java/lang/Throwable");

  private final ClassRewriter of;
  private final String method;
  private final boolean tells;

  /** The objects that are being made and will be on the stack, the last one first. */
  private final Deque<String> made = new ArrayDeque<>();

  private String making;

  MethodRewriter(MethodVisitor next, ClassRewriter of, String method) {
    super(ClassRewriter.API, next);
    this.of = of;
    this.method = method;
    this.tells = !method.equals("<clinit>");
  }

  /** Writes a call of {@link Hooks}. */
  static void hook(MethodVisitor code, String name, String type) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, name, type, false);
  }

  /** Tells of the value on the stack, and leaves it there. */
  static void saw(MethodVisitor code, Type type) {
    if (type.getSort() == Type.VOID) {
      return;
    }
    code.visitInsn(type.getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP);
    switch (type.getSort()) {
      case Type.LONG -> {
        // As it is.
      }
      case Type.DOUBLE -> bits(code, "java/lang/Double", "doubleToRawLongBits", "(D)J");
      case Type.FLOAT -> {
        bits(code, "java/lang/Float", "floatToRawIntBits", "(F)I");
        code.visitInsn(Opcodes.I2L);
      }
      case Type.ARRAY, Type.OBJECT -> {
        hook(code, "saw", "(" + OBJECT + ")V");
        return;
      }
      default -> code.visitInsn(Opcodes.I2L);
    }
    hook(code, "saw", "(J)V");
  }

  private static void bits(MethodVisitor code, String owner, String name, String type) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, type, false);
  }

  /** Tells of an access to the object on the stack, and takes it from there. */
  private void access(boolean writes, String field) {
    mv.visitLdcInsn(of.rewriting().sites().add(field));
    hook(mv, writes ? "write" : "read", "(" + OBJECT + "I)V");
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.DUP && making != null) {
      made.push(making);
    }
    making = null;
    if (opcode == Opcodes.MONITORENTER) {
      hook(mv, "enter", "(" + OBJECT + ")V");
    } else if (opcode == Opcodes.MONITOREXIT) {
      hook(mv, "exit", "(" + OBJECT + ")V");
    } else if (tells && opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
      load(opcode);
    } else if (tells && opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      store(opcode);
    } else {
      super.visitInsn(opcode);
    }
  }

  private void load(int opcode) {
    mv.visitInsn(Opcodes.DUP2);
    mv.visitInsn(Opcodes.POP);
    access(false, "[]");
    mv.visitInsn(opcode);
    saw(
        mv,
        switch (opcode) {
          case Opcodes.LALOAD -> Type.LONG_TYPE;
          case Opcodes.DALOAD -> Type.DOUBLE_TYPE;
          case Opcodes.FALOAD -> Type.FLOAT_TYPE;
          case Opcodes.AALOAD -> Type.getType(OBJECT);
          default -> Type.INT_TYPE;
        });
  }

  private void store(int opcode) {
    boolean isLong = opcode == Opcodes.LASTORE || opcode == Opcodes.DASTORE;
    mv.visitInsn(isLong ? Opcodes.DUP2_X2 : Opcodes.DUP_X2);
    mv.visitInsn(isLong ? Opcodes.POP2 : Opcodes.POP);
    mv.visitInsn(isLong ? Opcodes.DUP2_X2 : Opcodes.DUP2_X1);
    mv.visitInsn(Opcodes.POP);
    access(true, "[]");
    mv.visitInsn(opcode);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    super.visitTypeInsn(opcode, type);
    making = opcode == Opcodes.NEW ? type : null;
    if (opcode == Opcodes.NEW) {
      of.rewriting().met(type);
    } else if (opcode == Opcodes.ANEWARRAY && tells) {
      saw(mv, Type.getType(OBJECT));
    }
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    super.visitIntInsn(opcode, operand);
    if (opcode == Opcodes.NEWARRAY && tells) {
      saw(mv, Type.getType(OBJECT));
    }
  }

  @Override
  public void visitMultiANewArrayInsn(String type, int dimensions) {
    super.visitMultiANewArrayInsn(type, dimensions);
    if (tells) {
      saw(mv, Type.getType(OBJECT));
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String field, String type) {
    of.rewriting().met(owner);
    boolean isOwn = owner.equals(of.name());
    boolean isInitial = opcode == Opcodes.PUTFIELD && method.equals(INITIALIZER) && isOwn;
    if (!tells || isInitial || of.isFinal(owner, field) || isOfPlatform(owner)) {
      super.visitFieldInsn(opcode, owner, field, type);
      return;
    }
    Type value = Type.getType(type);
    boolean writes = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
    switch (opcode) {
      case Opcodes.GETFIELD -> mv.visitInsn(Opcodes.DUP);
      case Opcodes.PUTFIELD -> {
        boolean isLong = value.getSize() == 2;
        mv.visitInsn(isLong ? Opcodes.DUP2_X1 : Opcodes.DUP2);
        mv.visitInsn(isLong ? Opcodes.POP2 : Opcodes.POP);
        if (isLong) {
          mv.visitInsn(Opcodes.DUP_X2);
        }
      }
      default -> mv.visitLdcInsn(Type.getObjectType(owner));
    }
    access(writes, field);
    super.visitFieldInsn(opcode, owner, field, type);
    if (!writes) {
      saw(mv, value);
    }
    of.rewriting().wrote(opcode == Opcodes.PUTSTATIC);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String type, boolean isInterface) {
    of.rewriting().met(owner);
    of.rewriting().called(owner, name);
    String replacement = OF_OBJECTS.getOrDefault(name + type, OF_THREADS.get(owner + "." + name));
    if (name.equals(INITIALIZER)) {
      initialize(opcode, owner, type);
    } else if (replacement != null) {
      String receiver = owner.equals(THREAD) ? "L" + THREAD + ";" : OBJECT;
      boolean isStatic = opcode == Opcodes.INVOKESTATIC;
      hook(mv, replacement, isStatic ? type : "(" + receiver + type.substring(1));
    } else if (!tells || !isOfPlatform(owner) || PLAIN.contains(owner) || name.equals("getClass")) {
      super.visitMethodInsn(opcode, owner, name, type, isInterface);
    } else if (opcode == Opcodes.INVOKESPECIAL) {
      mv.visitVarInsn(Opcodes.ALOAD, 0);
      mv.visitLdcInsn(of.rewriting().sites().add(""));
      hook(mv, "use", "(" + OBJECT + "I)V");
      super.visitMethodInsn(opcode, owner, name, type, isInterface);
      saw(mv, Type.getReturnType(type));
    } else {
      of.call(mv, new Bridge(opcode, owner, name, type, isInterface));
    }
  }

  private void initialize(int opcode, String owner, String type) {
    super.visitMethodInsn(opcode, owner, INITIALIZER, type, false);
    if (owner.equals(made.peek())) {
      made.pop();
      if (tells) {
        saw(mv, Type.getType(OBJECT));
      }
    }
  }

  private static boolean isOfPlatform(String owner) {
    return owner.startsWith("java/") || owner.startsWith("javax/") || owner.startsWith("[");
  }
}
