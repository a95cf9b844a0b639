package bindcheck.litmus.jpf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Java PathFinder is looked for where its users say it is. */
@Timeout(60)
class JpfHomeTest {
  @TempDir private Path folder;

  private Path install(String name) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("build"));
    Files.createFile(home.resolve("build/jpf.jar"));
    return home;
  }

  private Properties user() {
    Properties properties = new Properties();
    properties.setProperty("user.home", folder.toString());
    return properties;
  }

  private void site(String home) throws IOException {
    Files.createDirectories(folder.resolve(".jpf"));
    Files.writeString(folder.resolve(".jpf/site.properties"), "jpf-core = " + home + "\n");
  }

  @Test
  void thePropertyCountsBeforeTheEnvironmentAndThatBeforeTheSite() throws IOException {
    Path first = install("first");
    Path second = install("second");
    site(install("third").toString());
    Map<String, String> environment = Map.of("JPF_HOME", second.toString());
    Properties properties = user();
    properties.setProperty("jpf.home", first.toString());
    assertEquals(Optional.of(new JpfHome(first)), JpfHome.find(properties, environment));
    assertEquals(Optional.of(new JpfHome(second)), JpfHome.find(user(), environment));
  }

  @Test
  void theSiteMayNameTheUsersHome() throws IOException {
    Path home = install("jpf-core");
    site("${user.home}/jpf-core");
    assertEquals(Optional.of(new JpfHome(home)), JpfHome.find(user(), Map.of()));
  }

  @Test
  void aFolderWithoutItsArchiveIsNone() {
    Map<String, String> environment = Map.of("JPF_HOME", folder.toString());
    assertEquals(Optional.empty(), JpfHome.find(user(), environment));
    assertEquals(Optional.empty(), JpfHome.find(user(), Map.of()));
  }
}
