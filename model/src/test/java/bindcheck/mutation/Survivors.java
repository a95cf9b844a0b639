package bindcheck.mutation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Compares the mutants that no test has killed, as PIT reports them, with those that are listed: a
 * survivor that is not listed fails the build, and so does a listed one that is killed.
 *
 * <p>A mutant is called by what stays the same when lines move: its class, its method, what is
 * changed there, and of how many such changes in that method it is the which one.
 */
public final class Survivors {
  private static final Set<String> KILLED = Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR");

  private record Mutant(String place, String change, int line, int index, String status) {
    String kind() {
      return place + ": " + change;
    }
  }

  private Survivors() {}

  /**
   * Compares.
   *
   * @param args the list: a line each with the mutant, a tabulator and the reason, the rest are
   *     comments; and the reports
   */
  public static void main(String[] args)
      throws IOException, ParserConfigurationException, SAXException {
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      mutants.addAll(read(new File(args[i])));
    }
    Map<String, Mutant> named = named(mutants);
    Set<String> survivors = new TreeSet<>(named.keySet());
    survivors.removeIf(name -> KILLED.contains(named.get(name).status()));
    Set<String> classes =
        mutants.stream().map(mutant -> classOf(mutant.place())).collect(Collectors.toSet());
    Set<String> listed = listed(Path.of(args[0]), classes::contains);
    System.out.printf(
        "%d mutants, %d killed, of these %d by being too slow; %d survive, %d are listed%n",
        named.size(),
        named.size() - survivors.size(),
        mutants.stream().filter(mutant -> mutant.status().equals("TIMED_OUT")).count(),
        survivors.size(),
        listed.size());
    List<String> differences = new ArrayList<>();
    survivors.stream()
        .filter(name -> !listed.contains(name))
        .map(name -> "survives: " + name + "\t(line " + named.get(name).line() + ")")
        .forEach(differences::add);
    listed.stream()
        .filter(name -> !survivors.contains(name))
        .map(name -> "is listed and does not survive: " + name)
        .forEach(differences::add);
    if (!differences.isEmpty()) {
      throw new IllegalStateException(String.join("\n", differences));
    }
  }

  private static List<Mutant> read(File report)
      throws IOException, ParserConfigurationException, SAXException {
    NodeList all =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report)
            .getElementsByTagName("mutation");
    return IntStream.range(0, all.getLength())
        .mapToObj(i -> mutant((Element) all.item(i)))
        .toList();
  }

  private static Mutant mutant(Element from) {
    String type = text(from, "mutatedClass").replaceFirst("^bindcheck\\.", "");
    return new Mutant(
        type + "::" + text(from, "mutatedMethod") + parameters(text(from, "methodDescription")),
        text(from, "description").replaceFirst(" for .*", "").replaceAll("[\\w/$]*/", ""),
        Integer.parseInt(text(from, "lineNumber")),
        Integer.parseInt(text(from, "index")),
        from.getAttribute("status"));
  }

  /** The types of the parameters, without their packages. */
  private static String parameters(String descriptor) {
    return descriptor
        .substring(0, descriptor.indexOf(')') + 1)
        .replaceAll("L(?:[\\w$]+/)+([\\w$]+);", "$1 ")
        .replace(" )", ")");
  }

  private static String text(Element in, String tag) {
    return in.getElementsByTagName(tag).item(0).getTextContent();
  }

  private static Map<String, Mutant> named(List<Mutant> mutants) {
    Map<String, List<Mutant>> alike = new TreeMap<>();
    mutants.forEach(m -> alike.computeIfAbsent(m.kind(), kind -> new ArrayList<>()).add(m));
    Map<String, Mutant> named = new TreeMap<>();
    alike.forEach(
        (kind, some) -> {
          some.sort(Comparator.comparingInt(Mutant::index));
          for (int i = 0; i < some.size(); i++) {
            named.put(
                kind + (some.size() == 1 ? "" : ", " + (i + 1) + " of " + some.size()),
                some.get(i));
          }
        });
    return named;
  }

  /** Those listed of the classes that were mutated. */
  private static Set<String> listed(Path file, Predicate<String> isMutated) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.contains("\t"))
        .map(line -> line.substring(0, line.indexOf('\t')))
        .filter(name -> isMutated.test(classOf(name)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String classOf(String name) {
    return name.substring(0, name.indexOf("::"));
  }
}
