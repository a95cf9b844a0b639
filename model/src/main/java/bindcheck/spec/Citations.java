package bindcheck.spec;

import bindcheck.file.Packaged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the text of the specification names an id of a requirement or a choice. */
public final class Citations {
  /** Beside it are all others. */
  private static final String MODULE = "/spec/Steps.tla";

  private Citations() {}

  /** The places, each as {@code spec/Module.tla:LINE}, in the order of the modules. */
  public static List<String> of(String id) {
    return Packaged.in(
        MODULE,
        module ->
            Packaged.files(module.getParent(), ".tla", file -> in(file, '"' + id + '"')).stream()
                .flatMap(List::stream)
                .toList());
  }

  private static List<String> in(Path module, String quoted) {
    try {
      List<String> lines = Files.readAllLines(module);
      List<String> places = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains(quoted)) {
          places.add("spec/" + module.getFileName() + ":" + (i + 1));
        }
      }
      return places;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
