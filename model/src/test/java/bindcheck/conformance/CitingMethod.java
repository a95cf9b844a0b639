package bindcheck.conformance;

import bindcheck.spec.ModuleText;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A method of the reference implementation, with what its Javadoc cites.
 *
 * @param type the simple name of its class
 * @param modifiers what stands before it
 * @param javadoc the text, or nothing
 */
record CitingMethod(String type, String name, Set<Modifier> modifiers, String javadoc) {

  /** Every method of every class in impl/, constructors excepted. */
  static List<CitingMethod> all() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources = Checkout.referenceFiles();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      Gatherer gatherer = new Gatherer(Trees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        gatherer.scan(unit, null);
      }
      return gatherer.methods;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ids of requirements that it cites. */
  Set<String> cited() {
    return ModuleText.idsIn(javadoc);
  }

  /** Whether there is a requirement or a choice. */
  boolean citesAnything() {
    return !cited().isEmpty() || ModuleText.CHOICE.matcher(javadoc).find();
  }

  @Override
  public String toString() {
    return type + "." + name;
  }

  private static final class Gatherer extends TreePathScanner<Void, Void> {
    private final List<CitingMethod> methods = new ArrayList<>();
    private final Trees trees;
    private String type = "";

    Gatherer(Trees trees) {
      this.trees = trees;
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
      String outer = type;
      type = tree.getSimpleName().toString();
      super.visitClass(tree, null);
      type = outer;
      return null;
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
      if (tree.getReturnType() != null) {
        methods.add(
            new CitingMethod(
                type,
                tree.getName().toString(),
                tree.getModifiers().getFlags(),
                Optional.ofNullable(trees.getDocComment(getCurrentPath())).orElse("")));
      }
      return null;
    }
  }
}
