package bindcheck.litmus.monitor;

import java.util.ArrayList;
import java.util.List;

/** Stack traces of rewritten classes. */
final class Frames {
  private Frames() {}

  /** The same exception, with the frames that it would have had in the classes as they were. */
  static Throwable asWritten(Throwable thrown) {
    List<StackTraceElement> frames = new ArrayList<>();
    String inner = "";
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String method = frame.getMethodName();
      boolean isOuter = inner.equals(frame.getClassName() + "." + method);
      inner = "";
      if (!method.startsWith(ClassRewriter.ADDED)) {
        if (!isOuter) {
          frames.add(frame);
        }
      } else if (method.indexOf('$', ClassRewriter.ADDED.length()) < 0) {
        String written = method.substring(ClassRewriter.ADDED.length());
        inner = frame.getClassName() + "." + written;
        frames.add(
            new StackTraceElement(
                frame.getClassName(), written, frame.getFileName(), frame.getLineNumber()));
      }
    }
    thrown.setStackTrace(frames.toArray(StackTraceElement[]::new));
    return thrown;
  }
}
