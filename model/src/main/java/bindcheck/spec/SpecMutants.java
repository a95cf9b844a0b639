package bindcheck.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.StringNode;

/**
 * Every conjunct of the specification changed, one at a time, by its parsed text: a condition is
 * dropped or turned round, an update is left out, a status is another, an order is reversed. What
 * an answer is said to rest on is left alone: it is no part of the semantics.
 */
public final class SpecMutants {
  private static final List<String> MODULES =
      List.of(
          "Kernel", "Ports", "Interrupts", "Triggers", "Waiting", "Binding", "Handles", "Steps");

  /** Operators whose first argument is the condition under which anything is added. */
  private static final Set<String> GUARDED = Set.of("FaultIf", "When", "Found");

  /** They say what a step rests on, and nothing else. */
  private static final Set<String> EVIDENCE = Set.of("TagIfMet", "TagIfOpen", "Tag");

  private static final String BY = ".by";
  private static final List<String> IDS = List.of("{\"R-", "TagIf", "{Tag");

  private static final Map<String, String> TURNED =
      Map.of("=", "#", "/=", "=", "\\in", "\\notin", "\\notin", "\\in", "<", ">=", ">", "<=");

  private static final Set<String> STATUSES =
      Set.of(
          "OK",
          "BAD_STATE",
          "BAD_HANDLE",
          "WRONG_TYPE",
          "ACCESS_DENIED",
          "INVALID_ARGS",
          "CANCELED",
          "NOT_FOUND",
          "ALREADY_BOUND",
          "TIMED_OUT",
          "SHOULD_WAIT");

  private final Map<String, SpecMutant> found = new LinkedHashMap<>();
  private final String module;
  private final List<String> lines;
  private String operator = "";
  private int number;

  private SpecMutants(String module) {
    this.module = module;
    this.lines = SpecMutant.lines(module);
  }

  /** All of them, in the order of the text. */
  public static List<SpecMutant> all() {
    SpecParser parsed = new SpecParser("Evaluation", Map.of());
    List<SpecMutant> all = new ArrayList<>();
    for (String module : MODULES) {
      SpecMutants mutants = new SpecMutants(module);
      for (OpDefNode definition : parsed.module(module).getOpDefs()) {
        String name = definition.getName().toString();
        boolean isOwn =
            definition.getOriginallyDefinedInModuleNode().getName().toString().equals(module);
        if (isOwn && !EVIDENCE.contains(name)) {
          mutants.operator = name;
          mutants.number = 0;
          mutants.visit(definition.getBody());
        }
      }
      all.addAll(mutants.found.values());
    }
    return all;
  }

  private void visit(SemanticNode node) {
    if (node instanceof LetInNode let) {
      for (OpDefNode definition : let.getLets()) {
        visit(definition.getBody());
      }
      visit(let.getBody());
    } else if (node instanceof OpApplNode application) {
      if (!isEvidence(application)) {
        change(application);
        for (SemanticNode child : application.getChildren()) {
          visit(child);
        }
      }
    } else if (node instanceof StringNode string) {
      changeStatus(string);
    }
  }

  private boolean isEvidence(OpApplNode application) {
    String name = application.getOperator().getName().toString();
    ExprOrOpArgNode[] arguments = application.getArgs();
    return EVIDENCE.contains(name)
        || (name.equals("When") && IDS.stream().anyMatch(text(arguments[1])::startsWith))
        || (name.equals("$Except") && text(arguments[1]).contains(BY));
  }

  private void change(OpApplNode application) {
    String name = application.getOperator().getName().toString();
    ExprOrOpArgNode[] arguments = application.getArgs();
    switch (name) {
      case "$ConjList", "\\land" -> each(arguments, "TRUE");
      case "$DisjList", "\\lor" -> each(arguments, "FALSE");
      case "$IfThenElse" -> turn(arguments[0]);
      case "$Case" -> {
        for (ExprOrOpArgNode arm : arguments) {
          ExprOrOpArgNode condition = ((OpApplNode) arm).getArgs()[0];
          if (condition != null) {
            turn(condition);
          }
        }
      }
      case "$Except" -> {
        for (int i = 1; i < arguments.length; i++) {
          put(((OpApplNode) arguments[i]).getArgs()[1], "@");
        }
      }
      case "Append" -> {
        String sequence = text(arguments[0]);
        put(application, "(<<" + text(arguments[1]) + ">> \\o " + sequence + ")");
        put(application, sequence);
      }
      case "Tail" -> put(application, text(arguments[0]));
      default -> {
        if (GUARDED.contains(name)) {
          put(arguments[name.equals("Found") ? 1 : 0], "FALSE");
        } else if (TURNED.containsKey(name)) {
          put(
              application,
              "(" + text(arguments[0]) + " " + TURNED.get(name) + " " + text(arguments[1]) + ")");
        } else if (name.equals("+") || name.equals("-")) {
          put(application, text(arguments[0]));
        }
      }
    }
  }

  private void changeStatus(StringNode string) {
    String status = string.getRep().toString();
    if (STATUSES.contains(status)) {
      put(string, status.equals("BAD_STATE") ? "\"NOT_FOUND\"" : "\"BAD_STATE\"");
    }
  }

  private void each(ExprOrOpArgNode[] parts, String neutral) {
    for (ExprOrOpArgNode part : parts) {
      put(part, neutral);
    }
  }

  private void turn(ExprOrOpArgNode condition) {
    boolean isTurnedByItself =
        condition instanceof OpApplNode application
            && TURNED.containsKey(application.getOperator().getName().toString());
    if (!isTurnedByItself) {
      negate(condition);
    }
  }

  private void negate(ExprOrOpArgNode condition) {
    put(condition, "~(" + text(condition) + ")");
  }

  private String text(SemanticNode node) {
    return SpecMutant.at(lines, node.getLocation());
  }

  private void put(SemanticNode node, String changed) {
    String old = text(node);
    // What "@" stands for is a place of its own.
    if (!old.equals(changed) && !changed.contains("!.") && !old.startsWith("!.")) {
      found.computeIfAbsent(
          node.getLocation() + changed,
          place -> new SpecMutant(module, node.getLocation(), operator, ++number, old, changed));
    }
  }
}
