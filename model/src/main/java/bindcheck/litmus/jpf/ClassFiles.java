package bindcheck.litmus.jpf;

import bindcheck.file.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The class files that are reached from some class, without those of the JDK: those that it extends
 * or implements, and those of which it uses a method or a field.
 *
 * @param files by the class's name, with slashes
 */
public record ClassFiles(SortedMap<String, byte[]> files) {

  /**
   * Reads what is reached from an implementation: all of its code.
   *
   * @param implementation the class, which implements {@link bindcheck.target.Syscalls}
   * @param classPath folders and archives in which classes are looked for before those of this
   *     program
   */
  public static ClassFiles of(Class<?> implementation, List<Path> classPath) {
    return reachedFrom(List.of(implementation.getName()), beforeOurs(classPath, implementation));
  }

  /** Those folders and archives, and then where this program is and what is reached from it. */
  static List<Path> beforeOurs(List<Path> classPath, Class<?> implementation) {
    Set<Path> path = new LinkedHashSet<>(classPath);
    location(implementation).ifPresent(path::add);
    location(ClassFiles.class).ifPresent(path::add);
    List<String> roots = List.of(implementation.getName());
    boolean grows = true;
    while (grows) {
      grows = path.addAll(missing(reachedFrom(roots, List.copyOf(path)), implementation));
    }
    return List.copyOf(path);
  }

  /** Where the classes are that these use and that are not among them. */
  private static Set<Path> missing(ClassFiles reached, Class<?> implementation) {
    return reached.files().values().stream()
        .flatMap(file -> new ConstantPool(file).used().stream())
        .filter(name -> !reached.files().containsKey(name))
        .distinct()
        .flatMap(name -> location(name, implementation.getClassLoader()).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Optional<Path> location(String name, ClassLoader loader) {
    try {
      return location(Class.forName(name.replace('/', '.'), false, loader));
    } catch (ClassNotFoundException | LinkageError notThere) {
      return Optional.empty();
    }
  }

  /** The folder or archive of a class; the JDK's have none. */
  private static Optional<Path> location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || !source.getLocation().getProtocol().equals("file")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads what is reached from these classes.
   *
   * @param roots names of classes, with dots
   * @param classPath folders and archives
   */
  static ClassFiles reachedFrom(List<String> roots, List<Path> classPath) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>();
    roots.forEach(root -> open.add(root.replace('.', '/')));
    try (URLClassLoader loader = new URLClassLoader(urls(classPath), null)) {
      while (!open.isEmpty()) {
        String name = open.remove();
        Optional<byte[]> bytes = files.containsKey(name) ? Optional.empty() : read(loader, name);
        if (bytes.isPresent()) {
          files.put(name, bytes.get());
          open.addAll(new ConstantPool(bytes.get()).used());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ClassFiles(files);
  }

  private static URL[] urls(List<Path> classPath) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path entry : classPath) {
      urls.add(entry.toUri().toURL());
    }
    return urls.toArray(new URL[0]);
  }

  private static Optional<byte[]> read(URLClassLoader loader, String name) throws IOException {
    URL url = loader.findResource(name + ".class");
    if (url == null) {
      return Optional.empty();
    }
    try (InputStream bytes = url.openStream()) {
      return Optional.of(bytes.readAllBytes());
    }
  }

  /** SHA-256 over names and contents, in the order of names. */
  public String hash() {
    Sha256 hash = new Sha256();
    files.forEach((name, bytes) -> hash.add(name).add(bytes));
    return hash.hex();
  }

  /**
   * What Java PathFinder is known to execute unfaithfully, without a word; a line for each class
   * and thing.
   */
  List<String> unfaithful() {
    List<String> complaints = new ArrayList<>();
    files.forEach(
        (name, bytes) -> {
          ConstantPool pool = new ConstantPool(bytes);
          String type = name.replace('/', '.');
          if (pool.used().stream().anyMatch(used -> used.startsWith("java/lang/runtime/"))) {
            complaints.add(
                type + " has a record's generated methods, or a pattern switch, which end a path");
          }
          if (pool.calls("notify")) {
            complaints.add(type + " calls notify(), which is lost where several threads wait");
          }
          if (pool.hasDynamicCalls() && files.containsKey(name + "$1")) {
            complaints.add(
                type
                    + " has lambdas or string concatenations besides anonymous classes, which"
                    + " clash");
          }
        });
    return complaints;
  }
}
