package bindcheck.litmus.monitor;

import bindcheck.target.perturb.SynchronizedMethod;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Has a class call {@link Hooks} in place of what it does with monitors, and beside what it does
 * with data that threads may share. A call of code that is not rewritten becomes one of a method
 * that is added to the class, a bridge.
 */
final class ClassRewriter extends ClassVisitor {
  static final int API = Opcodes.ASM9;

  /** What the names of added methods begin with. */
  static final String ADDED = "bindcheck$";

  private final Rewriting rewriting;
  private final Map<Bridge, String> bridges = new LinkedHashMap<>();
  private final Set<String> finals = new HashSet<>();
  private String name;
  private boolean isInterface;

  private ClassRewriter(ClassVisitor next, Rewriting rewriting) {
    super(API, next);
    this.rewriting = rewriting;
  }

  static byte[] rewrite(byte[] classFile, Rewriting rewriting) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new ClassRewriter(writer, rewriting), 0);
    return writer.toByteArray();
  }

  String name() {
    return name;
  }

  Rewriting rewriting() {
    return rewriting;
  }

  boolean isFinal(String owner, String field) {
    return owner.equals(name) && finals.contains(field);
  }

  @Override
  public void visit(
      int version, int access, String className, String generic, String parent, String[] all) {
    name = className;
    isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    rewriting.extended(className, parent);
    super.visit(version, access, className, generic, parent, all);
  }

  @Override
  public FieldVisitor visitField(
      int access, String field, String type, String generic, Object value) {
    if ((access & Opcodes.ACC_FINAL) != 0) {
      finals.add(field);
    }
    if ((access & Opcodes.ACC_STATIC) != 0) {
      rewriting.staticField((access & Opcodes.ACC_FINAL) != 0, type);
    }
    return super.visitField(access, field, type, generic, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String type, String generic, String[] exceptions) {
    if (!SynchronizedMethod.is(access)) {
      return rewritten(access, method, type, generic, exceptions);
    }
    SynchronizedMethod split =
        new SynchronizedMethod(name, isInterface, access, method, type, ADDED + method);
    visitOuter(split, super.visitMethod(split.outerAccess(), method, type, generic, exceptions));
    int inner = split.innerAccess() & ~Opcodes.ACC_SYNCHRONIZED;
    return rewritten(inner, split.inner(), type, null, exceptions);
  }

  private MethodVisitor rewritten(
      int access, String method, String type, String generic, String[] exceptions) {
    MethodVisitor next = super.visitMethod(access, method, type, generic, exceptions);
    return new MethodRewriter(next, this, method);
  }

  /** What a synchronized method becomes: it enters, has another method do the rest, and leaves. */
  private static void visitOuter(SynchronizedMethod split, MethodVisitor code) {
    Label begin = new Label();
    Label end = new Label();
    Label thrown = new Label();
    Consumer<String> hook =
        what -> {
          if (split.isStatic()) {
            code.visitLdcInsn(Type.getObjectType(split.owner()));
          } else {
            code.visitVarInsn(Opcodes.ALOAD, 0);
          }
          MethodRewriter.hook(code, what, "(Ljava/lang/Object;)V");
        };
    code.visitCode();
    code.visitTryCatchBlock(begin, end, thrown, null);
    hook.accept("enter");
    code.visitLabel(begin);
    split.callInner(code);
    code.visitLabel(end);
    hook.accept("exit");
    split.returnIt(code);
    code.visitLabel(thrown);
    code.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {"java/lang/Throwable"});
    hook.accept("exit");
    code.visitInsn(Opcodes.ATHROW);
    code.visitMaxs(0, 0); // computed
    code.visitEnd();
  }

  /** Calls a bridge, which is added to the class. */
  void call(MethodVisitor code, Bridge bridge) {
    String added =
        bridges.computeIfAbsent(bridge, first -> ADDED + bridge.method() + "$" + bridges.size());
    code.visitLdcInsn(rewriting.sites().add(""));
    code.visitMethodInsn(Opcodes.INVOKESTATIC, name, added, bridge.descriptor(), isInterface);
  }

  @Override
  public void visitEnd() {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    bridges.forEach(
        (bridge, added) ->
            bridge.write(cv.visitMethod(access, added, bridge.descriptor(), null, null)));
    super.visitEnd();
  }
}
