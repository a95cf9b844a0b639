package bindcheck.litmus.jpf;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

/** What a class file says of other classes, as far as it is asked here. */
final class ConstantPool {
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int STRING = 8;
  private static final int FIELD = 9;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_HANDLE = 15;
  private static final int METHOD_TYPE = 16;
  private static final int INVOKE_DYNAMIC = 18;
  private static final int MODULE = 19;
  private static final int PACKAGE = 20;
  private static final int AFTER_ACCESS_AND_THIS = 4;

  private final int[] tags;

  /** By index: a text, or where a constant refers to two others, their indices in one number. */
  private final Object[] values;

  private final Set<String> used = new TreeSet<>();

  private ConstantPool(DataInputStream in) throws IOException {
    in.skipBytes(Long.BYTES);
    int count = in.readUnsignedShort();
    tags = new int[count];
    values = new Object[count];
    for (int i = 1; i < count; i++) {
      tags[i] = in.readUnsignedByte();
      values[i] = value(tags[i], in);
      if (tags[i] == LONG || tags[i] == DOUBLE) {
        i++;
      }
    }
    in.skipBytes(AFTER_ACCESS_AND_THIS);
    addClass(in.readUnsignedShort());
    for (int interfaces = in.readUnsignedShort(); interfaces > 0; interfaces--) {
      addClass(in.readUnsignedShort());
    }
    for (int i = 1; i < count; i++) {
      if (tags[i] >= FIELD && tags[i] <= INTERFACE_METHOD) {
        addClass((int) values[i] >>> Short.SIZE);
      }
    }
  }

  static ConstantPool of(byte[] classFile) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
      return new ConstantPool(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    for (int i = 1; i < tags.length; i++) {
      if (tags[i] == NAME_AND_TYPE) {
        int pair = (int) values[i];
        if (values[pair >>> Short.SIZE].equals(method) && values[pair & 0xffff].equals("()V")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether there are calls whose method is made at run time: lambdas, concatenated strings. */
  boolean hasDynamicCalls() {
    for (int tag : tags) {
      if (tag == INVOKE_DYNAMIC) {
        return true;
      }
    }
    return false;
  }

  private void addClass(int index) {
    if (index != 0) {
      used.add(((String) values[(int) values[index]]).replaceAll("^\\[+L|;$", ""));
    }
  }

  private static Object value(int tag, DataInputStream in) throws IOException {
    return switch (tag) {
      case UTF8 -> in.readUTF();
      case LONG, DOUBLE -> in.readLong();
      case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> in.readUnsignedShort();
      case METHOD_HANDLE -> {
        in.skipBytes(1);
        yield in.readUnsignedShort();
      }
      default -> in.readInt();
    };
  }
}
