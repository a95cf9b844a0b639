package bindcheck.litmus.jpf;

import java.io.IOException;
import java.io.Reader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /**
   * Looks for it where its users say: the system property {@code jpf.home}, then the environment's
   * {@code JPF_HOME}, then {@code jpf-core} in {@code ~/.jpf/site.properties}. The first that is
   * set counts, even if there is nothing.
   */
  public static Optional<JpfHome> find() {
    return find(System.getProperties(), System.getenv());
  }

  static Optional<JpfHome> find(Properties properties, Map<String, String> environment) {
    return Optional.ofNullable(properties.getProperty(PROPERTY))
        .or(() -> Optional.ofNullable(environment.get(VARIABLE)))
        .or(() -> fromSite(properties.getProperty("user.home")))
        .map(Path::of)
        .map(JpfHome::new)
        .filter(home -> Files.isRegularFile(home.jar()));
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

  Path jar() {
    return folder.resolve("build/jpf.jar");
  }

  Path properties() {
    return folder.resolve("jpf.properties");
  }

  /** As URLs for a class loader. */
  URL[] classPath() throws IOException {
    return new URL[] {
      jar().toUri().toURL(), folder.resolve("build/jpf-annotations.jar").toUri().toURL()
    };
  }
}
