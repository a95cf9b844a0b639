package bindcheck.target.perturb;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Defines the classes of an implementation itself, rewritten, and leaves those to another loader
 * that are the platform's, or ours: what an implementation shares with who drives it.
 */
public final class RewritingLoader extends ClassLoader {
  private static final String CLASS = ".class";
  private static final String OURS = "bindcheck.";
  private static final String REFERENCE = "bindcheck.impl.";
  private static final String PLATFORM = "jrt";

  private final ClassLoader plain;
  private final String root;
  private final Set<String> shared;
  private final UnaryOperator<byte[]> rewriter;

  /**
   * Puts {@link Points} into what another loader finds.
   *
   * @param root the class of the implementation that is asked for
   * @param shared classes that stay as they are, by name
   */
  public RewritingLoader(ClassLoader plain, String root, Set<String> shared) {
    this(plain, root, shared, Rewriter::rewrite);
  }

  /**
   * Rewrites what another loader finds.
   *
   * @param rewriter gives the file of a class for another one
   */
  public RewritingLoader(
      ClassLoader plain, String root, Set<String> shared, UnaryOperator<byte[]> rewriter) {
    super(plain);
    this.plain = plain;
    this.root = root;
    this.shared = Set.copyOf(shared);
    this.rewriter = rewriter;
    setDefaultAssertionStatus(true);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      if (findLoadedClass(name) == null) {
        URL file = plain.getResource(name.replace('.', '/') + CLASS);
        if (file != null && isOfImplementation(name, file)) {
          return define(name, file);
        }
      }
      return super.loadClass(name, resolve);
    }
  }

  private boolean isOfImplementation(String name, URL file) {
    boolean isPoints = name.equals(Points.class.getName());
    if (isPoints || shared.contains(name) || file.getProtocol().equals(PLATFORM)) {
      return false;
    }
    boolean isForeign = !name.startsWith(OURS) && !isInOurArchive(file);
    return isForeign || isBeside(name) || name.startsWith(REFERENCE);
  }

  /** A class of the same package, which may use what is not public. */
  private boolean isBeside(String name) {
    return packageOf(name).equals(packageOf(root));
  }

  private static String packageOf(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  /** Our archive brings libraries along. */
  private static boolean isInOurArchive(URL file) {
    CodeSource source = RewritingLoader.class.getProtectionDomain().getCodeSource();
    return source != null && file.toString().contains(source.getLocation().toString());
  }

  private Class<?> define(String name, URL file) throws ClassNotFoundException {
    try (InputStream bytes = file.openStream()) {
      byte[] rewritten = rewriter.apply(bytes.readAllBytes());
      ProtectionDomain domain = RewritingLoader.class.getProtectionDomain();
      return defineClass(name, rewritten, 0, rewritten.length, domain);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }
}
