package bindcheck.target.hosted;

import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import bindcheck.target.JavaTarget;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something that is best done where the class is, rather than call by call from here. They are
 * services: {@code META-INF/services} lists them.
 */
public interface HostedService {
  /** What is asked for, {@link HostedTarget#ask}. */
  String name();

  /** Does it, in the machine of the target. */
  ObjectNode serve(JavaTarget target, JsonFields parameters) throws Malformed;
}
