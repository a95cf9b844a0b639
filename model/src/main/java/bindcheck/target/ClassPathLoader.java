package bindcheck.target;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Looks for classes where the user said that they are, before it looks among our own. */
final class ClassPathLoader extends URLClassLoader {
  private final Set<String> shared;

  /**
   * Looks into these folders and jars.
   *
   * @param spec the target, for an error message
   * @param shared classes that are taken from the parent, by name
   * @throws TargetSpecException if one of them does not exist
   */
  ClassPathLoader(String spec, List<Path> classpath, Set<String> shared, ClassLoader parent) {
    super(urls(spec, classpath), parent);
    this.shared = shared;
  }

  private static URL[] urls(String spec, List<Path> classpath) {
    URL[] urls = new URL[classpath.size()];
    for (int i = 0; i < urls.length; i++) {
      Path path = classpath.get(i);
      if (!Files.exists(path)) {
        throw new TargetSpecException(spec, "a class path that exists, not " + path);
      }
      try {
        urls[i] = path.toUri().toURL();
      } catch (MalformedURLException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    return urls;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      if (findLoadedClass(name) == null && !shared.contains(name)) {
        try {
          return findClass(name);
        } catch (ClassNotFoundException notThere) {
          // It is among our own, or the platform's.
        }
      }
      return super.loadClass(name, resolve);
    }
  }

  @Override
  public URL getResource(String name) {
    URL there = findResource(name);
    return there != null ? there : super.getResource(name);
  }
}
