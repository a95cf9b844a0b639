package bindcheck.conformance;

import static bindcheck.conformance.MarkdownTable.number;

import bindcheck.spec.tlc.Model;
import java.util.List;

/** Each model with what TLC is expected to find. */
final class ModelTable {
  private ModelTable() {}

  static String of(List<Model> models) {
    MarkdownTable table =
        new MarkdownTable(
            "model", "mode", "variant", "shows", "result", ">states", ">generated", ">depth");
    for (Model model : models) {
      table.row(
          "`" + model.name() + "`",
          model.mode() + (model.takesLong() ? ", long" : ""),
          "`" + model.variant() + "`",
          model.shows(),
          model.violates() == null ? "holds" : "violates `" + model.violates() + "`",
          figure(model.distinct()),
          figure(model.generated()),
          figure(model.depth()));
    }
    return table.toString();
  }

  private static String figure(long figure) {
    return figure == 0 ? "" : number(figure);
  }
}
