package bindcheck.litmus.jpf;

import bindcheck.file.InputException;
import java.io.IOException;
import java.io.Reader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where Java PathFinder is installed: it is in no registry, so that its users build it.
 *
 * @param folder what holds {@code jpf.properties} and {@code build/jpf.jar}
 */
public record JpfHome(Path folder) {
  private static final String COMPONENT = "jpf-core";
  private static final String VARIABLE = "JPF_HOME";
  private static final String PROPERTY = "jpf.home";
  private static final String JAR = "build/jpf.jar";
  private static final String ANNOTATIONS = "build/jpf-annotations.jar";
  private static final String PROPERTIES = "jpf.properties";
  private static final List<String> FILES =
      List.of(PROPERTIES, JAR, ANNOTATIONS, "build/jpf-classes.jar");

  /**
   * Looks for it where its users say: the system property {@code jpf.home}, then the environment's
   * {@code JPF_HOME}, then {@code jpf-core} in {@code ~/.jpf/site.properties}. The first that is
   * set counts.
   *
   * @throws InputException if there is none where they say
   */
  public static Optional<JpfHome> find() {
    return find(System.getProperties(), System.getenv());
  }

  static Optional<JpfHome> find(Properties properties, Map<String, String> environment) {
    return Optional.ofNullable(properties.getProperty(PROPERTY))
        .map(folder -> in(folder, "-D" + PROPERTY))
        .or(
            () ->
                Optional.ofNullable(environment.get(VARIABLE)).map(folder -> in(folder, VARIABLE)))
        .or(
            () ->
                fromSite(properties.getProperty("user.home"))
                    .map(folder -> in(folder, COMPONENT + " in ~/.jpf/site.properties")));
  }

  private static JpfHome in(String folder, String source) {
    JpfHome home = new JpfHome(Path.of(folder));
    for (String file : FILES) {
      if (!Files.isRegularFile(home.folder.resolve(file))) {
        throw new InputException(
            "%s: expected the folder of a jpf-core that was built, found no %s"
                .formatted(source, home.folder.resolve(file)));
      }
    }
    return home;
  }

  private static Optional<String> fromSite(String userHome) {
    Path site = Path.of(userHome, ".jpf", "site.properties");
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(site)) {
      properties.load(reader);
    } catch (IOException notThere) {
      return Optional.empty();
    }
    return Optional.ofNullable(properties.getProperty(COMPONENT))
        .map(folder -> folder.replace("${user.home}", userHome));
  }

  Path properties() {
    return folder.resolve(PROPERTIES);
  }

  /** As URLs for a class loader. */
  URL[] classPath() throws IOException {
    return new URL[] {
      folder.resolve(JAR).toUri().toURL(), folder.resolve(ANNOTATIONS).toUri().toURL()
    };
  }
}
