package bindcheck.litmus.jpf;

import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;

/** What a class file says of other classes, as far as it is asked here. */
final class ConstantPool {
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;
  private static final int INVOKE_DYNAMIC = 18;

  private final Set<String> used = new TreeSet<>();
  private final Set<String> namesAndTypes = new TreeSet<>();
  private boolean dynamicCalls;

  ConstantPool(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    char[] buffer = new char[reader.getMaxStringLength()];
    used.add(reader.getSuperName());
    used.addAll(Set.of(reader.getInterfaces()));
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      switch (item == 0 ? 0 : reader.readByte(item - 1)) {
        case FIELD, METHOD, INTERFACE_METHOD ->
            used.add(reader.readClass(item, buffer).replaceAll("^\\[+L|;$", ""));
        case NAME_AND_TYPE ->
            namesAndTypes.add(reader.readUTF8(item, buffer) + reader.readUTF8(item + 2, buffer));
        case INVOKE_DYNAMIC -> dynamicCalls = true;
        default -> {}
      }
    }
  }

  /**
   * The classes that this one extends or implements, or of which it uses a method or a field; with
   * slashes.
   */
  Set<String> used() {
    return used;
  }

  /** Whether a method is called that has no parameter, gives nothing and has that name. */
  boolean calls(String method) {
    return namesAndTypes.contains(method + "()V");
  }

  /** Whether there are calls whose method is made at run time: lambdas, concatenated strings. */
  boolean hasDynamicCalls() {
    return dynamicCalls;
  }
}
