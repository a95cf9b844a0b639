package bindcheck.certificate;

import bindcheck.file.Packaged;
import bindcheck.file.Sha256;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of the specification, by their SHA-256: all else rests on them. */
final class FileClaims implements Claims {
  private static final String FOLDER = "/spec";

  @Override
  public String kind() {
    return "file";
  }

  @Override
  public List<String> names() {
    return Packaged.in(
        FOLDER,
        folder ->
            Stream.of(".tla", ".cfg", ".json")
                .flatMap(
                    suffix ->
                        Packaged.files(folder, suffix, file -> file.getFileName().toString())
                            .stream())
                .sorted()
                .toList());
  }

  @Override
  public boolean isQuick(String name) {
    return true;
  }

  @Override
  public Map<String, String> see(String name) {
    return Map.of("sha256", new Sha256().add(Packaged.text(FOLDER + "/" + name)).hex());
  }
}
