package bindcheck.litmus.jpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.file.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    for (String file :
        List.of(
            "jpf.properties",
            "build/jpf.jar",
            "build/jpf-annotations.jar",
            "build/jpf-classes.jar")) {
      Files.createFile(home.resolve(file));
    }
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
  void whereNobodySaysAnythingThereIsNone() {
    assertEquals(Optional.empty(), JpfHome.find(user(), Map.of()));
  }

  @Test
  void aFolderWithoutItIsNamed() {
    Map<String, String> environment = Map.of("JPF_HOME", folder.toString());
    InputException refused =
        assertThrows(InputException.class, () -> JpfHome.find(user(), environment));
    assertEquals(
        "JPF_HOME: expected the folder of a jpf-core that was built, found no "
            + folder.resolve("jpf.properties"),
        refused.getMessage());
  }

  @Test
  void anArchiveThatIsMissingIsNamed() throws IOException {
    Path home = install("half");
    Files.delete(home.resolve("build/jpf-annotations.jar"));
    Properties properties = user();
    properties.setProperty("jpf.home", home.toString());
    InputException refused =
        assertThrows(InputException.class, () -> JpfHome.find(properties, Map.of()));
    assertTrue(
        refused.getMessage().endsWith("found no " + home.resolve("build/jpf-annotations.jar")),
        refused::getMessage);
  }
}
