package bindcheck.conformance;

import bindcheck.conformance.InterruptAutomaton.Edge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The automaton as a diagram in PlantUML. */
final class InterruptPicture {
  private static final String SPACE = "\u00a0";
  private static final int TITLE_BLANKS = 34;
  private static final String GREEN = "#E3F1E5";
  private static final String YELLOW = "#FFF6D6";
  private static final String ORANGE = "#FCE6CF";
  private static final Map<InterruptState, String> COLOURS =
      Map.of(
          InterruptState.IDLE, GREEN,
          InterruptState.WAITED_ON, GREEN,
          InterruptState.TAKEN, YELLOW,
          InterruptState.TRIGGERED, ORANGE,
          InterruptState.ARMED, GREEN,
          InterruptState.NOT_ARMED, YELLOW,
          InterruptState.PENDING, ORANGE,
          InterruptState.DESTROYED, "#E4E4E7");

  private static final String HEAD =
      """
      ' Generated from the specification: scene "interrupt" of the variant "reference", projected onto the
      ' interrupt. Do not edit; PictureTest compares it, and says how it is made anew.
      @startuml
      !pragma layout smetana
      hide empty description
      skinparam backgroundColor #FEFEFE
      skinparam defaultFontName sans-serif
      skinparam defaultFontSize 13
      skinparam roundCorner 14
      skinparam nodesep 70
      skinparam ranksep 50
      skinparam ArrowColor #445566
      skinparam ArrowFontColor #223344
      skinparam ArrowFontSize 12
      skinparam StateBorderColor #445566
      skinparam StateFontColor #112233

      """;

  private final InterruptAutomaton automaton;

  InterruptPicture(InterruptAutomaton automaton) {
    this.automaton = automaton;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(HEAD);
    groups().forEach(group -> text.append(states(group)));
    text.append("\n[*] --> ").append(automaton.initial()).append(" : create\n");
    lines().forEach(line -> text.append(line).append('\n'));
    return text.append("@enduml\n").toString();
  }

  private static Set<String> groups() {
    return Arrays.stream(InterruptState.values())
        .map(InterruptState::group)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<InterruptState> members(String group) {
    return Arrays.stream(InterruptState.values()).filter(s -> s.group().equals(group)).toList();
  }

  private static String states(String group) {
    String members =
        members(group).stream()
            .map(s -> "state \"%s\" as %s %s\n".formatted(s.title(), s, COLOURS.get(s)))
            .collect(Collectors.joining());
    // The blanks put the title to the left, where no arrow crosses it.
    return group.isEmpty()
        ? members
        : "state \"**%s**%s\" as %s #F7F9FC {\n%s}\n"
            .formatted(group, SPACE.repeat(TITLE_BLANKS), group, members.indent(2));
  }

  /** The edges; one that leaves every state of a group is drawn once, from the group. */
  private Set<String> lines() {
    Set<String> lines = new LinkedHashSet<>();
    List<String> last = new ArrayList<>();
    for (Edge edge : automaton.edges()) {
      if (isOfGroup(edge)) {
        last.add(edge.from().group() + " --> " + edge.to() + label(edge));
      } else {
        if (edge.from() == InterruptState.TAKEN && edge.to() == InterruptState.NOT_ARMED) {
          lines.add(edge.from() + " -[hidden]-> " + edge.to()); // keeps its arrow off the others
        }
        lines.add(edge.from() + arrow(edge) + edge.to() + label(edge));
      }
    }
    lines.addAll(last);
    return lines;
  }

  private boolean isOfGroup(Edge edge) {
    List<InterruptState> members = members(edge.from().group());
    return members.size() > 1
        && !edge.from().group().equals(edge.to().group())
        && members.stream()
            .allMatch(
                from ->
                    automaton
                        .edges()
                        .contains(new Edge(from, edge.call(), edge.sends(), edge.to())));
  }

  private static String arrow(Edge edge) {
    return edge.sends() ? " -[#B45309,bold]-> " : " --> ";
  }

  private static String label(Edge edge) {
    return " : " + edge.call() + (edge.sends() ? " + packet" : "") + SPACE.repeat(2);
  }
}
